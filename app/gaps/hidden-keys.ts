import type { Scale } from '~/assessment/results'
import type { AskedPerson } from './asked-person'
import { allMeasures, domainMeasure } from './measure'
import {
  cellKey,
  everybody,
  hiddenCells,
  withProvince,
  type Cell,
  type Group,
  type Structure,
} from './pattern'

/** A table of measured people and one of answers to questions, by commune, as plain data. */
export type PatternInput = {
  cells: Cell[]
  /** Of the cells of everybody the people who also assessed themselves. */
  selves: Cell[]
  answers: Cell[]
  departmentOf: [position: Group, department: Group][]
  families: [measure: string, family: string][]
}

/** Keys of the figures and answers that a report never shows. */
export type HiddenKeys = { figures: string[]; selves: string[]; answers: string[] }

/** What the pattern is made from: how many people answered something about each measure, by commune and group. */
export function patternInput(
  { framework }: Pick<Scale, 'framework'>,
  people: readonly AskedPerson[],
  answers: Cell[],
): PatternInput {
  const cells = new Map<string, Cell>()
  const selves = new Map<string, Cell>()
  for (const { communeCode, departmentCode, positionCode, told } of people) {
    if (!told) continue
    for (const { measure, self } of told.addends) {
      for (const group of [everybody, `department:${departmentCode}`, `position:${positionCode}`]) {
        count(cells, communeCode, group, measure)
      }
      if (self) count(selves, communeCode, everybody, measure)
    }
  }
  const order = (a: Cell, b: Cell) =>
    compare(a.place, b.place) || compare(a.group, b.group) || compare(a.measure, b.measure)
  const departments = new Map(
    people.map((each) => [`position:${each.positionCode}`, `department:${each.departmentCode}`]),
  )
  return {
    cells: [...cells.values()].sort(order),
    selves: [...selves.values()].sort(order),
    answers,
    departmentOf: [...departments].sort(([a], [b]) => compare(a, b)),
    families: allMeasures(framework).map(({ code, domain }) => [code, domainMeasure(domain)]),
  }
}

/** The pattern of a whole report; the same tables always give the same. */
export function hiddenKeys({ cells, selves, answers, departmentOf, families }: PatternInput): HiddenKeys {
  const familyOf = new Map(families)
  const add = (total: Cell, { n }: Cell) => ({ ...total, n: total.n + n })
  const positions = new Map(departmentOf)
  const structure: Structure = {
    departmentOf: positions,
    familyOf: (measure) => familyOf.get(measure) ?? measure,
  }
  const figures = hiddenCells(withProvince(cells, add), structure)
  const rated = hiddenCells(withProvince(selves, add), structure)
  const questions = hiddenCells(withProvince(answers, add), {
    departmentOf: positions,
    familyOf: (question) => question,
  })
  return { figures: [...figures], selves: [...rated], answers: [...questions] }
}

function count(cells: Map<string, Cell>, place: string, group: Group, measure: string): void {
  const key = cellKey(place, group, measure)
  const known = cells.get(key)
  if (known) known.n += 1
  else cells.set(key, { place, group, measure, n: 1 })
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
