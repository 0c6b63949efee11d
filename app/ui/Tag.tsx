import type { ReactNode } from 'react'
import { classes } from './classes'

export type TagKind = 'plain' | 'now' | 'ok' | 'care' | 'bad'

/** A status in words; `ok` carries a tick. `<Tag kind="now">Đang học</Tag>` */
export function Tag({ kind = 'plain', children }: { kind?: TagKind; children: ReactNode }) {
  return (
    <span className={classes('tag', kind !== 'plain' && kind)}>
      {kind === 'ok' ? <span aria-hidden="true">✓ </span> : null}
      {children}
    </span>
  )
}
