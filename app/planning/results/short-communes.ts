import type { ShortReason } from '../solution'
import type { SolvedView } from './solved-view'

type ShortOf = {
  commune: string
  /** Seats that its people could still take. */
  missing: number
  /** Reasons with their modules, the one that costs the most seats first; that everybody has as many modules as allowed, last. */
  reasons: { why: ShortReason; missing: number; modules: string[] }[]
}

const last = ({ why }: { why: ShortReason }) => Number(why === 'perPerson')

/** What is missing of each commune, the shortest one first; ties in the order of their codes. */
export function shortByCommune(short: SolvedView['short']): ShortOf[] {
  const communes = new Map<string, ShortOf>()
  for (const { commune, module, missing, why } of short) {
    const of = communes.get(commune) ?? { commune, missing: 0, reasons: [] }
    communes.set(commune, of)
    if (why !== 'perPerson') of.missing += missing
    let reason = of.reasons.find((each) => each.why === why)
    if (!reason) of.reasons.push((reason = { why, missing: 0, modules: [] }))
    reason.missing += missing
    reason.modules.push(module)
  }
  const all = [...communes.values()]
  for (const { reasons } of all) reasons.sort((a, b) => last(a) - last(b) || b.missing - a.missing)
  return all.sort((a, b) => b.missing - a.missing || (a.commune < b.commune ? -1 : 1))
}
