import type { ReactNode } from 'react'
import { useT } from '~/platform/i18n/react'
import { Button } from './Button'
import { HiddenFields } from './HiddenFields'

export type ConfirmPanelProps = {
  title: ReactNode
  /** What will happen, what stays, and whether it can be undone. */
  what: ReactNode
  /** The verb and its object: "Xóa 8 người". */
  confirmLabel: ReactNode
  cancelTo: string
  cancelLabel?: ReactNode
  action?: string
  fields?: Record<string, string | number | undefined>
  /** More controls, such as a reason or a password. */
  children?: ReactNode
  level?: 1 | 2
}

/** Asks before something is destroyed. `<ConfirmPanel title="Xóa bản thảo này?" what="…" confirmLabel="Xóa bản thảo" cancelTo="/noi-dung" />` */
export function ConfirmPanel(props: ConfirmPanelProps) {
  const { title, what, confirmLabel, cancelTo, cancelLabel, action, fields = {}, children, level = 1 } = props
  const t = useT('ui')
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <section className="panel confirm">
      <Heading>{title}</Heading>
      <div>{what}</div>
      <form method="post" action={action}>
        <HiddenFields values={fields} />
        {children}
        <div className="row buttons">
          <Button danger>{confirmLabel}</Button>
          <a href={cancelTo}>{cancelLabel ?? t('confirm.cancel')}</a>
        </div>
      </form>
    </section>
  )
}
