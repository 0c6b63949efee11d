import type { InputHTMLAttributes } from 'react'
import { classes } from './classes'
import { describedBy } from './field-parts'
import { FieldFrame, type FieldFrameProps } from './FieldFrame'

type InputProps = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | 'type'
  | 'defaultValue'
  | 'autoComplete'
  | 'required'
  | 'inputMode'
  | 'maxLength'
  | 'minLength'
  | 'min'
  | 'max'
  | 'step'
  | 'pattern'
  | 'placeholder'
  | 'spellCheck'
  | 'autoCapitalize'
  | 'readOnly'
  | 'disabled'
  | 'list'
>

export type FieldProps = FieldFrameProps & InputProps & { name: string; width?: 'short' | 'medium' }

/**
 * One line of text with its label, hint and error.
 * `<Field id="ten" name="ten" label="Tên đăng nhập" hint="Ghi trên phiếu" autoComplete="username" required />`
 */
export function Field(props: FieldProps) {
  const {
    id,
    name,
    label,
    hint,
    error,
    optional,
    markRequired,
    tag,
    lang,
    width,
    type = 'text',
    ...input
  } = props
  const frame = { id, label, hint, error, optional, markRequired, tag, lang }
  return (
    <FieldFrame {...frame}>
      <input
        id={id}
        name={name}
        type={type}
        className={classes('field', width)}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
        {...input}
      />
    </FieldFrame>
  )
}
