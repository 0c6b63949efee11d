import { useT } from '~/platform/i18n/react'
import { Fieldset, type FieldsetProps } from './Fieldset'

export type OrderingProps = FieldsetProps & {
  name: string
  /** In the order shown, with the position chosen before. */
  steps: { value: string; label: string; position?: number }[]
  nameOf?: (step: string) => string
}

/**
 * Steps to put in order by giving each its number.
 * `<Ordering id="q8" name="q8" legend="Xếp thứ tự" steps={[{ value: 'a', label: 'Kiểm tra hồ sơ' }, { value: 'b', label: 'Quét' }]} />`
 */
export function Ordering(props: OrderingProps) {
  const { id, name, legend, legendAs, hint, error, steps, nameOf = (value) => `${name}.${value}` } = props
  const t = useT('ui')
  return (
    <Fieldset {...{ id, legend, legendAs, error }} hint={hint ?? t('order.hint')}>
      <ul className="order">
        {steps.map((step, i) => (
          <li key={step.value}>
            <select
              id={i === 0 ? id : `${id}-${i + 1}`}
              name={nameOf(step.value)}
              className="field"
              defaultValue={step.position ?? ''}
              aria-label={t('order.position', { step: step.label })}
            >
              <option value="">–</option>
              {steps.map((_, n) => (
                <option key={n} value={n + 1}>
                  {n + 1}
                </option>
              ))}
            </select>
            <span aria-hidden="true">{step.label}</span>
          </li>
        ))}
      </ul>
    </Fieldset>
  )
}
