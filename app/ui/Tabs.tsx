import type { ReactNode } from 'react'

export type TabItem = {
  to: string
  label: ReactNode
  current?: boolean
  /** "14", beside the label. */ count?: ReactNode
}

/** Views of one thing, as links: each is a page of its own. `<Tabs label="Cách xem" items={[{ to: '?theo=xa', label: 'Theo xã', current: true }]} />` */
export function Tabs({ label, items }: { label: string; items: TabItem[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {items.map((item) => (
          <li key={item.to}>
            <a href={item.to} aria-current={item.current ? 'page' : undefined}>
              {item.label}
              {item.count === undefined ? null : <span className="count num"> {item.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
