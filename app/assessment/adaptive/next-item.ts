import { seeded } from '../numeric/random.ts'
import { coverageOf } from './coverage.ts'
import { drawAmong, eligible, leastShown } from './exposure.ts'
import { precisionOf, prospects } from './gain.ts'
import { pilotPlaces } from './pilots.ts'
import { type Compared, traced } from './trace.ts'
import {
  type AdaptiveSettings,
  type AdaptiveState,
  type BankItem,
  type Choice,
  type Exclusion,
  type Relaxation,
  type StopReason,
} from './types.ts'

type Rule = Exclude<Relaxation, 'easy'>
type Standing = { item: BankItem; breaks: Rule[] }

/** An item of the easy start is expected to bring at least this share of its points. */
const easyFrom = 0.75
/** What gives way, in this order, when nothing is left to ask; the easy start has its own step. */
const givingWay: Rule[][] = [
  [],
  ['spread'],
  ['exposure'],
  ['spread', 'exposure'],
  ['spread', 'targets'],
  ['spread', 'targets', 'exposure'],
]


/**
 * The next item of an adaptive quiz, or why it ends. Pure: the same bank (which holds the asked items too), state and
 * settings give the same choice, so a sitting resumed elsewhere goes on as it would have.
 *
 * It ends at the time limit, at `most` items, at the precision once content coverage is met, or when the bank has
 * nothing more on the targets and their domains. Otherwise: at a pilot's place the least shown pilot of a target
 * competency; else, among the items that no rule excludes, one of the best by expected gain (see prospects()). Rules
 * that leave nothing give way one by one, and the trace says which. Throws RangeError for a dimension outside the prior.
 */
export function nextItem(
  bank: readonly BankItem[],
  state: AdaptiveState,
  settings: AdaptiveSettings,
): Choice {
  const number = state.asked.length + 1
  const excluded: Partial<Record<Exclusion, number>> = {}
  const exclude = (why: Exclusion) => (excluded[why] = (excluded[why] ?? 0) + 1)
  const { asked, rest } = open(bank, state, exclude)
  const scored = rest.filter(({ pilot }) => !pilot)
  const places = pilotPlaces(state.seed, settings)
  const room = settings.most - places.size
  const coverage = coverageOf(state, settings, asked, scored, room)
  const before = state.targets.length > 0 ? precisionOf(state) : 0
  const random = seeded(`${state.seed}:${number}`)
  const done = { state, settings, scored: asked.filter(({ pilot }) => !pilot).length, before, coverage, excluded }
  const stop = (reason: StopReason): Choice => ({
    kind: 'stop',
    reason,
    trace: traced(done, { reason, relaxed: [], ranked: [], drawn: null }),
  })

  const precise = before <= settings.precision
  if (state.targets.length === 0) return stop('bank')
  if (settings.minutes !== null && state.seconds >= settings.minutes * 60) return stop('time')
  if (number > settings.most) return stop('length')
  if (precise && coverage.need === 0) return stop('precision')

  const wanted = new Set(state.targets.map(({ dimension }) => dimension))
  const ahead = [...places].filter((place) => place >= number).length
  const pressing = coverage.need > 0 && (precise || coverage.need >= settings.most - state.asked.length - ahead)
  const prospect = prospects(state, settings.undecided)
  const compare = ({ item, breaks }: Standing): Compared => ({
    item,
    breaks,
    ...prospect(item.dimension, item.parameters),
  })

  if (places.has(number)) {
    const pilot = nextPilot(rest, wanted, state, settings, random())
    if (pilot)
      return {
        kind: 'item',
        item: pilot,
        trace: traced(done, { reason: 'pilot', relaxed: [], ranked: [], drawn: compare({ item: pilot, breaks: [] }) }),
      }
  }

  const domains = new Set([...wanted].map((k) => state.domainOf[k]))
  const standings = scored.flatMap((item): Standing[] => {
    const { dimension } = item
    if (pressing && !coverage.short.has(dimension)) return (exclude('coverage'), [])
    const aside = !wanted.has(dimension)
    if (aside && !domains.has(state.domainOf[dimension])) return (exclude('aside'), [])
    const full = (coverage.asked.get(dimension) ?? 0) >= coverage.most
    const breaks: Rule[] = []
    if (aside) breaks.push('targets')
    if (full) breaks.push('spread')
    if (!eligible(item, state, settings)) breaks.push('exposure')
    return [{ item, breaks }]
  })

  for (const relaxed of givingWay) {
    const fits = standings.filter(({ breaks }) => breaks.every((rule) => relaxed.includes(rule)))
    if (fits.length === 0) continue
    for (const { breaks } of standings) {
      const rule = breaks.find((each) => !relaxed.includes(each))
      if (rule) exclude(rule === 'targets' ? 'aside' : rule)
    }
    const pool = (relaxed.includes('exposure') ? leastShown(fits, state) : fits).map(compare)
    for (let i = pool.length; i < fits.length; i++) exclude('exposure')
    const start = number <= settings.easyFirst
    const easy = start ? pool.filter(({ success }) => success >= easyFrom) : pool
    const hard = start && easy.length === 0
    if (!hard) for (let i = easy.length; i < pool.length; i++) exclude('hard')
    const value = ({ gain, success }: Compared) => (hard ? success : gain)
    const ranked = (hard ? pool : easy).sort(
      (a, b) => value(b) - value(a) || (a.item.id < b.item.id ? -1 : 1),
    )
    const drawn = drawAmong(ranked, value, random)
    const reason = start ? 'easy' : pressing ? 'coverage' : 'gain'
    const gaveWay: Relaxation[] = hard ? ['easy', ...drawn.breaks] : drawn.breaks
    return {
      kind: 'item',
      item: drawn.item,
      trace: traced(done, { reason, relaxed: gaveWay, ranked, drawn }),
    }
  }
  return stop('bank')
}

/** The asked items, and those that may be asked: neither asked themselves nor of the family of one that was. */
function open(bank: readonly BankItem[], state: AdaptiveState, exclude: (why: Exclusion) => void) {
  const ids = new Set(state.asked)
  const asked = bank.filter(({ id }) => ids.has(id))
  const families = new Set(asked.flatMap(({ family }) => (family === null ? [] : [family])))
  const rest: BankItem[] = []
  for (const item of bank) {
    if (ids.has(item.id)) exclude('asked')
    else if (item.family !== null && families.has(item.family)) exclude('family')
    else rest.push(item)
    if (item.dimension >= state.prior.mean.length)
      throw new RangeError(`item ${item.code} measures competency ${item.dimension} of ${state.prior.mean.length}`)
  }
  return { asked, rest }
}

/** The pilot that the fewest people have met, at chance among equals (`lot`, 0…1); none once all are at the cap. */
function nextPilot(
  rest: readonly BankItem[],
  wanted: ReadonlySet<number>,
  state: AdaptiveState,
  settings: AdaptiveSettings,
  lot: number,
): BankItem | null {
  const pilots = rest.filter(
    (item) => item.pilot && wanted.has(item.dimension) && eligible(item, state, settings),
  )
  const shown = (item: BankItem) => state.shown.get(item.id) ?? 0
  const least = Math.min(...pilots.map(shown))
  const equal = pilots.filter((item) => shown(item) === least).sort((a, b) => (a.id < b.id ? -1 : 1))
  return equal[Math.floor(lot * equal.length)] ?? null
}
