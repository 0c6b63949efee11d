import { seeded } from '../numeric/random.ts'
import { coverageOf } from './coverage.ts'
import { drawAmong, eligible } from './exposure.ts'
import { precisionOf, prospects } from './gain.ts'
import { pilotPlaces } from './pilots.ts'
import { admit, type Admitted } from './rules.ts'
import { type Compared, traced } from './trace.ts'
import type { AdaptiveSettings, AdaptiveState, BankItem, Choice, Exclusion, StopReason } from './types.ts'

/** An item of the easy start is expected to bring at least this share of its points. */
const easyFrom = 0.75

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
  const { targets, seed } = state
  const number = state.asked.length + 1
  const excluded: Partial<Record<Exclusion, number>> = {}
  const exclude = (why: Exclusion) => (excluded[why] = (excluded[why] ?? 0) + 1)
  const { asked, rest } = divide(bank, state, exclude)
  const askable = rest.filter(({ pilot }) => !pilot)
  const places = pilotPlaces(seed, settings)
  const coverage = coverageOf(state, settings, asked, askable, settings.most - places.size)
  const before = targets.length > 0 ? precisionOf(state) : 0
  const scored = asked.filter(({ pilot }) => !pilot).length
  const done = { state, settings, scored, before, coverage, excluded }
  const precise = before <= settings.precision

  const stop = (reason: StopReason): Choice => ({
    kind: 'stop',
    reason,
    trace: traced(done, { reason, relaxed: [], ranked: [], drawn: null }),
  })
  if (targets.length === 0) return stop('bank')
  if (settings.minutes !== null && state.seconds >= settings.minutes * 60) return stop('time')
  if (number > settings.most) return stop('length')
  if (precise && coverage.need === 0) return stop('precision')

  const random = seeded(`${seed}:${number}`)
  const prospect = prospects(state, settings.undecided)
  const compare = ({ item, breaks }: Admitted): Compared => ({
    item,
    breaks,
    ...prospect(item.dimension, item.parameters),
  })
  const pilot = places.has(number) ? nextPilot(rest, state, settings, random()) : null
  if (pilot) {
    const drawn = compare({ item: pilot, breaks: [] })
    return {
      kind: 'item',
      item: pilot,
      trace: traced(done, { reason: 'pilot', relaxed: [], ranked: [], drawn }),
    }
  }
  for (const item of rest) if (item.pilot) exclude('pilot')

  const ahead = [...places].filter((place) => place >= number).length
  const pressing =
    coverage.need > 0 && (precise || coverage.need >= settings.most - state.asked.length - ahead)
  const pool = admit(askable, { state, settings, coverage, pressing }, exclude).map(compare)
  if (pool.length === 0) return stop('bank')
  const start = number <= settings.easyFirst
  const easy = start ? pool.filter(({ success }) => success >= easyFrom) : pool
  const hard = easy.length === 0
  if (!hard) for (let i = easy.length; i < pool.length; i++) exclude('hard')
  const value = ({ gain, success }: Compared) => (hard ? success : gain)
  const ranked = (hard ? pool : easy).sort((a, b) => value(b) - value(a) || (a.item.id < b.item.id ? -1 : 1))
  const drawn = drawAmong(ranked, value, random)
  const reason = start ? 'easy' : pressing ? 'coverage' : 'gain'
  const trace = traced(done, {
    reason,
    relaxed: hard ? ['easy', ...drawn.breaks] : drawn.breaks,
    ranked,
    drawn,
  })
  return { kind: 'item', item: drawn.item, trace }
}

/** The asked items, and those that may be asked: neither asked themselves nor of the family of one that was. */
function divide(bank: readonly BankItem[], state: AdaptiveState, exclude: (why: Exclusion) => void) {
  const ids = new Set(state.asked)
  const asked = bank.filter(({ id }) => ids.has(id))
  const families = new Set(asked.flatMap(({ family }) => (family === null ? [] : [family])))
  const rest: BankItem[] = []
  for (const item of bank) {
    if (ids.has(item.id)) exclude('asked')
    else if (item.family !== null && families.has(item.family)) exclude('family')
    else rest.push(item)
    if (item.dimension >= state.prior.mean.length)
      throw new RangeError(
        `item ${item.code} measures competency ${item.dimension} of ${state.prior.mean.length}`,
      )
  }
  return { asked, rest }
}

/** The pilot that the fewest people have met, at chance among equals (`lot`, 0…1); none once all are at the cap. */
function nextPilot(
  rest: readonly BankItem[],
  state: AdaptiveState,
  settings: AdaptiveSettings,
  lot: number,
): BankItem | null {
  const wanted = new Set(state.targets.map(({ dimension }) => dimension))
  const pilots = rest.filter(
    (item) => item.pilot && wanted.has(item.dimension) && eligible(item, state, settings),
  )
  const shown = (item: BankItem) => state.shown.get(item.id) ?? 0
  const least = Math.min(...pilots.map(shown))
  const equal = pilots.filter((item) => shown(item) === least).sort((a, b) => (a.id < b.id ? -1 : 1))
  return equal[Math.floor(lot * equal.length)] ?? null
}
