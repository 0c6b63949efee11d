import { normalCdf, normalPdf, normalQuantile } from '~/assessment/numeric/normal'
import { z90 } from '~/gaps/wilson'
import { probitBelow, shareAfter, type Basis } from './basis'
import type { BeforeAfter, EffectUsed, Expected, ShareInterval } from './expected'
import type { PlanProblem } from './problem'
import type { SolvedClass } from './solution'

/**
 * One cell of a commune, a position and a competency that the position needs. `people`: of the position there; `seats`: of
 * them in classes that teach it, by effect. `slope` and `fall`: how the people below target before and after change with the
 * cell's probit; `pull`: how those after change with each effect.
 */
type Cell = {
  /** Index in the problem. */ commune: number
  /** Indices in the basis. */ place: number
  position: number
  k: number
  people: number
  before: number
  after: number
  slope: { before: number; after: number }
  pull: Map<number, number>
}

/**
 * The share of people × needed competencies below target, as the campaign's report counts it, before a plan and as expected
 * after its classes; of the whole, by domain, and by commune, over the communes of the problem. Whoever takes a seat is taken
 * as one of the group at random, and counted with the largest of the effects on a competency where a group has more seats
 * than people.
 *
 * The 90 % intervals are by the delta method on the probit scale, so that they stay in 0–1. Errors of the province, of each
 * commune, of each position and of each effect are taken as independent of each other, and those of one place or position
 * as fully dependent over competencies, which makes the interval rather too wide.
 */
export function expectedAfter(
  basis: Basis,
  problem: PlanProblem,
  effects: readonly EffectUsed[],
  classes: readonly Pick<SolvedClass, 'module' | 'delivery' | 'seats'>[],
): Expected {
  const cells = cellsOf(basis, problem, effects, classes)
  const of = (own: readonly Cell[]) => beforeAfter(basis, effects, own)
  const domains = [...new Set(basis.competencies.map(({ domain }) => domain))]
  return {
    whole: of(cells),
    domains: domains.flatMap((domain) => {
      const own = cells.filter(({ k }) => basis.competencies[k]!.domain === domain)
      return own.length > 0 ? [{ domain, ...of(own) }] : []
    }),
    communes: problem.communes.flatMap(({ code }, commune) => {
      const own = cells.filter((cell) => cell.commune === commune)
      return own.length > 0 ? [{ commune: code, ...of(own) }] : []
    }),
    effects: [...effects],
  }
}

function cellsOf(
  basis: Basis,
  problem: PlanProblem,
  effects: readonly EffectUsed[],
  classes: readonly Pick<SolvedClass, 'module' | 'delivery' | 'seats'>[],
): Cell[] {
  const communeAt = new Map(basis.communes.map(({ code }, i) => [code, i]))
  const positionAt = new Map(basis.positions.map(({ code }, i) => [code, i]))
  const seats = seatsByEffect(problem, effects, classes)
  return problem.groups.flatMap(({ commune, position, people }, g): Cell[] => {
    const [c, p] = [communeAt.get(problem.communes[commune]!.code), positionAt.get(position)]
    if (c === undefined || p === undefined) return []
    return basis.positions[p]!.needs.flatMap((k): Cell[] => {
      const probit = probitBelow(basis, c, p, k)
      if (probit === null) return []
      const { code } = basis.competencies[k]!
      const taken = [...(seats.get(g) ?? [])]
        .filter(([e]) => effects[e]!.teaches?.includes(code) && effects[e]!.effect > 0)
        .sort(([a], [b]) => effects[b]!.effect - effects[a]!.effect)
      const share = shareAfter(probit, 0, basis.sd)
      const cell: Cell = {
        ...{ commune, place: c, position: p, k, people },
        before: people * share,
        after: 0,
        slope: { before: people * normalPdf(probit), after: 0 },
        pull: new Map(),
      }
      let left = people
      for (const [e, count] of taken) {
        const counted = Math.min(left, count)
        const shifted = probit - effects[e]!.effect / basis.sd
        left -= counted
        cell.after += counted * normalCdf(shifted)
        cell.slope.after += counted * normalPdf(shifted)
        cell.pull.set(e, (-counted * normalPdf(shifted)) / basis.sd)
      }
      cell.after += left * share
      cell.slope.after += left * normalPdf(probit)
      return [cell]
    })
  })
}

/** Seats of each group by the effect (index) that they have. */
function seatsByEffect(
  problem: PlanProblem,
  effects: readonly EffectUsed[],
  classes: readonly Pick<SolvedClass, 'module' | 'delivery' | 'seats'>[],
): Map<number, Map<number, number>> {
  const effectAt = new Map(effects.map(({ module, delivery }, e) => [`${module} ${delivery}`, e]))
  const taken = new Map<number, Map<number, number>>()
  for (const { module, delivery, seats } of classes) {
    const e = effectAt.get(`${problem.modules[module]!.code} ${delivery}`)
    if (e === undefined) continue
    for (const { group, seats: count } of seats) {
      const own = taken.get(group) ?? new Map<number, number>()
      taken.set(group, own.set(e, (own.get(e) ?? 0) + count))
    }
  }
  return taken
}

function beforeAfter(basis: Basis, effects: readonly EffectUsed[], cells: readonly Cell[]): BeforeAfter {
  const needs = cells.reduce((sum, { people }) => sum + people, 0)
  const pulls = effects.map(
    (effect, e) => effect.error * cells.reduce((sum, { pull }) => sum + (pull.get(e) ?? 0), 0),
  )
  const interval = (time: 'before' | 'after'): ShareInterval => {
    const ofBasis = basisError(basis, cells, time)
    const sd = time === 'after' ? Math.hypot(ofBasis, ...pulls) : ofBasis
    const count = cells.reduce((sum, cell) => sum + cell[time], 0)
    return needs === 0 ? { share: 0, low: 0, high: 0 } : shareInterval(count / needs, sd / needs)
  }
  return { before: interval('before'), after: interval('after') }
}

/** Standard error, in people × competencies, that the figures of the province, the communes and the positions leave. */
function basisError(basis: Basis, cells: readonly Cell[], time: 'before' | 'after'): number {
  let province = 0
  const places = new Map<number, number>()
  const positions = new Map<number, number>()
  const add = (sums: Map<number, number>, key: number, value: number) =>
    sums.set(key, (sums.get(key) ?? 0) + value)
  for (const { place, position, k, slope } of cells) {
    province += slope[time] * (basis.centre[k]?.[1] ?? 0)
    add(places, place, slope[time] * (basis.communes[place]!.above[k]?.[1] ?? 0))
    add(positions, position, slope[time] * (basis.positions[position]!.above[k]?.[1] ?? 0))
  }
  return Math.hypot(province, ...places.values(), ...positions.values())
}

/** The 90 % interval of a share with a standard error, worked out on the probit scale. */
function shareInterval(share: number, error: number): ShareInterval {
  if (share <= 0 || share >= 1) return { share, low: share, high: share }
  const probit = normalQuantile(share)
  const half = (z90 * error) / normalPdf(probit)
  return { share, low: normalCdf(probit - half), high: normalCdf(probit + half) }
}
