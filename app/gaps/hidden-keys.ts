import type { Scale } from '~/assessment/results'
import type { AskedPerson } from './asked-person'
import { hiddenCells, hiddenFigures, withheldFigures } from './hidden-cells'
import { allMeasures, domainMeasure } from './measure'
import {
  cellKey,
  everybody,
  withProvince,
  type Cell,
  type Counted,
  type Group,
  type Structure,
} from './pattern'

/** Tables of people by commune, beside that of figures, as plain data. */
export type PatternInput = {
  /** Of the cells of everybody the people who also assessed themselves. */
  selves: Cell[]
  answers: Cell[]
  departmentOf: [position: Group, department: Group][]
  families: [measure: string, family: string][]
}

/** The table behind the figures; `unit` is what one person counts in it. */
export type FiguresInput = { cells: Counted[]; unit: number }

/** Keys of the figures and answers that a report never shows. */
export type HiddenKeys = { figures: string[]; selves: string[]; answers: string[] }

/** What the pattern is made from beside the figures. */
export function patternInput(
  { framework }: Pick<Scale, 'framework'>,
  people: readonly AskedPerson[],
  answers: Cell[],
): PatternInput {
  const selves = new Map<string, Cell>()
  for (const { communeCode, told } of people)
    for (const { measure, self } of told?.addends ?? []) if (self) count(selves, communeCode, measure)
  const order = (a: Cell, b: Cell) =>
    compare(a.place, b.place) || compare(a.group, b.group) || compare(a.measure, b.measure)
  const departments = new Map(
    people.map((each) => [`position:${each.positionCode}`, `department:${each.departmentCode}`]),
  )
  return {
    selves: [...selves.values()].sort(order),
    answers,
    departmentOf: [...departments].sort(([a], [b]) => compare(a, b)),
    families: allMeasures(framework).map(({ code, domain }) => [code, domainMeasure(domain)]),
  }
}

/** The pattern of a whole report, and the keys of figures that are in no released table; the same tables always give the same. */
export function hiddenKeys(input: PatternInput & FiguresInput): { hidden: HiddenKeys; withheld: string[] } {
  const { cells, unit, selves, answers, departmentOf, families } = input
  const familyOf = new Map(families)
  const add = (total: Cell, { n }: Cell) => ({ ...total, n: total.n + n })
  const addCounted = (total: Counted, { n, people, count: more }: Counted) => ({
    ...total,
    n: total.n + n,
    people: total.people + people,
    count: total.count + more,
  })
  const positions = new Map(departmentOf)
  const structure: Structure = {
    departmentOf: positions,
    familyOf: (measure) => familyOf.get(measure) ?? measure,
  }
  const all = withProvince(cells, addCounted)
  const figures = hiddenFigures(all, structure, unit)
  const rated = hiddenCells(withProvince(selves, add), structure)
  const questions = hiddenCells(withProvince(answers, add), {
    departmentOf: positions,
    familyOf: (question) => question,
  })
  return {
    hidden: { figures: [...figures], selves: [...rated], answers: [...questions] },
    withheld: [...withheldFigures(all, structure)],
  }
}

function count(cells: Map<string, Cell>, place: string, measure: string): void {
  const key = cellKey(place, everybody, measure)
  const known = cells.get(key)
  if (known) known.n += 1
  else cells.set(key, { place, group: everybody, measure, n: 1 })
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
