import { paths } from '~/paths'
import { formatDate, formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { TaskList } from '~/ui/TaskList'
import type { OpenSeats } from './seats-page.server'

/** What waits at a leader's desk: seats in classes that nobody of the commune has been named for. Nothing where there are none. */
export function SeatsTask({ open }: { open: OpenSeats[] }) {
  const t = useT('carry')
  const locale = useLocale()
  if (open.length === 0) return null
  return (
    <Panel title={t('desk.title')}>
      <TaskList
        items={open.map(({ code, name, seats, classes, nameBy, late }) => ({
          to: paths.communeSeats(code),
          title: t('desk.name', { count: seats, seats: formatNumber(locale, seats) }),
          small: t('desk.small', { name, count: classes, classes: formatNumber(locale, classes) }),
          status: {
            kind: late ? 'care' : 'now',
            label: t(late ? 'seats.over' : 'desk.until', { date: formatDate(nameBy) }),
          },
        }))}
      />
    </Panel>
  )
}
