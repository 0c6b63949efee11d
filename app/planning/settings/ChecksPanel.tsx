import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Note } from '~/ui/Note'
import { dongText } from '../money'
import type { Check } from './checks'
import { moduleTitle } from './field-words'
import type { SettingsView } from './view-settings.server'

const mostNames = 4

/** What clashes or brings nothing on this page, in words, with where it is mended. */
export function ChecksPanel({ view }: { view: SettingsView }) {
  const t = useT('planning')
  const words = useCheckWords(view)
  const own = view.checks.filter(({ part }) => part === view.part)
  const others = view.checks.length - own.length
  if (own.length === 0)
    return (
      <p className="muted">{others === 0 ? t('checks.none') : t('checks.noneHere', { count: others })}</p>
    )
  return (
    <Note kind="care" title={t('checks.title', { count: own.length })}>
      <ul>
        {own.map((check, i) => (
          <li key={i}>
            {words(check)} <MendLink check={check} />
          </li>
        ))}
      </ul>
    </Note>
  )
}

function MendLink({ check }: { check: Check }) {
  const t = useT('planning')
  const to = {
    noTrainer: paths.planTrainers(),
    noTrainerRequired: paths.planTrainers(),
    noTrainers: paths.planTrainers({ edit: 'new' }),
    smallRooms: paths.planVenues(),
    noVenues: paths.planVenues({ edit: 'new' }),
    unreached: paths.planTravel(),
    idleVenue: paths.planTravel(),
    normsZero: paths.planNorms(),
  }[check.key as string]
  return to ? <a href={to}>{t('checks.mend')}</a> : null
}

/** A check as a sentence, with at most four names and the number of the others. */
function useCheckWords({ lists }: SettingsView): (check: Check) => string {
  const t = useT('planning')
  const locale = useLocale()
  const listed = (names: string[]) =>
    names.length > mostNames
      ? t('checks.others', { names: names.slice(0, mostNames).join(', '), count: names.length - mostNames })
      : names.join(', ')
  return ({ key, values, modules = [], communes = [], venues = [] }) => {
    const money = key === 'coverageMoney' || key === 'requiredMoney'
    const numbers = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        name === 'count'
          ? value
          : money
            ? dongText(locale, value)
            : formatNumber(locale, value, value % 1 === 0 ? 0 : 1),
      ]),
    )
    return t(`check.${key}`, {
      ...numbers,
      modules: listed(modules.map((code) => moduleTitle(lists, code, locale))),
      communes: listed(
        communes.map((code) => lists.communes.find((each) => each.code === code)?.name ?? code),
      ),
      venues: listed(venues.map((id) => lists.venues.find((each) => each.id === id)?.name ?? id)),
    })
  }
}
