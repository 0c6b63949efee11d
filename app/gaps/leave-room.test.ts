import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { possibleCounts } from '../../tests/builders/released-program'
import { hiddenCells, hiddenFigures, withheldFigures } from './hidden-cells'
import { leastRoom } from './leave-room'
import { cellKey, wholeProvince, withProvince, type Counted, type Structure } from './pattern'

const unit = 4
const structure: Structure = {
  departmentOf: new Map([
    ['position:a', 'department:x'],
    ['position:b', 'department:x'],
    ['position:c', 'department:y'],
  ]),
  familyOf: (measure) => (measure.startsWith('6') ? 'd:6' : measure),
}
/** Position a needs one competency of the domain, b two, c the other one. */
const needs: Record<string, string[]> = {
  'position:a': ['6.1'],
  'position:b': ['6.1', '6.2'],
  'position:c': ['6.2'],
}
const widerOf = (group: string) => structure.departmentOf.get(group) ?? ''
const onlyPart = (position: string, measure: string) =>
  measure === 'd:6' && needs[position]!.length === 1 ? needs[position]![0]! : null

/** Of a person: how often below target in units, and whether measured. */
type Person = { below: number; measured: boolean }

/** Every table of the family from the people of each commune and position. */
function tables(communes: Record<string, Person[]>[]): Counted[] {
  const cells = new Map<string, Counted>()
  communes.forEach((positions, c) => {
    for (const [position, people] of Object.entries(positions))
      for (const { below, measured } of people)
        for (const measure of [...needs[position]!, 'd:6'])
          for (const group of [position, widerOf(position), '']) {
            const key = cellKey(`C${c}`, group, measure)
            const known = cells.get(key) ?? { place: `C${c}`, group, measure, n: 0, people: 0, count: 0 }
            known.n += Number(measured)
            known.people += 1
            known.count += below
            cells.set(key, known)
          }
  })
  return withProvince([...cells.values()], (total, { n, people, count }) => ({
    ...total,
    n: total.n + n,
    people: total.people + people,
    count: total.count + count,
  }))
}

/**
 * What a campaign releases: within a commune departments of domains and everybody, of the province all; of departments in
 * communes, departments and positions only where some of them show by the numbers of people alone.
 */
function tablesOf(cells: readonly Counted[]): Counted[] {
  const mayBe = ({ place, group, measure }: Counted) =>
    place === wholeProvince || group === '' || (group.startsWith('department:') && measure === 'd:6')
  const split = ({ place, group, measure }: Counted) =>
    `${place === wholeProvince ? 'all' : 'one'} ${group.replace(/:.*/, '')} ${measure}`
  const small = hiddenCells(cells.filter(mayBe), structure)
  const shown = new Set(
    cells
      .filter(
        (cell) => mayBe(cell) && cell.n > 0 && !small.has(cellKey(cell.place, cell.group, cell.measure)),
      )
      .map(split),
  )
  return cells.filter((cell) => mayBe(cell) && (cell.group === '' || shown.has(split(cell))))
}

function roomOf(cells: Counted[]): { cell: Counted; possible: number }[] {
  const hidden = hiddenFigures(cells, structure, unit)
  const isHidden = ({ place, group, measure }: Counted) => hidden.has(cellKey(place, group, measure))
  const inTables = new Set(tablesOf(cells))
  const released = cells.map((cell) => ({
    ...cell,
    campaign: '1',
    count: isHidden(cell) || !inTables.has(cell) || cell.n === 0 ? null : cell.count,
  }))
  const ask = cells.flatMap((cell, i) => (isHidden(cell) ? [i] : []))
  const possible = possibleCounts(released, { unit, widerOf, onlyPart }, ask)
  return ask.map((i, at) => ({ cell: cells[i]!, possible: possible[at]! }))
}

const many = (length: number, below: number): Person[] =>
  Array.from({ length }, () => ({ below, measured: true }))

describe('leaveRoom', () => {
  it('leaves to every hidden cell the counts that it needs, as an integer program over all tables finds', () => {
    const person = (below: fc.Arbitrary<number>) =>
      fc.record({ below, measured: fc.integer({ max: 9 }).map((n) => n > 0) })
    const commune = (below: fc.Arbitrary<number>) => {
      const people = fc.array(person(below), { maxLength: 7 })
      return fc.record({ 'position:a': people, 'position:b': people, 'position:c': people })
    }
    const any = fc
      .oneof(fc.constant(0), fc.constant(unit), fc.integer({ min: 0, max: unit }))
      .chain((below) =>
        fc.array(commune(fc.oneof(fc.constant(below), fc.integer({ min: 0, max: unit }))), {
          minLength: 2,
          maxLength: 3,
        }),
      )
    fc.assert(
      fc.property(any, (communes) => {
        for (const { cell, possible } of roomOf(tables(communes)))
          expect(possible, JSON.stringify(cell)).toBeGreaterThanOrEqual(leastRoom(cell.people) + 1)
      }),
      { numRuns: 4 },
    )
  })

  it('hides more where a hidden group would be known to have nobody, or all, below target', () => {
    const other = { 'position:a': many(12, 2), 'position:b': many(12, 2), 'position:c': many(20, 2) }
    const hiddenWith = (below: number) =>
      hiddenFigures(
        tables([
          { 'position:a': many(6, below), 'position:c': many(3, below) },
          ...Array.from({ length: 3 }, () => other),
        ]),
        structure,
        unit,
      )
    const few = hiddenWith(2)
    for (const below of [0, unit]) {
      const more = hiddenWith(below)
      expect(more.size).toBeGreaterThan(few.size)
      expect(more).toContain(cellKey('C0', '', 'd:6'))
    }
  })

  it('hides a province in which nobody is below target, as all of its parts would be known', () => {
    const cells = tables([
      { 'position:c': many(3, 0) },
      { 'position:c': many(8, 0) },
      { 'position:c': many(30, 0) },
    ])
    const hidden = hiddenFigures(cells, structure, unit)
    expect(hidden).toContain(cellKey(wholeProvince, '', '6.2'))
    for (const { n, place, group, measure } of tablesOf(cells))
      if (n <= 4) expect(hidden).toContain(cellKey(place, group, measure))
  })

  it('hides what would give away a few people of a position in a commune, though they have no figure', () => {
    const rest = { 'position:b': many(12, 2), 'position:c': many(20, 2) }
    const own = { 'position:a': many(6, 2), 'position:b': many(3, 2), 'position:c': many(20, 2) }
    const hidden = hiddenFigures(tables([own, rest, rest]), structure, unit)
    // Position a is in C0 only: its figure and that of the department there differ by those three.
    expect(hidden.has('|position:a|d:6') || hidden.has('C0|department:x|d:6')).toBe(true)
    expect([...hidden].filter((key) => /^C.*position/.test(key))).toEqual([])
  })

  it('releases no departments and positions of so few people that none could show, and keeps the total', () => {
    const alone = tables([{ 'position:b': many(7, 2), 'position:c': many(1, 2) }])
    expect([...withheldFigures(alone, structure)]).toEqual(
      expect.arrayContaining(['C0|department:x|d:6', 'C0|department:y|d:6', '|position:b|d:6']),
    )
    const less = tables([{ 'position:b': many(4, unit), 'position:c': many(4, unit) }])
    expect([...hiddenFigures(less, structure, unit)].sort()).toEqual(
      less
        .filter(({ group, n }) => group === '' && n < 5)
        .map(({ place, group, measure }) => cellKey(place, group, measure))
        .sort(),
    )
  })

  it('needs all counts of up to four people, and five of more', () => {
    expect([1, 3, 4, 5, 60].map((n) => leastRoom(n) + 1)).toEqual([2, 4, 5, 5, 5])
  })
})
