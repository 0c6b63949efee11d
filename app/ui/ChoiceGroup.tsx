import type { ReactNode } from 'react'
import { useT } from '~/platform/i18n/react'
import { Choice } from './Choice'
import { Fieldset, type FieldsetProps } from './Fieldset'

export type ChoiceOption = {
  value: string
  label: ReactNode
  hint?: ReactNode
  checked?: boolean
  disabled?: boolean
}

export type ChoiceGroupProps = FieldsetProps & {
  type: 'radio' | 'checkbox'
  name: string
  options: ChoiceOption[]
  /** The last option, set apart by "hoặc": `{ value: 'unknown', label: 'Tôi không biết' }`. */
  or?: ChoiceOption
  /** In a row and smaller, for desks. */
  tight?: boolean
}

/**
 * A question with its answers. The first control's id is the group's, so that an error can link to it.
 * `<ChoiceGroup id="q19" name="q19" type="radio" legendAs="h1" legend="…" options={[…]} or={{ value: 'unknown', label: 'Tôi không biết' }} />`
 */
export function ChoiceGroup(props: ChoiceGroupProps) {
  const { id, legend, legendAs, hint, error, type, name, options, or, tight } = props
  const t = useT('ui')
  const row = (option: ChoiceOption, i: number) => (
    <Choice
      key={option.value}
      type={type}
      name={name}
      id={i === 0 ? id : `${id}-${i + 1}`}
      tight={tight}
      invalid={Boolean(error)}
      {...option}
    />
  )
  return (
    <Fieldset {...{ id, legend, legendAs, hint, error }}>
      {tight ? <div className="row">{options.map(row)}</div> : options.map(row)}
      {or ? (
        <>
          <p className="or">{t('choice.or')}</p>
          {row(or, options.length)}
        </>
      ) : null}
    </Fieldset>
  )
}
