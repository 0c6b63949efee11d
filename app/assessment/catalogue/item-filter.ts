import type { ItemKind } from '../item'

export const itemKinds = [
  'single',
  'multiple',
  'truefalse',
  'matching',
  'ordering',
  'numeric',
  'short',
  'gaps',
  'point',
  'essay',
] as const satisfies readonly ItemKind[]

/** What a list of items is narrowed to; null stands for all. */
export type ItemFilter = { competency: string | null; level: number | null; kind: ItemKind | null }

/** The filter that an address asks for; what it cannot mean is left out. */
export function itemFilter(query: URLSearchParams): ItemFilter {
  const competency = query.get('competency') ?? ''
  const level = Number(query.get('level'))
  return {
    competency: /^\d\.\d$/.test(competency) ? competency : null,
    level: Number.isInteger(level) && level >= 1 && level <= 8 ? level : null,
    kind: itemKinds.find((each) => each === query.get('kind')) ?? null,
  }
}
