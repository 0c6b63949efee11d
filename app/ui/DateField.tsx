import { useT } from '~/platform/i18n/react'
import { dateToText } from './date-text'
import { Field, type FieldProps } from './Field'

export type DateFieldProps = Omit<FieldProps, 'type' | 'inputMode' | 'width' | 'maxLength' | 'placeholder'>

/**
 * A day as text, because a browser's own date field follows the language of the browser (05/11 or 11/05).
 * `defaultValue` is `2025-11-05` or what was typed; read it back with `parseDateText`.
 * `<DateField id="han" name="han" label="Hạn cuối" defaultValue="2025-11-28" />`
 */
export function DateField({ hint, defaultValue, ...rest }: DateFieldProps) {
  const t = useT('ui')
  return (
    <Field
      {...rest}
      hint={hint ?? t('field.dateHint')}
      defaultValue={defaultValue === undefined ? undefined : dateToText(String(defaultValue))}
      inputMode="numeric"
      maxLength={14}
      width="short"
    />
  )
}
