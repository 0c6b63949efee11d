import type { ReactNode } from 'react'

export type PageTitleProps = {
  children: ReactNode
  /** Beside the title, inside the heading's row: a `Tag`, or a line such as "đã lưu lúc 10:42". */
  tag?: ReactNode
  /** Buttons at the top right; at most one of them primary. */
  actions?: ReactNode
  /** The conclusion in one sentence, before any figure. */
  lead?: ReactNode
  /** Who or where, in muted words under the title. */
  under?: ReactNode
}

/**
 * The one h1 of a page, with what the page concludes and what can be done.
 * `<PageTitle lead="Đang mở, còn 7 ngày." actions={<ButtonLink to="…">Nhắc</ButtonLink>}>Đợt tháng 11</PageTitle>`
 */
export function PageTitle({ children, tag, actions, lead, under }: PageTitleProps) {
  return (
    <div className="title">
      <div className="row between">
        <h1>
          {children}
          {tag ? <> {tag}</> : null}
        </h1>
        {actions ? <div className="row actions">{actions}</div> : null}
      </div>
      {under ? <p className="muted">{under}</p> : null}
      {lead ? <p className="lead">{lead}</p> : null}
    </div>
  )
}
