import type { ReactNode } from 'react'
import { classes } from './classes'

export type ChoiceProps = {
  type: 'radio' | 'checkbox'
  name: string
  value?: string
  id?: string
  label: ReactNode
  hint?: ReactNode
  checked?: boolean
  disabled?: boolean
  required?: boolean
  /** Smaller, for a choice inside a table of a desk. */
  tight?: boolean
  invalid?: boolean
  describedBy?: string
}

/**
 * A radio or a tick as a whole row that can be pressed.
 * `<Choice type="checkbox" name="may-chung" label="Đây là máy dùng chung" hint="Tự đăng xuất sau 10 phút." />`
 */
export function Choice(props: ChoiceProps) {
  const { type, name, value, id, label, hint, checked, disabled, required, tight, invalid, describedBy } =
    props
  return (
    <label className={classes('choice', tight && 'tight', disabled && 'off')}>
      <input
        type={type}
        name={name}
        value={value}
        id={id}
        defaultChecked={checked}
        disabled={disabled}
        required={required}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
      />
      <span>
        {label}
        {hint ? <small>{hint}</small> : null}
      </span>
    </label>
  )
}
