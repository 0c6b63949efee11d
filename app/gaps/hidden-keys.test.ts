import { describe, expect, it } from 'vitest'
import { hiddenKeys, type FiguresInput, type PatternInput } from './hidden-keys'
import { cellKey, everybody, wholeProvince } from './pattern'

type Input = PatternInput & FiguresInput

const cell = (place: string, n: number) => ({
  place,
  group: everybody,
  measure: '4.1',
  n,
  people: n,
  count: n / 2,
})
const table = (parts: Partial<Input>): Input => ({
  cells: [],
  unit: 1,
  selves: [],
  answers: [],
  departmentOf: [],
  families: [],
  ...parts,
})

describe('hiddenKeys', () => {
  it('hides self-assessments of a commune whose few can be had by subtraction, though its figure may show', () => {
    const cells = [cell('A', 8), cell('B', 9), cell('C', 10)]
    const {
      hidden: { figures, selves },
    } = hiddenKeys(table({ cells, selves: [cell('A', 1), cell('B', 9), cell('C', 10)] }))
    expect(figures).toEqual([])
    expect(selves.sort()).toEqual([cellKey('A', everybody, '4.1'), cellKey('B', everybody, '4.1')])
    expect(selves).not.toContain(cellKey(wholeProvince, everybody, '4.1'))
  })
})
