import { differenceOf } from '~/gaps/change-figures'
import type { Interval } from '~/gaps/wilson'
import type { PlanSettings } from '../settings'
import { seatCount, seatsByCommune } from './coded-class'
import type { SolvedView } from './solved-view'

/** What of the settings may differ between scenarios; each is a row of the comparison. */
const comparedSettings = [
  'budget',
  'period',
  'calendar',
  'norms',
  'communes',
  'modules',
  'effects',
  'sizes',
  'trainers',
  'venues',
  'travel',
  'rules',
  'weights',
  'wishes',
] as const
export type ComparedSetting = (typeof comparedSettings)[number]

const sorted = (codes: readonly string[]) => [...codes].sort()

/** A setting in a form that is equal where the setting means the same; the order of lists means nothing. */
function formOf(settings: PlanSettings, name: ComparedSetting): unknown {
  const used = settings.modules.filter((each) => each.used).sort((a, b) => (a.code < b.code ? -1 : 1))
  switch (name) {
    case 'budget':
      return settings.budget
    case 'period':
      return [settings.from, settings.until]
    case 'calendar':
      return [
        [...settings.weekdays].sort((a, b) => a - b),
        settings.hoursPerDay,
        settings.blocked.map(({ span }) => span.join()).sort(),
      ]
    case 'norms':
      return settings.norms
    case 'communes':
      return sorted(settings.communes)
    case 'modules':
      return used.map(({ code }) => code)
    case 'effects':
      return used.map(({ code, effect }) => [code, effect])
    case 'sizes':
      return used.map(({ code, hours, deliveries, least, most, visitMost }) => [
        code,
        hours,
        sorted(deliveries),
        least,
        most,
        visitMost,
      ])
    case 'trainers':
      return sorted(settings.trainers)
    case 'venues':
      return sorted(settings.venues)
    case 'travel':
      return settings.travelAtMost
    case 'rules':
      return [settings.awayShare, settings.leastCoverage, settings.perPerson, sorted(settings.open)]
    case 'weights':
      return Object.entries(settings.weights)
        .filter(([, weight]) => weight !== 1)
        .sort(([a], [b]) => (a < b ? -1 : 1))
    case 'wishes':
      return [
        settings.pins.map(({ key }) => key).sort(),
        settings.forbidden.map(({ module, venue }) => `${module}/${venue}`).sort(),
        used.map(({ code, atLeast, atMost }) => [code, atLeast, atMost]),
      ]
  }
}

/** The settings in which the scenarios are not all the same. */
export function differingSettings(all: readonly PlanSettings[]): ComparedSetting[] {
  return comparedSettings.filter(
    (name) => new Set(all.map((settings) => JSON.stringify(formOf(settings, name)))).size > 1,
  )
}

/** What a list has that the first one lacks, and the other way round. */
export function listDifference(first: readonly string[], own: readonly string[]) {
  return {
    more: own.filter((code) => !first.includes(code)),
    less: first.filter((code) => !own.includes(code)),
  }
}

/** Seats in all, communes without a seat, and seats a person. */
export function coverageOf({
  classes,
  settings,
  people,
}: Pick<SolvedView, 'classes' | 'settings' | 'people'>) {
  const seated = new Set(classes.flatMap((each) => [...seatsByCommune(each).keys()]))
  const seats = classes.reduce((sum, each) => sum + seatCount(each), 0)
  return {
    seats,
    perPerson: people > 0 ? seats / people : 0,
    without: settings.communes.filter((code) => !seated.has(code)),
  }
}

export type Standing = {
  /**
   * `sure`: the better one reaches more than any plan within the other's limits can; `open`: what the two leave unsolved
   * overlaps; `incomparable`: they weigh the gaps differently or take other effects, so that their sums are of different things.
   */
  model: 'sure' | 'open' | 'incomparable'
  /** How much lower the better one's share below target is expected to be, with its 90 % interval; null without figures. */
  fall: (Interval & { share: number }) | null
  clear: boolean
}

/**
 * Whether one result is surely better than another. The interval of the difference (Zou and Donner 2008) takes the two shares
 * as independent; they rest on the same survey and the same effects, so that it is rather too wide.
 */
export function standingOf(best: SolvedView, other: SolvedView): Standing {
  const alike = differingSettings([best.settings, other.settings]).every(
    (name) => name !== 'weights' && name !== 'effects' && name !== 'communes',
  )
  const model = !alike ? 'incomparable' : best.value > other.bound ? 'sure' : 'open'
  if (!best.expected || !other.expected) return { model, fall: null, clear: false }
  const [low, high] = [best.expected.whole.after, other.expected.whole.after]
  const interval = differenceOf(low, high)
  return {
    model,
    fall: { share: high.share - low.share, ...interval },
    clear: interval.low > 0 || interval.high < 0,
  }
}
