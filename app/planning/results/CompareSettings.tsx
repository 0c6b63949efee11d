import { paths } from '~/paths'
import { formatDate, formatNumber, formatPercent } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import type { PlanSettings } from '../settings'
import { differingSettings, listDifference, type ComparedSetting } from './compare-scenarios'
import type { Comparison } from './compare.server'
import type { PlanNames } from './plan-names'
import { moneyText } from './plan-words'

const partOf: Record<ComparedSetting, string> = {
  budget: 'money',
  norms: 'money',
  period: 'calendar',
  calendar: 'calendar',
  modules: 'modules',
  effects: 'modules',
  sizes: 'modules',
  communes: 'resources',
  trainers: 'resources',
  venues: 'resources',
  travel: 'resources',
  rules: 'rules',
  weights: 'rules',
  wishes: 'rules',
}

/** The settings in which the scenarios differ; what they have in common is left out. */
export function CompareSettings({ view }: { view: Comparison }) {
  const t = useT('plans')
  const locale = useLocale()
  const { plan, scenarios, names } = view
  const all = scenarios.map(({ settings }) => settings)
  const [first] = all
  const rows = differingSettings(all)
  return (
    <Panel title={t('differ.title')} landscape>
      {rows.length === 0 || !first ? (
        <p>{t('differ.none')}</p>
      ) : (
        <Table
          caption={t('differ.caption')}
          rows={rows}
          rowKey={(name) => name}
          columns={[
            { key: 'name', label: t('differ.setting'), cell: (name) => t(`differ.${name}`) },
            ...scenarios.map(({ line, settings }) => ({
              key: String(line.number),
              label: line.name,
              cell: (name: ComparedSetting) => (
                <a href={paths.planSettings(plan.id, line.number, partOf[name])}>
                  {settingText(t, locale, name, settings, first, names)}
                </a>
              ),
            })),
          ]}
        />
      )}
    </Panel>
  )
}

type Words = ReturnType<typeof useT<'plans'>>

function settingText(
  t: Words,
  locale: Locale,
  name: ComparedSetting,
  settings: PlanSettings,
  first: PlanSettings,
  names: PlanNames,
): string {
  const number = (value: number) => formatNumber(locale, value)
  const used = ({ modules }: PlanSettings) => modules.flatMap(({ code, used: is }) => (is ? [code] : []))
  const list = (own: string[], of: string[], called: Record<string, string>) => {
    const { more, less } = listDifference(of, own)
    const named = (codes: string[]) => codes.map((code) => called[code] ?? code).join(', ')
    return [
      number(own.length),
      more.length > 0 && t('differ.more', { names: named(more) }),
      less.length > 0 && t('differ.less', { names: named(less) }),
    ]
      .filter(Boolean)
      .join('; ')
  }
  switch (name) {
    case 'budget':
      return moneyText(locale, settings.budget)
    case 'period':
      return `${formatDate(settings.from)}–${formatDate(settings.until)}`
    case 'calendar':
      return t('differ.calendarText', {
        days: number(settings.weekdays.length),
        hours: number(settings.hoursPerDay),
        blocked: number(settings.blocked.length),
      })
    case 'norms':
      return t('differ.normsText', {
        trainer: moneyText(locale, settings.norms.trainerDay),
        room: moneyText(locale, settings.norms.roomDay),
      })
    case 'communes':
      return list(settings.communes, first.communes, names.communes)
    case 'modules':
      return list(used(settings), used(first), names.modules)
    case 'trainers':
      return list(settings.trainers, first.trainers, names.trainers)
    case 'venues':
      return list(settings.venues, first.venues, names.venues)
    case 'effects':
    case 'sizes':
      return settings === first
        ? t('differ.asFirst')
        : changedModules(name, settings, first, names) || t('differ.asFirst')
    case 'travel':
      return t('differ.hours', { hours: formatNumber(locale, settings.travelAtMost, 1) })
    case 'rules':
      return t('solved.rulesText', {
        away: formatPercent(locale, settings.awayShare),
        coverage: formatPercent(locale, settings.leastCoverage),
        perPerson: number(settings.perPerson),
      })
    case 'weights':
      return t('differ.weightsText', {
        count: Object.values(settings.weights).filter((weight) => weight !== 1).length,
      })
    case 'wishes':
      return t('differ.wishesText', {
        pins: number(settings.pins.length),
        forbidden: number(settings.forbidden.length),
        limited: number(
          settings.modules.filter(({ used: is, atLeast, atMost }) => is && (atLeast > 0 || atMost !== null))
            .length,
        ),
      })
  }
}

/** The modules whose effects or sizes are not those of the first scenario. */
function changedModules(
  name: 'effects' | 'sizes',
  settings: PlanSettings,
  first: PlanSettings,
  names: PlanNames,
): string {
  const form = ({ effect, hours, deliveries, least, most, visitMost }: PlanSettings['modules'][number]) =>
    JSON.stringify(name === 'effects' ? effect : [hours, deliveries, least, most, visitMost])
  return settings.modules
    .filter((each) => {
      const other = first.modules.find(({ code }) => code === each.code)
      return each.used && (!other || form(other) !== form(each))
    })
    .map(({ code }) => names.modules[code] ?? code)
    .join(', ')
}
