import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { placeName } from './class-list'
import { seatCount, type CodedClass } from './coded-class'
import { scheduleGroups, scheduleOrders, type ScheduleBy, type ScheduleGroup } from './schedule'
import type { SolvedView } from './solved-view'
import type { ScenarioView } from './view-scenario.server'
import { WeekTable, type WeekRow } from './WeekTable'

/** Up to so many classes stand each in a row; more are gathered in groups that open. */
const fewClasses = 14

type Props = { view: ScenarioView; solved: SolvedView; by: ScheduleBy }

/** Which classes are held when: a table by weeks, grouped as asked for. */
export function SchedulePanel({ view, solved, by }: Props) {
  const t = useT('plans')
  const locale = useLocale()
  const { plan, scenario, places } = view
  const orders = scheduleOrders.filter((each) => each !== 'cluster' || places.clusters.length > 0)
  const groupOf = useGroups(view, orders.includes(by) ? by : 'venue')
  const groups = scheduleGroups(solved.classes, solved.weeks, groupOf, ['', 'visit', 'online'])
  const classRow = useClassRow(view, by)
  if (solved.classes.length === 0) return null
  const few = solved.classes.length <= fewClasses
  const self = (query: Parameters<typeof paths.planScenario>[2]) =>
    paths.planScenario(plan.id, scenario.number, query)
  return (
    <Panel
      title={t('schedule.title')}
      landscape
      end={
        <span className="no-print">
          {t('schedule.by')}{' '}
          {orders.map((each, i) => (
            <span key={each}>
              {i > 0 ? ' · ' : ''}
              {each === by ? <b>{t(`by.${each}`)}</b> : <a href={self({ by: each })}>{t(`by.${each}`)}</a>}
            </span>
          ))}
        </span>
      }
    >
      {few ? (
        <WeekTable
          caption={t('schedule.caption')}
          weeks={solved.weeks}
          parts={groups.map((group) => ({ name: group.name, rows: group.classes.map(classRow) }))}
        />
      ) : (
        <>
          <WeekTable
            caption={t('schedule.captionGroups')}
            weeks={solved.weeks}
            parts={[{ name: null, rows: groups.map((group) => groupRow(group, by, self, t, locale)) }]}
          />
          <div className="no-print">
            {groups.map((group) => (
              <details key={group.key}>
                <summary>
                  {t('schedule.group', {
                    name: group.name,
                    classes: formatNumber(locale, group.classes.length),
                    seats: formatNumber(locale, group.seats),
                    count: group.classes.length,
                  })}
                </summary>
                <WeekTable
                  caption={group.name}
                  captionHidden
                  weeks={solved.weeks}
                  parts={[{ name: null, rows: group.classes.map(classRow) }]}
                />
              </details>
            ))}
          </div>
        </>
      )}
      <p className="small">
        <a href={self({ view: 'classes' })}>{t('schedule.all', { count: solved.classes.length })}</a> ·{' '}
        {t('schedule.pinHint')}
      </p>
      <p className="small muted">{t('schedule.legend')}</p>
    </Panel>
  )
}

/** What a class belongs to in the calendar. Visits and online seats are no class at a venue. */
function useGroups({ names, places }: ScenarioView, by: ScheduleBy) {
  const t = useT('plans')
  return (each: CodedClass): { key: string; name: string } => {
    if (by === 'module') return { key: `m-${each.module}`, name: names.modules[each.module] ?? each.module }
    if (each.delivery === 'online') return { key: 'online', name: t('delivery.online') }
    if (by === 'trainer') {
      const { trainer } = each
      return trainer === null
        ? { key: '', name: t('schedule.noTrainer') }
        : { key: `t-${trainer}`, name: names.trainers[trainer] ?? trainer }
    }
    if (by === 'cluster') {
      const commune = each.commune ?? places.venues[each.venue ?? ''] ?? ''
      const cluster = places.clusters.find(({ communes }) => communes.includes(commune))
      return cluster
        ? { key: `c-${cluster.name}`, name: cluster.name }
        : { key: '', name: t('schedule.noCluster') }
    }
    if (each.delivery === 'visit') return { key: 'visit', name: t('delivery.visit') }
    return { key: `v-${each.venue}`, name: placeName(each, names) }
  }
}

/** A class in its group: what the group does not say already. */
function useClassRow({ plan, scenario, names }: ScenarioView, by: ScheduleBy) {
  const t = useT('plans')
  return (each: CodedClass): WeekRow => {
    const module = names.modules[each.module] ?? each.module
    const place = placeName(each, names) || t('delivery.online')
    const trainer = each.trainer === null ? null : (names.trainers[each.trainer] ?? each.trainer)
    const seats = seatCount(each)
    return {
      key: each.key,
      delivery: each.delivery,
      head: (
        <>
          <a href={paths.planClass(plan.id, scenario.number, each.key)}>
            {by === 'module' || each.delivery === 'visit' ? place : module}
          </a>
          <small>
            {[
              t('class.seatsCount', { seats, count: seats }),
              each.delivery === 'visit' && by !== 'module' ? module : null,
              by === 'trainer' || by === 'cluster' ? (each.delivery === 'class' ? place : null) : trainer,
              each.pinned ? t('class.pinned') : null,
            ]
              .filter(Boolean)
              .join(' · ')}
          </small>
        </>
      ),
      cells: each.week === null ? null : { [each.week]: daysText(each.dates) },
      whole: t('schedule.ownTime'),
    }
  }
}

/** Days of the month of a class: `4–5`; of one that skips a day only the ends. */
function daysText(dates: readonly string[]): string {
  const [first, last] = [dates[0], dates.at(-1)].map((day) => (day === undefined ? '' : Number(day.slice(8))))
  return first === last ? String(first) : `${first}–${last}`
}

function groupRow(
  group: ScheduleGroup,
  by: ScheduleBy,
  self: (query: Parameters<typeof paths.planScenario>[2]) => string,
  t: ReturnType<typeof useT<'plans'>>,
  locale: ReturnType<typeof useLocale>,
): WeekRow {
  const [kind, code] = [group.key.slice(0, 2), group.key.slice(2)]
  const filter = { 'm-': 'module', 'v-': 'venue', 't-': 'trainer' }[kind]
  const narrowed = filter ? { [filter]: code } : { delivery: group.key || undefined }
  const [first] = group.classes
  const alike = group.classes.every(({ delivery }) => delivery === first?.delivery)
  return {
    key: group.key,
    delivery: alike && first ? first.delivery : 'class',
    head: (
      <>
        <a href={self({ view: 'classes', ...(by === 'cluster' ? {} : narrowed) })}>{group.name}</a>
        <small>
          {t('schedule.counts', {
            classes: formatNumber(locale, group.classes.length),
            seats: formatNumber(locale, group.seats),
            count: group.classes.length,
          })}
        </small>
      </>
    ),
    cells:
      group.timeless === group.classes.length
        ? null
        : Object.fromEntries(
            group.classes.flatMap(({ week }) =>
              week === null
                ? []
                : [[week, formatNumber(locale, group.classes.filter((each) => each.week === week).length)]],
            ),
          ),
    whole: t('schedule.ownTime'),
  }
}
