import { sameData } from '~/formats/same-data'
import type { Bilingual } from '~/platform/i18n/locale'
import type { Card, Criterion } from './card'
import { sameScoring } from './change'

export const changedParts = ['name', 'group', 'max', 'source', 'rule', 'help', 'place'] as const
export type ChangedPart = (typeof changedParts)[number]

/** What became of a criterion from one version to the next; `compares`: whether its points may still be compared. */
export type CriterionChange = {
  code: string
  name: Bilingual
  kind: 'added' | 'retired' | 'changed'
  parts: ChangedPart[]
  compares: boolean
}

/** The differences between two versions, in the order of the later one, what was retired last. */
export function cardChanges(before: Card, after: Card): CriterionChange[] {
  const was = activeByCode(before)
  const is = activeByCode(after)
  const order = [...is.keys()].filter((code) => was.has(code))
  const earlier = [...was.keys()].filter((code) => is.has(code))
  const moved = movedCodes(earlier, order)
  const kept = [...is.values()].flatMap((criterion): CriterionChange[] => {
    const { code, name } = criterion
    const old = was.get(code)
    if (!old) return [{ code, name, kind: 'added', parts: [], compares: false }]
    const parts = changedParts.filter((part) =>
      part === 'place' ? moved.has(code) : !sameData(old[part], criterion[part]),
    )
    return parts.length > 0
      ? [{ code, name, kind: 'changed', parts, compares: sameScoring(old, criterion) }]
      : []
  })
  const retired = [...was.values()].flatMap(({ code, name }): CriterionChange[] =>
    is.has(code) ? [] : [{ code, name, kind: 'retired', parts: [], compares: false }],
  )
  return [...kept, ...retired]
}

function activeByCode(card: Card): Map<string, Criterion> {
  return new Map(card.criteria.flatMap((each) => (each.retired ? [] : [[each.code, each] as const])))
}

/** Codes outside the longest run that kept its order: the fewest that somebody must have moved. */
function movedCodes(before: readonly string[], after: readonly string[]): Set<string> {
  const place = new Map(before.map((code, i) => [code, i]))
  const runs: { length: number; from: number }[] = []
  after.forEach((code, i) => {
    let best = { length: 1, from: -1 }
    for (let j = 0; j < i; j += 1)
      if (place.get(after[j]!)! < place.get(code)! && runs[j]!.length + 1 > best.length)
        best = { length: runs[j]!.length + 1, from: j }
    runs.push(best)
  })
  const kept = new Set<string>()
  let at = runs.reduce((most, run, i) => (most < 0 || run.length > runs[most]!.length ? i : most), -1)
  while (at >= 0) {
    kept.add(after[at]!)
    at = runs[at]!.from
  }
  return new Set(after.filter((code) => !kept.has(code)))
}
