import type { FormReply } from '~/platform/http/form-reply'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Choice } from '~/ui/Choice'
import { ChoiceGroup } from '~/ui/ChoiceGroup'
import { Fieldset } from '~/ui/Fieldset'
import { HiddenFields } from '~/ui/HiddenFields'
import { Panel } from '~/ui/Panel'
import { standInReasons } from './naming-rules'
import type { NamingView } from './view-naming.server'

export type NamingReply = {
  /** What was ticked and cannot be taken, with the reason. */
  naming?: { ticked: string[]; standIn: string; error: string; field: 'person' | 'standIn' }
  withdraw?: FormReply
}

type Listed = NamingView['others'][number]
type NamingFormProps = { view: NamingView; action: string; reply?: NamingReply['naming'] }

/** Everybody of the commune by given name, under the position that has seats; never in the order of a result. */
export function NamingForm({ view, action, reply }: NamingFormProps) {
  const t = useT('carry')
  const locale = useLocale()
  const { quotas, others, positions, left, class: found } = view
  const ticked = new Set(reply?.ticked ?? [])
  const number = (value: number) => formatNumber(locale, value)
  const whole = [...quotas.flatMap(({ people }) => people), ...others]
  const firstFree = whole.find(({ busy }) => busy === null)?.personId
  const row = (person: Listed, position: boolean) => (
    <Choice
      key={person.personId}
      type="checkbox"
      name="person"
      id={person.personId === firstFree ? 'person' : undefined}
      value={person.personId}
      label={person.fullName}
      hint={hintOf(person, position)}
      checked={ticked.has(person.personId)}
      disabled={person.busy !== null}
      invalid={reply?.field === 'person' && person.personId === firstFree}
      tight
    />
  )
  const hintOf = (person: Listed, position: boolean) =>
    [
      person.staffCode,
      position ? nameOf(person) : '',
      person.busy ? t('name.busy', { title: person.busy[locale] }) : '',
      person.marked ? t('name.marked') : '',
    ]
      .filter(Boolean)
      .join(' · ')
  const nameOf = ({ positionCodes: [main] }: Listed) =>
    main ? (positions[main]?.[locale] ?? main) : t('person.noPosition')
  return (
    <Panel title={t('name.choose')}>
      <p className="muted">{t('name.rules')}</p>
      <form method="post" action={action}>
        <HiddenFields values={{ intent: 'name', class: found.classId }} />
        {quotas.map(({ positionCode, position, seats, taken, people }) => (
          <Fieldset
            key={positionCode}
            id={`position-${positionCode}`}
            legend={position[locale]}
            hint={t('name.of', { seats: number(seats), taken: number(taken), people: number(people.length) })}
          >
            {people.length === 0 ? <p>{t('name.noOne')}</p> : people.map((person) => row(person, false))}
          </Fieldset>
        ))}
        {others.length > 0 ? (
          <details open={others.some(({ personId }) => ticked.has(personId))}>
            <summary>{t('name.others', { count: others.length, others: number(others.length) })}</summary>
            <Fieldset id="others" legend={t('name.othersLegend')} hint={t('name.othersHint')}>
              {others.map((person) => row(person, true))}
            </Fieldset>
          </details>
        ) : null}
        <ChoiceGroup
          id="standIn"
          name="standIn"
          type="radio"
          tight
          legend={t('name.standIn')}
          hint={t('name.standInHint')}
          error={reply?.field === 'standIn' ? reply.error : undefined}
          options={standInReasons.map((reason) => ({
            value: reason,
            label: t(`name.standIn.${reason}`),
            checked: reply?.standIn === reason,
          }))}
        />
        <ButtonRow>
          <Button>{t('name.do')}</Button>
          <span className="muted">{t('name.left', { count: left, left: number(left) })}</span>
        </ButtonRow>
      </form>
    </Panel>
  )
}
