import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hiddenCells } from './hidden-cells'
import { cellKey, withProvince, wholeProvince, type Cell, type Structure } from './pattern'

const structure: Structure = {
  departmentOf: new Map([
    ['position:a', 'department:x'],
    ['position:b', 'department:x'],
    ['position:c', 'department:y'],
  ]),
  familyOf: (measure) => (measure.startsWith('6') ? 'd:6' : measure),
}

/** Cells of every level from the numbers of people by commune and position. */
function cellsOf(measure: string, communes: Record<string, Record<string, number>>): Cell[] {
  const cells = new Map<string, Cell>()
  for (const [place, positions] of Object.entries(communes)) {
    for (const [position, n] of Object.entries(positions)) {
      for (const group of ['', structure.departmentOf.get(position)!, position]) {
        const key = cellKey(place, group, measure)
        cells.set(key, { place, group, measure, n: n + (cells.get(key)?.n ?? 0) })
      }
    }
  }
  return withProvince([...cells.values()], (total, cell) => ({ ...total, n: total.n + cell.n }))
}

describe('hiddenCells', () => {
  it('hides the smallest other position where one small one could be had by subtraction', () => {
    const cells = cellsOf('1.1', {
      A: { 'position:a': 3, 'position:b': 12, 'position:c': 20 },
      B: { 'position:a': 9, 'position:b': 14, 'position:c': 20 },
    })
    expect([...hiddenCells(cells, structure)].sort()).toEqual([
      'A|position:a|1.1',
      'A|position:b|1.1',
      'B|position:a|1.1',
      'B|position:b|1.1',
    ])
  })

  it('hides a second commune where one commune alone is too small', () => {
    const cells = cellsOf('1.1', { A: { 'position:c': 2 }, B: { 'position:c': 8 }, C: { 'position:c': 30 } })
    const hidden = hiddenCells(cells, structure)
    for (const place of ['A', 'B']) expect(hidden).toContain(cellKey(place, '', '1.1'))
    expect(hidden).not.toContain(cellKey('C', '', '1.1'))
    expect(hidden).not.toContain(cellKey(wholeProvince, '', '1.1'))
  })

  it('hides a domain whose only measured competency is hidden, and lets a domain of several show', () => {
    const people = { A: { 'position:a': 3, 'position:b': 12 }, B: { 'position:a': 9, 'position:b': 14 } }
    const same = [...cellsOf('6.2', people), ...cellsOf('d:6', people)]
    expect(hiddenCells(same, structure)).toContain(cellKey('A', 'position:b', 'd:6'))
    const wider = { A: { 'position:a': 13, 'position:b': 15 }, B: { 'position:a': 19, 'position:b': 24 } }
    const several = [...cellsOf('6.2', people), ...cellsOf('d:6', wider)]
    expect(hiddenCells(several, structure)).not.toContain(cellKey('A', 'position:a', 'd:6'))
  })

  it('does not depend on the order of the cells of a family for what is too small by itself', () => {
    const size = fc.nat({ max: 12 })
    const commune = fc.record({ 'position:a': size, 'position:b': size, 'position:c': size })
    fc.assert(
      fc.property(fc.array(commune, { minLength: 2, maxLength: 6 }), (communes) => {
        const cells = cellsOf('1.1', Object.fromEntries(communes.map((each, i) => [`C${i}`, each])))
        const hidden = hiddenCells(cells, structure)
        for (const { place, group, measure, n } of cells) {
          if (n > 0 && n < 5) expect(hidden).toContain(cellKey(place, group, measure))
          if (n === 0) expect(hidden).not.toContain(cellKey(place, group, measure))
        }
      }),
    )
  })
})
