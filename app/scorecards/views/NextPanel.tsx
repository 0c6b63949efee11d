import { paths } from '~/paths'
import { useLocale, useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { TaskList } from '~/ui/TaskList'
import { pointsText, raiseText } from '../score-words'
import type { ShownCommune } from './view-commune.server'
import { workPlace } from './work-place'

/** So many steps are named: more would be no advice. */
const most = 6

/** What would raise the points of a commune next, and which figures somebody could still bring. */
export function NextPanel({
  commune,
  shown,
  mayEnter,
  isPlanner,
}: {
  commune: { code: string }
  shown: ShownCommune
  mayEnter: boolean
  isPlanner: boolean
}) {
  const t = useT('scorecard')
  const locale = useLocale()
  const rows = new Map(
    shown.groups.flatMap(({ criteria }) => criteria.map((row) => [row.criterion.code, row] as const)),
  )
  const place = (code: string) => {
    const { criterion, score, entered } = rows.get(code)!
    if (entered) return mayEnter ? paths.scorecardEntry(commune.code, code) : undefined
    return workPlace(criterion, score, commune.code, isPlanner) ?? undefined
  }
  return (
    <Panel title={t('next.title')}>
      {shown.raises.length === 0 && shown.finds.length === 0 ? <p>{t('next.none')}</p> : null}
      <TaskList
        items={[
          ...shown.raises.slice(0, most).map((raise) => {
            const { criterion } = rows.get(raise.code)!
            return {
              to: place(raise.code),
              title: criterion.name[locale],
              small: raiseText(locale, criterion, raise, shown.units),
              status: {
                kind: 'now' as const,
                label: t('next.gain', { points: pointsText(locale, raise.gain) }),
              },
            }
          }),
          ...shown.finds.slice(0, most).map((find) => ({
            to: place(find.code),
            title: rows.get(find.code)!.criterion.name[locale],
            small: t(`find.${find.missing}` as 'find.entry'),
            status: {
              kind: 'plain' as const,
              label: t('next.upTo', { points: pointsText(locale, find.gain) }),
            },
          })),
        ]}
      />
      <p className="small muted">{t('next.text')}</p>
    </Panel>
  )
}
