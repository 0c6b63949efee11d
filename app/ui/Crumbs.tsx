import type { ReactNode } from 'react'
import { useT } from '~/platform/i18n/react'

export type Crumb = { to?: string; label: ReactNode }

/** The way from the room's first page to here; the last has no link. `<Crumbs items={[{ to: '/hoc', label: 'Học' }, { label: 'Bài 3' }]} />` */
export function Crumbs({ items }: { items: Crumb[] }) {
  const t = useT('ui')
  return (
    <nav className="crumbs" aria-label={t('nav.crumbs')}>
      <ol>
        {items.map((item, i) => (
          <li key={i} aria-current={item.to ? undefined : 'page'}>
            {item.to ? <a href={item.to}>{item.label}</a> : item.label}
          </li>
        ))}
      </ol>
    </nav>
  )
}
