import type { BankCalibration, BankInput } from './bank'
import { differentialFunctioning, type DifResult } from './dif'

export type BankDif = Omit<DifResult, 'item'> & { id: string }

/**
 * Differential functioning of the bank's items after a calibration: persons are matched by their ability in the item's
 * competency, in ten strata of those who answered the item (differentialFunctioning says the rest). Call it once for each
 * way of grouping: commune type, sex, language of the interface.
 * @param groups of each person, in the order of input.persons; null takes no part
 */
export function bankDif(
  { items, persons }: BankInput,
  { abilities }: BankCalibration,
  groups: readonly (string | null)[],
): BankDif[] {
  const index = new Map(items.map(({ id }, j) => [id, j]))
  const rows = persons.map((answers) => {
    const row: (number | null)[] = items.map(() => null)
    for (const { item, category } of answers) row[index.get(item)!] = category
    return row
  })
  const byDimension = new Map<number, number[]>()
  const abilitiesOf = (j: number) => {
    const { dimension } = items[j]!
    const known = byDimension.get(dimension) ?? abilities.map((ability) => ability[dimension]!)
    byDimension.set(dimension, known)
    return known
  }
  const results = differentialFunctioning({ rows, groups, abilities: abilitiesOf }, items.length)
  return results.map(({ item, ...rest }) => ({ id: items[item]!.id, ...rest }))
}
