import { useT } from '~/platform/i18n/react'
import { classes } from './classes'
import { describedBy } from './field-parts'
import { FieldFrame, type FieldFrameProps } from './FieldFrame'

export type SelectOption = { value: string; label: string; disabled?: boolean }
export type SelectGroup = { label: string; options: SelectOption[] }

export type SelectProps = FieldFrameProps & {
  name: string
  options: (SelectOption | SelectGroup)[]
  defaultValue?: string
  /** The first, empty choice; `true` says "Chọn". Leave it out where every value is a fair start. */
  placeholder?: boolean | string
  required?: boolean
  disabled?: boolean
  width?: 'short' | 'medium'
}

/**
 * One of many; up to about seven are better as `ChoiceGroup`.
 * `<Select id="xa" name="xa" label="Xã" placeholder options={[{ value: '01321', label: 'Xã Bảo Lạc' }]} />`
 */
export function Select(props: SelectProps) {
  const { id, name, label, hint, error, optional, markRequired, tag, lang } = props
  const { options, defaultValue, placeholder, required, disabled, width } = props
  const t = useT('ui')
  return (
    <FieldFrame {...{ id, label, hint, error, optional, markRequired, tag, lang }}>
      <select
        id={id}
        name={name}
        className={classes('field', width)}
        defaultValue={defaultValue}
        required={required}
        disabled={disabled}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      >
        {placeholder ? (
          <option value="">{placeholder === true ? t('field.choose') : placeholder}</option>
        ) : null}
        {options.map((entry) =>
          'options' in entry ? (
            <optgroup key={entry.label} label={entry.label}>
              {entry.options.map(option)}
            </optgroup>
          ) : (
            option(entry)
          ),
        )}
      </select>
    </FieldFrame>
  )
}

function option({ value, label, disabled }: SelectOption) {
  return (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  )
}
