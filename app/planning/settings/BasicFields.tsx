import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { DateField } from '~/ui/DateField'
import { Field } from '~/ui/Field'
import { Fieldset } from '~/ui/Fieldset'
import { Panel } from '~/ui/Panel'
import { TextArea } from '~/ui/TextArea'
import { normLines } from '../resources/norms'
import type { PartProps } from './PartProps'
import { Tick } from './Tick'
import { weekdays } from './weekdays'

/** The budget, and what things cost in this plan. */
export function MoneyFields({ field }: PartProps) {
  const t = useT('planning')
  const money = { inputMode: 'numeric', width: 'short', maxLength: 24 } as const
  return (
    <>
      <Panel title={t('field.budget')}>
        <Field
          {...field('budget')}
          {...money}
          label={t('field.budget.label')}
          hint={t('field.budget.hint')}
        />
      </Panel>
      <Panel title={t('money.norms')} end={<a href={paths.planNorms()}>{t('money.norms.province')}</a>}>
        <p className="muted">{t('money.norms.hint')}</p>
        <div className="grid-fields">
          {normLines.map((line) => (
            <Field key={line} {...field(line)} {...money} label={t(`norms.${line}`)} />
          ))}
        </div>
      </Panel>
    </>
  )
}

/** When classes can be held. */
export function CalendarFields({ view, field, reply }: PartProps) {
  const t = useT('planning')
  return (
    <>
      <Panel title={t('calendar.period')}>
        <div className="row class-session">
          <DateField {...field('from')} label={t('field.from')} />
          <DateField {...field('until')} label={t('field.until')} />
          <Field
            {...field('hoursPerDay')}
            label={t('field.hoursPerDay')}
            hint={t('field.hoursPerDay.hint')}
            inputMode="decimal"
            width="short"
            maxLength={5}
          />
        </div>
        <Fieldset id="weekdays" legend={t('calendar.weekdays')} error={field('day.1').error}>
          <div className="row">
            {weekdays.map((day) => (
              <Tick key={day} view={view} reply={reply} name={`day.${day}`} label={t(`weekday.${day}`)} />
            ))}
          </div>
        </Fieldset>
      </Panel>
      <Panel title={t('calendar.blocked')}>
        <TextArea
          {...field('blocked')}
          label={t('field.blocked')}
          hint={t('calendar.blocked.hint')}
          rows={8}
          optional
        />
      </Panel>
    </>
  )
}
