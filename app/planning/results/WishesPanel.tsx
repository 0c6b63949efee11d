import { paths } from '~/paths'
import { formatDate, formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { HiddenFields } from '~/ui/HiddenFields'
import { Panel } from '~/ui/Panel'
import { placeName } from './class-list'
import type { ScenarioView } from './view-scenario.server'

/** What the planner has settled besides the rules: classes that stay, what is ruled out, what is limited. Each can be undone. */
export function WishesPanel({ view }: { view: ScenarioView }) {
  const t = useT('plans')
  const locale = useLocale()
  const { settings, names, plan, scenario, solved, manages } = view
  const limited = settings.modules.filter(({ used, atMost }) => used && atMost !== null)
  const { pins, forbidden } = settings
  if (pins.length + forbidden.length + limited.length === 0) return null
  const module = (code: string) => names.modules[code] ?? code
  const listed = new Set(solved?.classes.map(({ key }) => key))
  const undo = (label: string, fields: Record<string, string>) =>
    manages ? (
      <form method="post" action={paths.planScenario(plan.id, scenario.number)} className="no-print">
        <HiddenFields values={{ ...fields, revision: scenario.revision }} />
        <button className="link">{label}</button>
      </form>
    ) : null
  return (
    <Panel title={t('wishes.title')} id="wishes">
      <ul className="tasks">
        {pins.map((pin) => {
          const name = `${module(pin.module)} · ${placeName(pin, names) || t('wishes.anyPlace')}`
          return (
            <li key={pin.key}>
              <span>
                {listed.has(pin.key) ? (
                  <a href={paths.planClass(plan.id, scenario.number, pin.key)}>{name}</a>
                ) : (
                  name
                )}
                <small>
                  {pin.week === null ? t('wishes.stays') : t('wishes.staysIn', { day: formatDate(pin.week) })}
                </small>
              </span>
              {undo(t('wishes.unpin'), { intent: 'unpin', key: pin.key })}
            </li>
          )
        })}
        {forbidden.map(({ module: code, venue }) => (
          <li key={`${code}-${venue}`}>
            <span>
              {venue === null
                ? t('wishes.nowhere', { module: module(code) })
                : t('wishes.notAt', { module: module(code), venue: names.venues[venue] ?? venue })}
            </span>
            {undo(t('wishes.allow'), { intent: 'allow', module: code, venue: venue ?? '' })}
          </li>
        ))}
        {limited.map(({ code, atMost }) => (
          <li key={`most-${code}`}>
            <span>
              {t('wishes.atMost', {
                module: module(code),
                most: formatNumber(locale, atMost ?? 0),
                count: atMost ?? 0,
              })}
            </span>
            {undo(t('wishes.unlimit'), { intent: 'unlimit', module: code })}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
