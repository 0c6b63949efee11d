import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Field } from '~/ui/Field'
import { Panel } from '~/ui/Panel'
import type { EffectUsed } from '../expected'
import { deliveries } from '../problem'
import { moduleNumbers } from './parts'
import type { PartProps } from './PartProps'
import { Tick } from './Tick'

/** The modules of a plan: which, how long, how taught, how large, how often, and what each is taken to do. */
export function ModuleFields({ view, field, reply }: PartProps) {
  const t = useT('planning')
  const locale = useLocale()
  const effectOf = (module: string, delivery: string) =>
    view.effects.find((each) => each.module === module && each.delivery === delivery)
  return (
    <>
      <p className="muted">{t('modules.hint')}</p>
      {view.lists.modules.map(({ code, title, teaches }) => {
        const name = (each: string) => `${code}.${each}`
        const tick = { view, reply }
        return (
          <Panel
            key={code}
            title={title[locale]}
            end={<span className="muted">{t('modules.teaches', { codes: teaches.join(', ') })}</span>}
          >
            <div className="row">
              <Tick {...tick} name={name('used')} label={<b>{t('modules.used')}</b>} />
              {deliveries.map((delivery) => (
                <Tick key={delivery} {...tick} name={name(delivery)} label={t(`delivery.${delivery}`)} />
              ))}
            </div>
            <div className="grid-fields">
              {moduleNumbers.map((each) => (
                <Field
                  key={each}
                  {...field(name(each))}
                  label={t(`modules.${each}`)}
                  inputMode="decimal"
                  width="short"
                  maxLength={6}
                />
              ))}
            </div>
            <details open={deliveries.some((each) => field(name(`effect-${each}`)).error)}>
              <summary>{t('modules.effects')}</summary>
              <p className="muted">{t('modules.effects.hint')}</p>
              <div className="grid-fields">
                {deliveries.map((delivery) => (
                  <Field
                    key={delivery}
                    {...field(name(`effect-${delivery}`))}
                    label={t(`delivery.${delivery}`)}
                    hint={<Measured effect={effectOf(code, delivery)} />}
                    inputMode="decimal"
                    width="short"
                    maxLength={6}
                  />
                ))}
              </div>
            </details>
          </Panel>
        )
      })}
    </>
  )
}

/** What the plan counts with: measured in past classes where there are any, else what is assumed here. */
function Measured({ effect }: { effect: EffectUsed | undefined }) {
  const t = useT('planning')
  const locale = useLocale()
  if (!effect) return <>{t('modules.notOffered')}</>
  if (effect.classes === 0) return <>{t('modules.assumed')}</>
  const values = {
    effect: formatNumber(locale, effect.effect, 2),
    error: formatNumber(locale, 1.6449 * effect.error, 2),
    count: effect.classes,
  }
  return <>{t('modules.measured', values)}</>
}
