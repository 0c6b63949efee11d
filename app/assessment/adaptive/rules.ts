import type { Coverage } from './coverage.ts'
import { eligible, leastShown } from './exposure.ts'
import type { AdaptiveSettings, AdaptiveState, BankItem, Exclusion, Relaxation } from './types.ts'

type Rule = Exclude<Relaxation, 'easy'>
/** An item that may be compared, and the rules that gave way for it. */
export type Admitted = { item: BankItem; breaks: Rule[] }

/** What gives way, in this order, while nothing is left to ask. */
const givingWay: Rule[][] = [
  [],
  ['spread'],
  ['exposure'],
  ['spread', 'exposure'],
  ['spread', 'targets'],
  ['spread', 'targets', 'exposure'],
]

/**
 * The scored items that the rules leave: of the target competencies, below the even share of a competency and below the
 * cap on exposure; of those still to be covered alone while `pressing`. Where nothing is left, the share gives way, then
 * the cap (the half of the items that the fewest people have met comes in), then the targets (the other competencies of
 * their domains come in). Calls `exclude` for each item that is left out; empty when the bank has nothing.
 */
export function admit(
  items: readonly BankItem[],
  at: { state: AdaptiveState; settings: AdaptiveSettings; coverage: Coverage; pressing: boolean },
  exclude: (why: Exclusion) => void,
): Admitted[] {
  const { state, settings, coverage, pressing } = at
  const wanted = new Set(state.targets.map(({ dimension }) => dimension))
  const domains = new Set([...wanted].map((k) => state.domainOf[k]))
  const standings: Admitted[] = []
  for (const item of items) {
    const { dimension } = item
    const aside = !wanted.has(dimension)
    if (pressing && !coverage.short.has(dimension)) exclude('coverage')
    else if (aside && !domains.has(state.domainOf[dimension])) exclude('aside')
    else {
      const breaks: Rule[] = []
      if (aside) breaks.push('targets')
      if ((coverage.asked.get(dimension) ?? 0) >= coverage.most) breaks.push('spread')
      if (!eligible(item, state, settings)) breaks.push('exposure')
      standings.push({ item, breaks })
    }
  }
  for (const relaxed of givingWay) {
    const fits = standings.filter(({ breaks }) => breaks.every((rule) => relaxed.includes(rule)))
    if (fits.length === 0) continue
    for (const { breaks } of standings) {
      const rule = breaks.find((each) => !relaxed.includes(each))
      if (rule) exclude(rule === 'targets' ? 'aside' : rule)
    }
    const admitted = relaxed.includes('exposure') ? leastShown(fits, state) : fits
    for (let i = admitted.length; i < fits.length; i++) exclude('exposure')
    return admitted
  }
  return []
}
