import { expectedScore } from '../irt/models'
import type { ItemParameters } from '../irt/parameters'
import { normalGrid } from '../numeric/quadrature'
import { correlation, mean, median, quantile, variance } from '../numeric/statistics'

/** One item in two calibrations. */
export type CommonItem = { id: string; old: ItemParameters; fresh: ItemParameters }

/** θ(old) = slope · θ(fresh) + shift. */
export type Link = { slope: number; shift: number }

/** Beyond this an item has drifted: two-sided 0.01 of a normal. The usual 1.645 flags one stable item in ten. */
export const driftBound = 2.576

export type ItemDrift = {
  id: string
  /** Difficulty (mean of the steps) fresh − old after linking, in logits of the old scale. */
  difficulty: number
  /** log a, fresh − old after linking. */
  logSlope: number
  /** Robust z of the two; null where the items hardly vary at all. */
  difficultyZ: number | null
  slopeZ: number | null
  drifted: boolean
}

export type Drift = {
  link: Link
  items: ItemDrift[]
  /** Correlation of the difficulties and ratio of their standard deviations, fresh / old; null below three items. */
  correlation: number | null
  spreadRatio: number | null
}

/**
 * Mean–sigma linking by the difficulties of common items (Marco 1977, J. Educ. Meas. 14:139; Kolen and Brennan 2014, Test
 * Equating, 3rd ed., eq. 6.7 and 6.9): slope = sd(b old) / sd(b fresh), shift = mean(b old) − slope · mean(b fresh). One
 * item or constant difficulties give slope 1; no item gives no change.
 */
export function meanSigma(items: readonly CommonItem[]): Link {
  if (items.length === 0) return { slope: 1, shift: 0 }
  const old = items.flatMap(({ old: p }) => difficultiesOf(p))
  const fresh = items.flatMap(({ fresh: p }) => difficultiesOf(p))
  const ratio = Math.sqrt(variance(old) / variance(fresh))
  const slope = Number.isFinite(ratio) && ratio > 0 ? ratio : 1
  return { slope, shift: mean(old) - slope * mean(fresh) }
}

/**
 * Stocking and Lord 1983 (Appl. Psychol. Meas. 7:201): the link under which the two test characteristic curves of the
 * common items come closest, squared difference over θ ~ N(0, 1) on the old scale. From the mean–sigma link, by
 * shrinking steps in log slope and shift.
 */
export function stockingLord(items: readonly CommonItem[]): Link {
  let best = meanSigma(items)
  if (items.length === 0) return best
  const { nodes, weights } = normalGrid(41, -4, 4)
  const old = nodes.map((theta) => items.reduce((sum, item) => sum + expectedScore(item.old, theta), 0))
  const loss = (link: Link) => {
    const linked = items.map((item) => applyLink(item.fresh, link))
    return nodes.reduce((sum, theta, q) => {
      const score = linked.reduce((total, p) => total + expectedScore(p, theta), 0)
      return sum + weights[q]! * (old[q]! - score) ** 2
    }, 0)
  }
  let least = loss(best)
  for (let step = 0.2; step > 1e-6;) {
    const tries = [step, -step].flatMap((by) => [
      { slope: best.slope * Math.exp(by), shift: best.shift },
      { slope: best.slope, shift: best.shift + by },
    ])
    const losses = tries.map(loss)
    const at = losses.indexOf(Math.min(...losses))
    if (losses[at]! < least) [best, least] = [tries[at]!, losses[at]!]
    else step /= 2
  }
  return best
}

/** The item on the scale that the link leads to: a / slope, slope · b + shift; a lower asymptote stays. */
export function applyLink(p: ItemParameters, { slope, shift }: Link): ItemParameters {
  const a = p.a / slope
  if (p.model === '2pl') return { ...p, a, b: slope * p.b + shift }
  return { ...p, a, b: p.b.map((b) => slope * b + shift) }
}

/**
 * Drift of common items between two calibrations: fresh parameters are linked, then each difference is set against the
 * others by the robust z = (d − median) / (0.74 · IQR) of Huynh and Meyer 2010 (Pract. Assess. Res. Eval. 15:2), which
 * drifting items among them do not distort. The link is found again without the items that drifted, once.
 * @param given the link to use, such as slope 1 and shift 0 where the items already hold the scale
 */
export function itemDrift(items: readonly CommonItem[], given?: Link): Drift {
  const first = compare(items, given ?? stockingLord(items))
  const stable = items.filter((_, j) => !first[j]!.drifted)
  const again = !given && stable.length < items.length && stable.length >= 3
  const link = given ?? stockingLord(again ? stable : items)
  const old = items.map(({ old: p }) => mean(difficultiesOf(p)))
  const fresh = items.map(({ fresh: p }) => mean(difficultiesOf(applyLink(p, link))))
  const known = items.length >= 3
  const ratio = Math.sqrt(variance(fresh) / variance(old))
  return {
    link,
    items: again ? compare(items, link) : first,
    correlation: known ? correlation(old, fresh) : null,
    spreadRatio: known && Number.isFinite(ratio) ? ratio : null,
  }
}

function compare(items: readonly CommonItem[], link: Link): ItemDrift[] {
  const differences = items.map(({ old, fresh }) => {
    const linked = applyLink(fresh, link)
    return {
      difficulty: mean(difficultiesOf(linked)) - mean(difficultiesOf(old)),
      logSlope: Math.log(linked.a / old.a),
    }
  })
  const difficultyZ = robustZ(differences.map(({ difficulty }) => difficulty))
  const slopeZ = robustZ(differences.map(({ logSlope }) => logSlope))
  return items.map(({ id }, j) => ({
    id,
    ...differences[j]!,
    difficultyZ: difficultyZ[j]!,
    slopeZ: slopeZ[j]!,
    drifted: [difficultyZ[j]!, slopeZ[j]!].some((z) => z !== null && Math.abs(z) > driftBound),
  }))
}

/** null for all where three quarters of the values are about the same, or there are fewer than five. */
function robustZ(values: readonly number[]): (number | null)[] {
  const spread = 0.74 * (quantile(values, 0.75) - quantile(values, 0.25))
  const middle = median(values)
  return values.map((value) => (values.length >= 5 && spread > 1e-6 ? (value - middle) / spread : null))
}

function difficultiesOf(p: ItemParameters): number[] {
  return p.model === '2pl' ? [p.b] : p.b
}
