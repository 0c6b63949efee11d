import type { ReactNode } from 'react'
import { classes } from './classes'

export type PanelProps = {
  title?: ReactNode
  level?: 2 | 3
  /** Links at the right of the title. */
  end?: ReactNode
  id?: string
  /** Prints on a page of its own, on its side: for wide tables and maps. */
  landscape?: boolean
  children: ReactNode
}

/** A sheet with a title. `<Panel title="Việc cần làm bây giờ"><p>…</p></Panel>` */
export function Panel({ title, level = 2, end, id, landscape, children }: PanelProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  const heading = title ? <Heading>{title}</Heading> : null
  return (
    <section className={classes('panel', landscape && 'wide-print')} id={id}>
      {end ? (
        <div className="row between head">
          {heading}
          <span className="small">{end}</span>
        </div>
      ) : (
        heading
      )}
      {children}
    </section>
  )
}
