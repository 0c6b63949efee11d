import type { ReactNode } from 'react'
import { classes } from './classes'

type ButtonRowProps = {
  children: ReactNode
  /** Keeps in sight at the foot of the window, for a form of many screens. */
  stay?: boolean
}

/** Buttons and the links beside them, wrapping on phones. `<ButtonRow><Button>Lưu</Button><a href="…">Hủy</a></ButtonRow>` */
export function ButtonRow({ children, stay }: ButtonRowProps) {
  return <div className={classes('row buttons', stay && 'stay')}>{children}</div>
}
