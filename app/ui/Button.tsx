import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { classes } from './classes'

export type ButtonLook = {
  /** Second in rank: outlined. One primary button a page. */
  quiet?: boolean
  /** Destroys something: cinnabar. */
  danger?: boolean
}

export type ButtonProps = ButtonLook & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'style'>

/** A verb. Submits unless `type="button"`. `<Button name="intent" value="save">Lưu và tiếp tục</Button>` */
export function Button({ quiet, danger, type = 'submit', children, ...rest }: ButtonProps) {
  return (
    <button type={type} className={classes('btn', quiet && 'quiet', danger && 'danger')} {...rest}>
      {children}
    </button>
  )
}

export type ButtonLinkProps = ButtonLook & {
  to: string
  children: ReactNode
  download?: boolean | string
  lang?: string
  rel?: string
}

/** A link that looks like a button, for going somewhere. `<ButtonLink to="/khao-sat/3">Làm tiếp phiếu khảo sát</ButtonLink>` */
export function ButtonLink({ to, quiet, danger, children, ...rest }: ButtonLinkProps) {
  return (
    <a href={to} className={classes('btn', quiet && 'quiet', danger && 'danger')} {...rest}>
      {children}
    </a>
  )
}
