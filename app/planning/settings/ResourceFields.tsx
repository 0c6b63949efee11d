import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { Field } from '~/ui/Field'
import { Panel } from '~/ui/Panel'
import type { PartProps } from './PartProps'
import { Tick } from './Tick'

/** Who may teach, where classes may be held, and which communes the plan is for. */
export function ResourceFields({ view, field, reply }: PartProps) {
  const t = useT('planning')
  const { trainers, venues, communes } = view.lists
  const tick = { view, reply }
  return (
    <>
      <Panel title={t('resources.travel')}>
        <Field
          {...field('travelAtMost')}
          label={t('field.travelAtMost')}
          hint={t('field.travelAtMost.hint')}
          inputMode="decimal"
          width="short"
          maxLength={5}
        />
      </Panel>
      <Panel title={t('trainers.title')} end={<a href={paths.planTrainers()}>{t('resources.edit')}</a>}>
        {trainers.length === 0 ? <p>{t('trainers.empty')}</p> : null}
        <div className="grid-fields">
          {trainers.map(({ id, name, days }) => (
            <Tick
              key={id}
              {...tick}
              name={`trainer.${id}`}
              label={name}
              hint={t('resources.days', { count: days })}
            />
          ))}
        </div>
      </Panel>
      <Panel title={t('venues.title')} end={<a href={paths.planVenues()}>{t('resources.edit')}</a>}>
        {venues.length === 0 ? <p>{t('venues.empty')}</p> : null}
        <div className="grid-fields">
          {venues.map(({ id, name, seats, rooms }) => (
            <Tick
              key={id}
              {...tick}
              name={`venue.${id}`}
              label={name}
              hint={t('resources.seats', { seats, rooms })}
            />
          ))}
        </div>
      </Panel>
      <Panel title={t('resources.communes')}>
        <p className="muted">{t('resources.communes.hint')}</p>
        <div className="grid-fields">
          {communes.map(({ code, name, people }) => (
            <Tick
              key={code}
              {...tick}
              name={`commune.${code}`}
              label={name}
              hint={t('resources.people', { count: people })}
            />
          ))}
        </div>
      </Panel>
    </>
  )
}
