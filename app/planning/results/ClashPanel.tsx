import { paths } from '~/paths'
import { formatNumber } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import type { Clash, Demand } from '../solution'
import type { PlanNames } from './plan-names'
import { moneyText } from './plan-words'
import type { ScenarioView } from './view-scenario.server'

/** The part of the settings in which a demand is changed. */
const partOf: Record<Demand, string> = {
  budget: 'money',
  coverage: 'rules',
  required: 'modules',
  pins: 'rules',
  away: 'rules',
  trainers: 'resources',
  rooms: 'resources',
  calendar: 'calendar',
  reach: 'resources',
  perPerson: 'rules',
  size: 'modules',
  time: 'rules',
}

/** Which demands cannot hold together, each with the page that mends it. */
export function ClashPanel({ view, clash }: { view: ScenarioView; clash: Clash[] }) {
  const t = useT('plans')
  const locale = useLocale()
  const { plan, scenario, names, solved } = view
  const isProved = clash.every((one) => one.demand !== 'time')
  return (
    <section className="note stop" role="alert">
      <h2>{t(isProved ? 'clash.title' : 'clash.unproved')}</h2>
      {isProved ? <p>{t(clash.length > 1 ? 'clash.together' : 'clash.alone')}</p> : null}
      <ul>
        {clash.map(({ demand, values }, i) => (
          <li key={`${demand}-${i}`}>
            {t(`clash.${demand}`)} {detailOf(t, values, names, locale)}{' '}
            <a
              href={
                demand === 'pins' ? '#wishes' : paths.planSettings(plan.id, scenario.number, partOf[demand])
              }
            >
              {t('clash.mend')}
            </a>
          </li>
        ))}
      </ul>
      {solved ? <p>{t(isProved ? 'clash.earlier' : 'clash.before')}</p> : null}
    </section>
  )
}

/** What is known besides: which module, commune or venue it is about, and what would be enough. */
function detailOf(
  t: ReturnType<typeof useT<'plans'>>,
  values: Clash['values'],
  names: PlanNames,
  locale: Locale,
): string {
  const text = (key: string) => (values[key] === undefined ? null : String(values[key]))
  const number = (key: string) => (typeof values[key] === 'number' ? values[key] : null)
  const [module, commune] = [text('module'), text('commune')]
  const [need, have, classes, seats] = [number('need'), number('have'), number('classes'), number('seats')]
  const [communes, most, days] = [number('communes'), number('most'), number('days')]
  const seconds = number('seconds')
  return [
    module && t('clash.module', { module: names.modules[module] ?? module }),
    commune && t('clash.commune', { commune: names.communes[commune] ?? commune }),
    communes !== null &&
      communes > 1 &&
      t('clash.communes', { communes: formatNumber(locale, communes), count: communes }),
    classes !== null && t('clash.classes', { classes: formatNumber(locale, classes), count: classes }),
    seats !== null && t('clash.seats', { seats: formatNumber(locale, seats), count: seats }),
    most !== null && t('clash.most', { most: formatNumber(locale, most), count: most }),
    days !== null && t('clash.days', { days: formatNumber(locale, days), count: days }),
    seconds !== null && t('clash.seconds', { seconds: formatNumber(locale, seconds), count: seconds }),
    need !== null &&
      have !== null &&
      t('clash.need', { need: moneyText(locale, need), have: moneyText(locale, have) }),
  ]
    .filter(Boolean)
    .join(' ')
}
