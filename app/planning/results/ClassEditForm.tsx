import { paths } from '~/paths'
import { fieldProps, summaryOf, type FormReply } from '~/platform/http/form-reply'
import { mainFormId } from '~/platform/http/handle'
import { formatDate, formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { translated } from '~/platform/i18n/translated'
import { Button } from '~/ui/Button'
import { Choice } from '~/ui/Choice'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import { Fieldset } from '~/ui/Fieldset'
import { HiddenFields } from '~/ui/HiddenFields'
import { Panel } from '~/ui/Panel'
import { Select } from '~/ui/Select'
import type { Broken } from './broken-rules'
import { seatsField } from './class-edit'
import type { ClassView } from './class-view.server'
import { moneyText } from './plan-words'

/** What an edit would break: rules of the class itself, or only together with the other classes of the result. */
export type EditReply = FormReply & { own?: Broken[]; others?: Broken[]; revision?: number }

/** Another week, trainer, venue or other seats: saved as a class that stays, after it was held against every rule. */
export function ClassEditForm({ view, reply }: { view: ClassView; reply?: EditReply | null }) {
  const t = useT('plans')
  const locale = useLocale()
  const { plan, scenario, each, names, choices, wish } = view
  const now = wish ?? each
  const seats = new Map(
    (now.seats ?? each.seats).map((one) => [seatsField(one.commune, one.position), one.seats]),
  )
  const rows = each.seats.map((one) => ({ ...one, name: seatsField(one.commune, one.position) }))
  const field = fieldProps(t, reply, {
    week: now.week ?? '',
    trainer: now.trainer ?? '',
    venue: now.venue ?? '',
    ...Object.fromEntries(rows.map(({ name }) => [name, String(seats.get(name) ?? 0)])),
  })
  const fields = [
    'week',
    'venue',
    'trainer',
    ...rows.map(({ name }) => name),
    'group',
    'groupSeats',
    'revision',
  ]
  const open = { value: '', label: t('edit.open') }
  const groupName = ({ commune, position, people }: ClassView['choices']['groups'][number]) =>
    t('edit.group', {
      commune: names.communes[commune] ?? commune,
      position: names.positions[position] ?? position,
      people: formatNumber(locale, people),
      count: people,
    })
  const inMoney = (values: Broken['values']) =>
    Object.fromEntries(Object.entries(values).map(([name, dong]) => [name, moneyText(locale, Number(dong))]))
  const told = (list: Broken[]) => (
    <ul>
      {list.map(({ key, values, money }, i) => (
        <li key={`${key}-${i}`}>{translated(t, key, money ? inMoney(values) : values)}</li>
      ))}
    </ul>
  )
  return (
    <Panel title={t('edit.title')} id="edit">
      <ErrorSummary errors={summaryOf(field, fields)} />
      {reply?.own?.length ? (
        <div className="note stop" role="alert">
          <h3>{t('edit.cannot')}</h3>
          {told(reply.own)}
        </div>
      ) : null}
      <form
        method="post"
        id={mainFormId}
        action={`${paths.planClass(plan.id, scenario.number, each.key)}#edit`}
      >
        <HiddenFields values={{ intent: 'edit', revision: reply?.revision ?? scenario.revision }} />
        {reply?.others?.length ? (
          <div className="note care" role="alert">
            <h3>{t('edit.others')}</h3>
            {told(reply.others)}
            <Choice type="checkbox" id="confirm" name="confirm" value="yes" label={t('edit.confirm')} />
          </div>
        ) : null}
        <div className="row class-session">
          <Select
            {...field('week')}
            label={t('edit.week')}
            options={[
              open,
              ...choices.weeks.map((week) => ({
                value: week,
                label: t('class.weekOf', { day: formatDate(week) }),
              })),
            ]}
          />
          {each.delivery === 'class' ? (
            <Select
              {...field('venue')}
              label={t('filter.venue')}
              options={[open, ...choices.venues.map(({ value, name }) => ({ value, label: name }))]}
            />
          ) : null}
          <Select
            {...field('trainer')}
            label={t('filter.trainer')}
            options={[open, ...choices.trainers.map(({ value, name }) => ({ value, label: name }))]}
          />
        </div>
        <Fieldset id="seats" legend={t('edit.seats')}>
          <div className="row class-session">
            {rows.map(({ name, commune, position }) => (
              <Field
                key={name}
                {...field(name)}
                label={`${names.communes[commune] ?? commune} · ${names.positions[position] ?? position}`}
                inputMode="numeric"
                maxLength={3}
                width="short"
              />
            ))}
          </div>
        </Fieldset>
        <div className="row class-session">
          <Select
            {...field('group')}
            label={t('edit.addGroup')}
            options={[
              { value: '', label: t('edit.noGroup') },
              ...choices.groups
                .filter((group) => !seats.has(seatsField(group.commune, group.position)))
                .map((group) => ({ value: group.value, label: groupName(group) })),
            ]}
          />
          <Field
            {...field('groupSeats')}
            label={t('edit.groupSeats')}
            inputMode="numeric"
            maxLength={3}
            width="short"
          />
        </div>
        <Button>{t('edit.save')}</Button>
        <p className="small muted">{t('edit.hint')}</p>
      </form>
    </Panel>
  )
}
