import type { TextareaHTMLAttributes } from 'react'
import { describedBy } from './field-parts'
import { FieldFrame, type FieldFrameProps } from './FieldFrame'

type AreaProps = Pick<
  TextareaHTMLAttributes<HTMLTextAreaElement>,
  'defaultValue' | 'rows' | 'required' | 'maxLength' | 'spellCheck' | 'readOnly' | 'disabled' | 'placeholder'
>

export type TextAreaProps = FieldFrameProps & AreaProps & { name: string }

/** Several lines of text. `<TextArea id="y-kien" name="y-kien" label="Ý kiến khác" rows={4} optional />` */
export function TextArea(props: TextAreaProps) {
  const { id, name, label, hint, error, optional, markRequired, tag, lang, rows = 5, ...area } = props
  const frame = { id, label, hint, error, optional, markRequired, tag, lang }
  return (
    <FieldFrame {...frame}>
      <textarea
        id={id}
        name={name}
        rows={rows}
        className="field"
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
        {...area}
      />
    </FieldFrame>
  )
}
