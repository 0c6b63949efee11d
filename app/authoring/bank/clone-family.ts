import { partsOf } from '~/assessment/item-analysis/analyse-item'
import { fewestForFlags } from '~/assessment/item-analysis/item-flags'
import type { BankRow } from '~/assessment/catalogue/bank-row'
import type { ItemVersion } from '~/assessment/item'

/** A member of a clone family as the advice needs it. */
export type FamilyMember = Pick<BankRow, 'code' | 'competency' | 'level' | 'kind' | 'purpose'> & {
  /** Options, statements, pairs or what else the item consists of. */
  parts: number
  /** The author's estimate in logits, where there is one. */
  expected: number | null
  people: number
  /** Percent. */
  facility: number | null
}

export const familyAdvice = ['alone', 'kinds', 'parts', 'places', 'purposes', 'expected', 'facility'] as const
export type FamilyAdvice = (typeof familyAdvice)[number]

/** From here on clones are no stand-ins for each other: logits, and percentage points. */
const widestExpected = 1
const widestFacility = 15

/** Smallest and greatest of the values that are there; null for less than two. */
export function spreadOf(values: readonly (number | null)[]): { from: number; to: number } | null {
  const known = values.filter((value) => value !== null)
  return known.length < 2 ? null : { from: Math.min(...known), to: Math.max(...known) }
}

/**
 * What keeps the members of a family from standing in for each other: one stands alone, they are built differently, or they
 * differ in difficulty (of facilities only those from enough people count).
 */
export function adviceOnFamily(members: readonly FamilyMember[]): FamilyAdvice[] {
  const differ = (of: (member: FamilyMember) => string | number) => new Set(members.map(of)).size > 1
  const wide = (spread: { from: number; to: number } | null, most: number) =>
    spread !== null && spread.to - spread.from > most
  const holds: Record<FamilyAdvice, boolean> = {
    alone: members.length === 1,
    kinds: differ(({ kind }) => kind),
    parts: !differ(({ kind }) => kind) && differ(({ parts }) => parts),
    places: differ(({ competency, level }) => `${competency}/${level}`),
    purposes: differ(({ purpose }) => purpose),
    expected: wide(spreadOf(members.map(({ expected }) => expected)), widestExpected),
    facility: wide(
      spreadOf(members.map(({ people, facility }) => (people >= fewestForFlags ? facility : null))),
      widestFacility,
    ),
  }
  return familyAdvice.filter((each) => holds[each])
}

/** How many parts an item is made of. */
export function partCount(item: ItemVersion): number {
  switch (item.kind) {
    case 'matching':
      return item.pairs.length
    case 'ordering':
      return item.steps.length
    case 'gaps':
      return item.gaps.length
    case 'short':
      return item.answers.length
    case 'essay':
      return item.rubric.length
    case 'numeric':
      return 1
    default:
      return partsOf(item).length
  }
}
