import type { ReactNode } from 'react'
import { Tag, type TagKind } from './Tag'

export type Task = {
  /** Without it the title is plain text. */
  to?: string
  title: ReactNode
  small?: ReactNode
  status?: { kind: TagKind; label: ReactNode }
  /** Instead of a status: a link or a small form. */
  action?: ReactNode
}

/**
 * Things to do or to read, each with a status in words.
 * `<TaskList items={[{ to: '/hoc/1', title: 'Một cửa điện tử', small: '6 bài', status: { kind: 'plain', label: 'Chưa học' } }]} />`
 */
export function TaskList({ items }: { items: readonly Task[] }) {
  return (
    <ul className="tasks">
      {items.map((item, i) => (
        <li key={item.to ?? i}>
          <span>
            {item.to ? <a href={item.to}>{item.title}</a> : item.title}
            {item.small ? <small>{item.small}</small> : null}
          </span>
          {item.status ? <Tag kind={item.status.kind}>{item.status.label}</Tag> : null}
          {item.action}
        </li>
      ))}
    </ul>
  )
}
