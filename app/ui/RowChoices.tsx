import { Choice } from './Choice'
import { Fieldset, type FieldsetProps } from './Fieldset'

export type RowChoicesProps = FieldsetProps & {
  /** `name` is that of the row's controls. */
  rows: { name: string; label: string; chosen?: string }[]
  options: { value: string; label: string }[]
}

/**
 * One choice for each row from the same few: a table of true and false, or a scale. On a narrow screen they stand under
 * their row.
 * `<RowChoices id="q9" legend="Đúng hay sai?" rows={[{ name: 'r.a', label: 'Mã OTP là bí mật' }]} options={[{ value: 't', label: 'Đúng' }, { value: 'f', label: 'Sai' }]} />`
 */
export function RowChoices({ id, legend, legendAs, hint, error, rows, options }: RowChoicesProps) {
  return (
    <Fieldset {...{ id, legend, legendAs, hint, error }}>
      {rows.map((row, at) => (
        <fieldset key={row.name} className="row-choice">
          <legend className="minor">{row.label}</legend>
          <div className="row">
            {options.map((option, i) => (
              <Choice
                key={option.value}
                type="radio"
                tight
                name={row.name}
                id={at === 0 && i === 0 ? id : `${id}-${at + 1}-${i + 1}`}
                checked={row.chosen === option.value}
                {...option}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </Fieldset>
  )
}
