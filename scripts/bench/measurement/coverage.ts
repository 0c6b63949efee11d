// One simulated population and its estimates: how often the intervals hold the truth, and how far off the figures are.
import { discoveries } from '~/gaps/fdr'
import { pooledEstimates } from '~/gaps/pooled/estimates'
import type { CellEstimate } from '~/gaps/pooled/types'
import { country, province, simulate, type Setting, type Simulated } from './simulate.ts'

export const settings = {
  province: { setting: province, draws: 200 },
  adaptive: { setting: { ...province, form: 'adaptive' }, draws: 200 },
  country: { setting: country, draws: 60 },
} satisfies Record<string, { setting: Setting; draws: number }>
export type SettingName = keyof typeof settings

/** Sums over the cells of one kind in one replicate. */
export type Score = {
  cells: number
  distanceCovered: number
  shareCovered: number
  shareWidth: number
  distanceError: number
  distanceSquare: number
  distanceVariance: number
  shareError: number
}
export type Replicate = {
  seed: string
  scores: Record<string, Score>
  rank: { cells: number; covered: number; width: number }
  claims: { made: number; wrong: number }
  cells: number
  informed: number
  cpuSeconds: number
  people: number
}

type Truth = { people: number; sum: number; below: number }

/** Runs one replicate; `groups`: departments and positions too. */
export function replicate(name: SettingName, seed: string, groups: boolean): Replicate {
  const { setting, draws } = settings[name]
  const simulated = simulate(seed, setting)
  const before = process.cpuUsage()
  const { cells } = pooledEstimates({ ...simulated.input, draws, cells: groups ? 'all' : 'places' })
  const used = process.cpuUsage(before)
  const truths = truthsOf(simulated, groups)
  const competencies = simulated.input.domainOf.length
  const scores: Record<string, Score> = {}
  for (const cell of cells) {
    const truth = truths.get(keyOf(cell.place, cell.group.kind, cell.group.index, cell.measure))!
    for (const kind of kindsOf(cell, competencies)) addScore((scores[kind] ??= emptyScore()), cell, truth)
  }
  const whole = cells.filter(({ place, group }) => place !== null && group.kind === 'all')
  return {
    seed,
    scores,
    rank: ranksOf(whole, truths),
    claims: claimsOf(whole, truths),
    cells: whole.length,
    informed: whole.filter(({ informed }) => informed).length,
    cpuSeconds: (used.user + used.system) / 1e6,
    people: simulated.input.people.length,
  }
}

function kindsOf({ place, group, measure, informed }: CellEstimate, competencies: number): string[] {
  const what = measure < competencies ? 'competency' : 'domain'
  if (place === null)
    return group.kind === 'all' ? [`all communes, ${what}`] : [`all communes by ${group.kind}, ${what}`]
  if (group.kind !== 'all') return [`commune by ${group.kind}, ${what}`]
  return informed ? [`commune, ${what}`, `commune, ${what}, informed`] : [`commune, ${what}`]
}

function keyOf(place: number | null, kind: string, index: number, measure: number): string {
  return `${place ?? ''}|${kind}|${index}|${measure}`
}

function truthsOf({ input, abilities }: Simulated, groups: boolean): Map<string, Truth> {
  const truths = new Map<string, Truth>()
  const k = input.domainOf.length
  for (const [i, { place, position, department, needs }] of input.people.entries()) {
    const byDomain = new Map<number, number[]>()
    const own = needs.map(({ dimension, threshold }) => {
      const distance = abilities[i * k + dimension]! - threshold
      const domain = k + input.domainOf[dimension]!
      byDomain.set(domain, [...(byDomain.get(domain) ?? []), distance])
      return { measure: dimension, distance }
    })
    const domains = [...byDomain].map(([measure, all]) => ({
      measure,
      distance: all.reduce((sum, x) => sum + x, 0) / all.length,
    }))
    const kinds: [string, number][] = groups
      ? [
          ['all', 0],
          ['department', department],
          ['position', position],
        ]
      : [['all', 0]]
    for (const { measure, distance } of [...own, ...domains])
      for (const at of [place, null])
        for (const [kind, index] of kinds) {
          const key = keyOf(at, kind, index, measure)
          const truth = truths.get(key) ?? { people: 0, sum: 0, below: 0 }
          truth.people++
          truth.sum += distance
          if (distance < 0) truth.below++
          truths.set(key, truth)
        }
  }
  return truths
}

function emptyScore(): Score {
  return {
    cells: 0,
    distanceCovered: 0,
    shareCovered: 0,
    shareWidth: 0,
    distanceError: 0,
    distanceSquare: 0,
    distanceVariance: 0,
    shareError: 0,
  }
}

function addScore(score: Score, cell: CellEstimate, truth: Truth): void {
  const distance = truth.sum / truth.people
  const share = truth.below / truth.people
  score.cells++
  if (distance >= cell.distanceLow && distance <= cell.distanceHigh) score.distanceCovered++
  if (share >= cell.shareLow - 1e-9 && share <= cell.shareHigh + 1e-9) score.shareCovered++
  score.shareWidth += cell.shareHigh - cell.shareLow
  score.distanceError += cell.distance - distance
  score.distanceSquare += (cell.distance - distance) ** 2
  score.distanceVariance += cell.distanceSd ** 2
  score.shareError += cell.share - share
}

/** A rank counts as covered when the range meets the ranks that the place's true share fills. */
function ranksOf(whole: readonly CellEstimate[], truths: Map<string, Truth>): Replicate['rank'] {
  const result = { cells: 0, covered: 0, width: 0 }
  for (const measure of new Set(whole.map((cell) => cell.measure))) {
    const own = whole.filter((cell) => cell.measure === measure)
    const shares = own.map(({ place }) => {
      const { below, people } = truths.get(keyOf(place, 'all', 0, measure))!
      return below / people
    })
    const sorted = Float64Array.from(shares).sort()
    for (const [i, { rank }] of own.entries()) {
      if (!rank) continue
      const first = own.length - sorted.findLastIndex((share) => share <= shares[i]!)
      const last = own.length - sorted.findIndex((share) => share >= shares[i]!)
      result.cells++
      result.width += (rank.high - rank.low) / rank.of
      if (rank.low <= last && rank.high >= first) result.covered++
    }
  }
  return result
}

/** The claims that a report would make: a place is worse or better than the rest of the province. */
function claimsOf(whole: readonly CellEstimate[], truths: Map<string, Truth>): Replicate['claims'] {
  const informed = whole.filter((cell) => cell.informed && cell.higher !== null)
  const made = discoveries(informed.map(({ higher }) => 2 * Math.min(higher!, 1 - higher!)))
  const claims = informed.filter((_, i) => made[i])
  const wrong = claims.filter(({ place, measure, higher }) => {
    const own = truths.get(keyOf(place, 'all', 0, measure))!
    const all = truths.get(keyOf(null, 'all', 0, measure))!
    const rest = (all.sum - own.sum) / (all.people - own.people)
    return own.sum / own.people < rest !== higher! > 0.5
  })
  return { made: claims.length, wrong: wrong.length }
}
