import type { ReactNode } from 'react'
import { classes } from './classes'

export type NoteKind = 'info' | 'care' | 'stop' | 'done'

export type NoteProps = {
  kind?: NoteKind
  /** Bold words that open the note; plain text after them stays on the same line. */
  title?: ReactNode
  /** `alert` for what just went wrong, `status` for what just went well. */
  role?: 'alert' | 'status'
  id?: string
  children?: ReactNode
}

/** Words set apart: info, care (turmeric), stop (cinnabar), done (rice). `<Note kind="care" title="Đường truyền yếu?">Tải bài về máy…</Note>` */
export function Note({ kind = 'info', title, role, id, children }: NoteProps) {
  return (
    <div className={classes('note', kind !== 'info' && kind)} role={role} id={id}>
      {title ? <b>{title} </b> : null}
      {children}
    </div>
  )
}
