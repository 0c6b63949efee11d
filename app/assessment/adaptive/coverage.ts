import type { AdaptiveSettings, AdaptiveState, BankItem } from './types.ts'

/**
 * How far the scored items asked so far cover the targets.
 * - asked: scored items by dimension. most: of one competency.
 * - short: dimensions from which an item is still owed, those of a short domain among them.
 * - need: how many items it takes at least to cover the rest. domains, competencies: how many of each are short.
 */
export type Coverage = {
  asked: ReadonlyMap<number, number>
  most: number
  short: ReadonlySet<number>
  need: number
  domains: number
  competencies: number
}

/**
 * What content coverage still asks for (constraints on content as in Kingsbury and Zara 1991, Appl. Meas. Educ. 4:241,
 * held to by keeping back as many places at the end as are needed). Target competencies need an item each only where
 * the longest quiz, with `room` for so many scored items, can hold them all; what the bank cannot give is not asked for.
 * `askable` are the scored items that may still be asked, whatever their exposure.
 */
export function coverageOf(
  state: AdaptiveState,
  settings: AdaptiveSettings,
  asked: readonly BankItem[],
  askable: readonly BankItem[],
  room: number,
): Coverage {
  const { domain: perDomain, competency, spread } = settings.coverage
  const dimensions = [...new Set(state.targets.map(({ dimension }) => dimension))]
  const counts = countBy(asked.filter(({ pilot }) => !pilot))
  const left = countBy(askable)
  const perCompetency = competency * dimensions.length <= room ? competency : 0

  const byDomain = new Map<number, number[]>()
  for (const k of dimensions) {
    const domain = state.domainOf[k]!
    byDomain.set(domain, [...(byDomain.get(domain) ?? []), k])
  }
  const short = new Set<number>()
  let need = 0
  let domains = 0
  let competencies = 0
  const sum = (of: ReadonlyMap<number, number>, over: number[]) =>
    over.reduce((total, k) => total + (of.get(k) ?? 0), 0)
  for (const inside of byDomain.values()) {
    const owed = Math.min(Math.max(0, perDomain - sum(counts, inside)), sum(left, inside))
    const missing = inside.map((k) =>
      Math.min(Math.max(0, perCompetency - (counts.get(k) ?? 0)), left.get(k) ?? 0),
    )
    const each = missing.reduce((total, n) => total + n, 0)
    inside.forEach((k, i) => {
      if (missing[i]! > 0) competencies++
      if (missing[i]! > 0 || (owed > each && left.has(k))) short.add(k)
    })
    if (owed > 0) domains++
    need += Math.max(owed, each)
  }
  const most = Math.max(1, Math.ceil((spread * settings.most) / Math.max(1, dimensions.length)))
  return { asked: counts, most, short, need, domains, competencies }
}

function countBy(items: readonly BankItem[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { dimension } of items) counts.set(dimension, (counts.get(dimension) ?? 0) + 1)
  return counts
}
