import { seeded } from '../numeric/random'
import type { BankCalibration, BankInput } from './bank'
import { groupings, type DifReport, type Grouping, type ItemReport } from './calibration-run'
import { differentialFunctioning, falseDiscovery, type DifResult } from './dif'
import { itemDrift } from './drift'
import { matchingAbilities } from './matching'
import { calibrateBank } from './multidimensional'

/** Groups of each person, in the order of the persons; null where it is not known. */
export type BankGroups = Record<Grouping, (string | null)[]>
export type BankTask = { input: BankInput; groups: BankGroups; shrinkage: boolean; seed: string }

export type JudgedBank = {
  calibration: Omit<BankCalibration, 'abilities' | 'items'>
  items: ItemReport[]
  correlation: number | null
  dif: DifReport[]
  judged: Record<Grouping, { items: number; groups: string[] }>
}

/** Differences between groups are told at this false discovery rate, over all items and groups. */
const falseDiscoveryRate = 0.1

/**
 * A calibration of the bank with what has to be known before it is adopted: drift of each item against the parameters
 * before (`itemDrift`; the scale is held by the items with shrinkage, found by linking without), and differential
 * functioning by each grouping (`differentialFunctioning`, matched by the ability in the item's own competency, see
 * `matchingAbilities`), with one
 * false discovery rate over all of it (Benjamini and Hochberg 1995).
 */
export function judgeBank(
  { input, groups, shrinkage, seed }: BankTask,
  onProgress: (done: number, of: number) => void = () => {},
): JudgedBank {
  const { items, abilities, ...calibration } = calibrateBank(input, { shrinkage }, ({ iteration, of }) =>
    onProgress(iteration, of),
  )
  const answered = items.filter((item) => item.answered > 0)
  const drift = itemDrift(
    answered.map(({ id, before, parameters }) => ({ id, old: before, fresh: parameters })),
    shrinkage ? { slope: 1, shift: 0 } : undefined,
  )
  const drifts = new Map(drift.items.map((each) => [each.id, each]))
  const rows = rowsOf(input)
  const found = groupings.map((by) => {
    const { components } = calibration.population
    const matched = matchingAbilities(
      input.domainOf,
      components,
      abilities,
      groups[by],
      seeded(`${seed}/${by}`),
    )
    const results = differentialFunctioning(
      {
        rows,
        groups: groups[by],
        abilities: (j) => matched.map((ability) => ability[input.items[j]!.dimension]!),
      },
      input.items.length,
    )
    return { by, results: results.filter(({ class: judged }) => judged !== null) }
  })
  return {
    calibration,
    items: items.map(({ id, before, parameters, errors, answered, facility, infit, outfit, notes }) => {
      const own = drifts.get(id)
      return {
        id,
        before,
        parameters,
        errors,
        answered,
        facility,
        infit,
        outfit,
        notes,
        drift: own ? { difficulty: own.difficulty, z: own.difficultyZ, drifted: own.drifted } : null,
      }
    }),
    correlation: drift.correlation,
    dif: differing(found, input),
    judged: Object.fromEntries(
      found.map(({ by, results }) => [
        by,
        {
          items: new Set(results.map(({ item }) => item)).size,
          groups: [...new Set(groups[by].filter((name) => name !== null))].sort(),
        },
      ]),
    ) as JudgedBank['judged'],
  }
}

function rowsOf({ items, persons }: BankInput): (number | null)[][] {
  const index = new Map(items.map(({ id }, j) => [id, j]))
  return persons.map((answers) => {
    const row: (number | null)[] = items.map(() => null)
    for (const { item, category } of answers) row[index.get(item)!] = category
    return row
  })
}

function differing(found: { by: Grouping; results: DifResult[] }[], { items }: BankInput): DifReport[] {
  const all = found.flatMap(({ by, results }) => results.map((result) => ({ by, result })))
  const adjusted = falseDiscovery(all.map(({ result }) => result.statistic?.p ?? null))
  return all.flatMap(({ by, result }, i): DifReport[] => {
    const { statistic, focal, class: judged } = result
    const rate = adjusted[i] ?? null
    if (!statistic || !judged || judged === 'A' || rate === null || rate > falseDiscoveryRate) return []
    const difference = statistic.meanDifference
    return [{ item: items[result.item]!.id, by, focal, class: judged, difference, adjusted: rate }]
  })
}
