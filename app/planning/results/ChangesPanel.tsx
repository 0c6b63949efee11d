import { paths } from '~/paths'
import { formatDate, formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { Tag } from '~/ui/Tag'
import { isUnchanged, type ClassLine } from './changes'
import { placeName } from './class-list'
import { gainText, moneyText } from './plan-words'
import type { SolvedView } from './solved-view'
import type { ScenarioView } from './view-scenario.server'

const shownFirst = 3

/** What solving again has changed against the result before: what came, what went, and what moved. */
export function ChangesPanel({ view, solved }: { view: ScenarioView; solved: SolvedView }) {
  const t = useT('plans')
  const locale = useLocale()
  const { changes } = solved
  if (!changes) return null
  const number = (value: number) => formatNumber(locale, value)
  const { added, removed, moved, same, before } = changes
  const rows = [
    ...added.map((line) => ({ kind: 'ok' as const, label: t('changes.added'), line, link: true, parts: '' })),
    ...removed.map((line) => ({
      kind: 'bad' as const,
      label: t('changes.removed'),
      line,
      link: false,
      parts: '',
    })),
    ...moved.map(({ before: was, after, parts }) => ({
      kind: 'care' as const,
      label: t('changes.moved'),
      line: after,
      link: true,
      parts: parts.map((part) => movedText(part, was, after)).join('; '),
    })),
  ]
  function movedText(part: (typeof moved)[number]['parts'][number], was: ClassLine, now: ClassLine): string {
    const day = (week: string | null) => (week === null ? '–' : formatDate(week))
    const trainer = ({ trainer: id }: ClassLine) => (id === null ? '–' : (view.names.trainers[id] ?? id))
    const [from, to] = {
      week: [day(was.week), day(now.week)],
      venue: [placeName(was, view.names), placeName(now, view.names)],
      trainer: [trainer(was), trainer(now)],
      seats: [number(was.seats), number(now.seats)],
    }[part]
    return from === to ? t('changes.people') : t(`changes.${part}`, { from: from!, to: to! })
  }
  const list = (some: typeof rows) => (
    <ul className="tasks">
      {some.map(({ kind, label, line, link, parts }) => {
        const name = `${view.names.modules[line.module] ?? line.module} · ${placeName(line, view.names) || t('delivery.online')}`
        return (
          <li key={`${label}-${line.key}`}>
            <span>
              {link ? (
                <a href={paths.planClass(view.plan.id, view.scenario.number, line.key)}>{name}</a>
              ) : (
                name
              )}
              <small>
                {parts ||
                  [
                    line.week === null ? null : t('class.weekOf', { day: formatDate(line.week) }),
                    t('class.seatsCount', { seats: number(line.seats), count: line.seats }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
              </small>
            </span>
            <Tag kind={kind}>{label}</Tag>
          </li>
        )
      })}
    </ul>
  )
  return (
    <Panel title={t('changes.title')}>
      <p>
        {isUnchanged(changes)
          ? t('changes.none')
          : t('changes.lead', {
              same: number(same),
              added: number(added.length),
              removed: number(removed.length),
              moved: number(moved.length),
            })}{' '}
        {t('changes.before', {
          cost: moneyText(locale, before.cost),
          gain: gainText(locale, before.gain),
          newCost: moneyText(locale, solved.total),
          newGain: gainText(locale, solved.value),
        })}
      </p>
      {list(rows.slice(0, shownFirst))}
      {rows.length > shownFirst ? (
        <details>
          <summary>{t('changes.more', { count: rows.length - shownFirst })}</summary>
          {list(rows.slice(shownFirst))}
        </details>
      ) : null}
    </Panel>
  )
}
