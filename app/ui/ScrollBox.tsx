import type { ReactNode } from 'react'
import { classes } from './classes'

export type ScrollBoxProps = {
  /** What is inside, in words, or the id of what says it. */
  label?: string
  labelledBy?: string
  /** Prints on its side, on pages of its own. */
  landscape?: boolean
  children: ReactNode
}

/** Scrolls sideways inside its own box, also with the keyboard. `<ScrollBox label="Bảng rộng"><table>…</table></ScrollBox>` */
export function ScrollBox({ label, labelledBy, landscape, children }: ScrollBoxProps) {
  return (
    <section
      className={classes('scroll', landscape && 'wide-print')}
      aria-label={label}
      aria-labelledby={labelledBy}
      // A box that scrolls must take the focus, or a keyboard cannot reach its end (WCAG 2.1.1).
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {children}
    </section>
  )
}
