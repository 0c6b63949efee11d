import { useT } from '~/platform/i18n/react'
import { pageNumbers } from './page-numbers'

export type PaginationProps = { page: number; pages: number; hrefOf: (page: number) => string }

/** Links to the other pages of a list; nothing where there is one page. `<Pagination page={2} pages={7} hrefOf={(n) => '?trang=' + n} />` */
export function Pagination({ page, pages, hrefOf }: PaginationProps) {
  const t = useT('ui')
  if (pages <= 1) return null
  return (
    <nav className="pages" aria-label={t('nav.pages')}>
      <p className="muted">{t('pages.where', { page, pages })}</p>
      <ul>
        {page > 1 ? (
          <li>
            <a href={hrefOf(page - 1)} rel="prev">
              {t('pages.previous')}
            </a>
          </li>
        ) : null}
        {pageNumbers(page, pages).map((n, i) => (
          <li key={n ?? `gap-${i}`} className="wide-only">
            {n === null ? (
              <span className="muted">…</span>
            ) : (
              <a
                href={hrefOf(n)}
                aria-label={t('pages.page', { page: n })}
                aria-current={n === page ? 'page' : undefined}
              >
                {n}
              </a>
            )}
          </li>
        ))}
        {page < pages ? (
          <li>
            <a href={hrefOf(page + 1)} rel="next">
              {t('pages.next')}
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  )
}
