import { useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { ChoiceGroup } from '~/ui/ChoiceGroup'
import { Panel } from '~/ui/Panel'
import { offeredDays } from './reminder-days'
import type { RemindersView } from './view-reminders.server'

/** The days on which a campaign reminds by itself: a planner sets them, a leader reads them. */
export function ReminderDaysPanel({ view }: { view: RemindersView }) {
  const t = useT('reminders')
  const { daysBefore, manages, mail } = view
  const words = (day: number) => (day === 0 ? t('days.last') : t('days.before', { count: day }))
  if (!manages) {
    const days = offeredDays.filter((day) => daysBefore.includes(day)).map(words)
    return (
      <Panel title={t('days.title')} id="days">
        <p>{days.length > 0 ? t('days.own', { days: days.join(', ') }) : t('days.off')}</p>
      </Panel>
    )
  }
  return (
    <Panel title={t('days.title')} id="days">
      <p>{t('days.what')}</p>
      {mail ? null : <p className="small muted">{t('days.byHand')}</p>}
      <form method="post">
        <ChoiceGroup
          id="day"
          name="day"
          type="checkbox"
          tight
          legend={t('days.legend')}
          hint={t('days.hint')}
          options={offeredDays.map((day) => ({
            value: String(day),
            label: words(day),
            checked: daysBefore.includes(day),
          }))}
        />
        <ButtonRow>
          <Button quiet>{t('days.save')}</Button>
        </ButtonRow>
      </form>
    </Panel>
  )
}
