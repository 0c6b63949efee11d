import type { ReactNode } from 'react'

export type EmptyStateProps = { title: ReactNode; text?: ReactNode; action?: ReactNode; level?: 2 | 3 }

/** Nothing here yet, and what to do first. `<EmptyState title="Chưa có ai trong danh sách" text="…" action={<ButtonLink to="…">Nhập danh sách</ButtonLink>} />` */
export function EmptyState({ title, text, action, level = 2 }: EmptyStateProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className="empty">
      <Heading>{title}</Heading>
      {text ? <p>{text}</p> : null}
      {action ? <div className="row buttons">{action}</div> : null}
    </section>
  )
}
