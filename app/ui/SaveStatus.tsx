import type { ReactNode } from 'react'
import { useT } from '~/platform/i18n/react'
import { classes } from './classes'

export type SaveStatusProps = {
  state: 'saved' | 'waiting' | 'failed'
  /** The time of day, "10:42". */
  time?: string
  /** What comes after, such as a link to try again. */
  children?: ReactNode
}

/** What is safe and where. `<SaveStatus state="saved" time="10:42" />` */
export function SaveStatus({ state, time, children }: SaveStatusProps) {
  const t = useT('ui')
  const words = {
    saved: time ? t('save.savedAt', { time }) : t('save.saved'),
    waiting: t('save.waiting'),
    failed: t('save.failed'),
  }
  return (
    <p className={classes('save', state)} role="status">
      {state === 'saved' ? <span aria-hidden="true">✓ </span> : null}
      {words[state]}
      {children ? <> {children}</> : null}
    </p>
  )
}
