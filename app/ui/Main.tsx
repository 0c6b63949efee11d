import type { ReactNode } from 'react'
import { classes } from './classes'

/** The page's own content: one column of 40 rem, or `wide` (84 rem) for desks. `<Main wide>…</Main>` */
export function Main({ wide, children }: { wide?: boolean; children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className={classes(wide && 'wide')}>
      {children}
    </main>
  )
}
