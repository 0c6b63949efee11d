import type { ReactNode } from 'react'
import { classes } from './classes'

/** Columns from 60 rem on, one below the other before: `two` equal, `side` (a main one and 21 rem), `four`. `<Columns kind="side"><Panel/><div/></Columns>` */
export function Columns({ kind, children }: { kind: 'two' | 'side' | 'four'; children: ReactNode }) {
  return <div className={classes('cols', kind)}>{children}</div>
}
