import { paths } from '~/paths'
import { formatDate } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { BackLink } from '~/ui/BackLink'
import { EmptyState } from '~/ui/EmptyState'
import { Logo } from '~/ui/Logo'
import { Main } from '~/ui/Main'
import { LessonText } from '../LessonText'
import type { SummariesView } from './view-handbook.server'

type SummariesPageProps = { summaries: SummariesView; address: string }

/** Each lesson of a module on one sheet, to be pinned up where the work is done. */
export function SummariesPage({ summaries, address }: SummariesPageProps) {
  const t = useT('certificates')
  const { code, title, version, printedOn, sheets } = summaries
  return (
    <Main>
      <div className="no-print">
        <BackLink to={paths.module(code)}>{t('handbook.back')}</BackLink>
        <h1>{t('summaries.title', { title })}</h1>
        <p>{t('summaries.print')}</p>
        {sheets.length > 0 ? (
          <ul>
            {sheets.map((sheet) => (
              <li key={sheet.code}>
                <a href={`#${sheet.code}`}>{sheet.title}</a>
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState title={t('summaries.none')} text={t('summaries.none.text')} />
        )}
      </div>
      <div className="book sheets">
        {sheets.map((sheet) => (
          <section key={sheet.code} className="book-lesson lesson panel" aria-labelledby={sheet.code}>
            <div className="sheet-head">
              <span className="print-only">
                <Logo to={paths.home()} />
              </span>
              <b>{title}</b>
              <span className="num">
                {t('summaries.here', { number: sheet.number, count: summaries.lessons })}
              </span>
            </div>
            <h2 id={sheet.code}>{sheet.title}</h2>
            <p className="sheet-aim">{sheet.aim}</p>
            <LessonText
              rendered={{ parts: [{ kind: 'html', html: sheet.summary }], headings: [], summary: '' }}
              check={() => null}
            />
            <p className="sheet-foot">
              {t('summaries.foot', { version, date: formatDate(printedOn), address })}
            </p>
          </section>
        ))}
      </div>
    </Main>
  )
}
