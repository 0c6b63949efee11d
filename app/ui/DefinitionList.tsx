import type { ReactNode } from 'react'

export type Definition = {
  term: ReactNode
  description: ReactNode
  /** "Sửa" and whatever it changes, hidden in words. */ action?: ReactNode
}

/** Terms and what they are; with actions, answers to check before sending. `<DefinitionList items={[{ term: 'Xã', description: 'Bảo Lạc' }]} />` */
export function DefinitionList({ items }: { items: Definition[] }) {
  return (
    <dl className="facts">
      {items.map((item, i) => (
        <div key={i}>
          <dt>{item.term}</dt>
          <dd>{item.description}</dd>
          {item.action ? <dd className="change">{item.action}</dd> : null}
        </div>
      ))}
    </dl>
  )
}
