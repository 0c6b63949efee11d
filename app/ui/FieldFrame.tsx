import type { ReactNode } from 'react'
import { useT } from '~/platform/i18n/react'
import { classes } from './classes'

export type FieldFrameProps = {
  id: string
  label: ReactNode
  hint?: ReactNode
  /** What is wrong and how to mend it; also goes to `ErrorSummary`. */
  error?: ReactNode
  /** Says "(không bắt buộc)" beside the label. */
  optional?: boolean
  /** Says "(bắt buộc)" beside the label. */
  markRequired?: boolean
  /** A `Tag` beside the label, such as "cũ". */
  tag?: ReactNode
  /** Language of the field where it differs from the page. */
  lang?: string
}

/** Label, hint and error around a control. The controls below use it; a screen seldom does. */
export function FieldFrame(props: FieldFrameProps & { children: ReactNode }) {
  const { id, label, hint, error, optional, markRequired, tag, lang, children } = props
  const t = useT('ui')
  return (
    <div className={classes('control', Boolean(error) && 'wrong')} lang={lang}>
      <label htmlFor={id}>
        <b>{label}</b>
        {optional ? <span className="muted"> {t('field.optional')}</span> : null}
        {markRequired ? <span className="muted"> {t('field.required')}</span> : null}
      </label>
      {tag ? <> {tag}</> : null}
      <FieldNotes id={id} hint={hint} error={error} />
      {children}
    </div>
  )
}

/** Hint and error with the ids that `describedBy` names. */
export function FieldNotes({ id, hint, error }: { id: string; hint?: ReactNode; error?: ReactNode }) {
  const t = useT('ui')
  return (
    <>
      {hint ? (
        <div className="hint" id={`${id}-hint`}>
          {hint}
        </div>
      ) : null}
      {error ? (
        <p className="error" id={`${id}-error`}>
          <b>{t('field.error')}</b> {error}
        </p>
      ) : null}
    </>
  )
}
