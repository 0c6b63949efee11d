import { compareNames, compareVi } from '~/formats/fold'
import type { Bilingual } from '~/platform/i18n/locale'

/** Somebody who has a seat in a class: the name, the post and the commune, nothing else. */
export type Named = {
  classId: string
  fullName: string
  position: Bilingual
  communeCode: string
  commune: string
}

/** People of a list: by commune, then by given name. */
export function inListOrder(people: readonly Named[]): Named[] {
  return [...people].sort((a, b) => compareVi(a.commune, b.commune) || compareNames(a.fullName, b.fullName))
}

/** Seats of each commune that have no name, by the name of the commune; those that are full are left out. */
export function openSeats(
  seats: readonly { communeCode: string; seats: number }[],
  people: readonly Pick<Named, 'communeCode'>[],
  communes: Record<string, string>,
): { commune: string; open: number }[] {
  const left = new Map<string, number>()
  for (const { communeCode, seats: count } of seats)
    left.set(communeCode, (left.get(communeCode) ?? 0) + count)
  for (const { communeCode } of people)
    if (left.has(communeCode)) left.set(communeCode, left.get(communeCode)! - 1)
  return [...left]
    .filter(([, open]) => open > 0)
    .map(([code, open]) => ({ commune: communes[code] ?? code, open }))
    .sort((a, b) => compareVi(a.commune, b.commune))
}
