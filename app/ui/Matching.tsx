import { Fieldset, type FieldsetProps } from './Fieldset'
import { Select, type SelectOption } from './Select'

export type MatchingProps = FieldsetProps & {
  name: string
  left: { value: string; label: string; chosen?: string }[]
  right: SelectOption[]
  /** The name of a row's control; `name.value` where nothing is said. */
  nameOf?: (left: string) => string
}

/**
 * Pairs by a select in each row of the left, which works without script and with a keyboard.
 * `<Matching id="q7" name="q7" legend="Nối…" left={[{ value: 'a', label: 'Phishing' }]} right={[{ value: '1', label: 'Thư giả mạo' }]} />`
 */
export function Matching(props: MatchingProps) {
  const {
    id,
    name,
    legend,
    legendAs,
    hint,
    error,
    left,
    right,
    nameOf = (value) => `${name}.${value}`,
  } = props
  return (
    <Fieldset {...{ id, legend, legendAs, hint, error }}>
      <div className="match">
        {left.map((row, i) => (
          <Select
            key={row.value}
            id={i === 0 ? id : `${id}-${i + 1}`}
            name={nameOf(row.value)}
            label={row.label}
            options={right}
            defaultValue={row.chosen ?? ''}
            placeholder
          />
        ))}
      </div>
    </Fieldset>
  )
}
