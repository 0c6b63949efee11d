import { describe, expect, test } from 'vitest'
import { lsat6, lsat6References } from '../../../tests/builders/lsat6'
import { measureTable } from './measure-table'
import { parseResponses } from './parse-responses'

const table = (rows: (number | null)[][], group?: (string | null)[]) => ({
  items: rows[0]!.map((_, j) => `item ${j + 1}`),
  rows: rows.map((answers, i) => ({ line: i + 2, answers })),
  group: group ? { name: 'group', values: group } : null,
})

describe('LSAT-6 as a whole', () => {
  const result = measureTable(table(lsat6()), { model: 'common-a', prior: 'none' })

  test('EAP by number right', () => {
    expect(result.byScore!.map(({ count }) => count)).toEqual([3, 20, 85, 237, 357, 298])
    result.byScore!.forEach(({ eap }, raw) => {
      expect(Math.abs(eap - lsat6References['common-a'].eapByScore[raw]!)).toBeLessThan(0.001)
    })
    for (const person of result.persons) {
      expect(person.eap).toBeCloseTo(result.byScore![person.raw]!.eap, 9)
      expect(person.sd).toBeCloseTo(result.byScore![person.raw]!.sd, 9)
    }
  })

  test('alpha', () => {
    expect(result.reliability.alpha).toBeCloseTo(lsat6References.alpha, 6)
    result.items.forEach(({ alphaIfDropped }, j) => {
      expect(Math.abs(alphaIfDropped! - lsat6References.alphaIfDropped[j]!)).toBeLessThan(1e-4)
    })
    expect(result.classical.internalConsistency! / 100).toBeCloseTo(result.reliability.alpha!, 12)
  })

  test('fit: the model is known to hold', () => {
    for (const { infit, outfit, sx2 } of result.items) {
      expect(infit).toBeGreaterThan(0.95)
      expect(infit).toBeLessThan(1.05)
      expect(outfit).toBeGreaterThan(0.95)
      expect(outfit).toBeLessThan(1.05)
      expect(sx2!.p).toBeGreaterThan(0.05)
    }
  })
})

test.each([
  ['everybody right', Array.from({ length: 12 }, () => [1, 1, 1])],
  ['everybody wrong', Array.from({ length: 12 }, () => [0, 0, 0])],
  ['one person', [[1, 0, 1]]],
  ['negative alpha', Array.from({ length: 20 }, (_, i) => [i % 2, 1 - (i % 2), i % 3 ? 1 : 0])],
  [
    'somebody without an answer',
    [
      [1, 0, 1],
      [null, null, null],
      [0, 0, 1],
      [1, 1, null],
    ],
  ],
])('%s: every figure is finite or null', (_, rows) => {
  for (const prior of ['none', 'weak'] as const) {
    const groups = rows.map((_, i) => (i % 2 ? 'a' : 'b'))
    const result = measureTable(table(rows, groups), { model: '2pl', prior })
    const broken: unknown[] = []
    JSON.stringify(result, (key, value: unknown) => {
      if (typeof value === 'number' && !Number.isFinite(value)) broken.push(key)
      return value
    })
    expect(broken).toEqual([])
    expect(result.persons).toHaveLength(rows.length)
  }
})

describe('a file of responses', () => {
  test('has names in quotes, any separator, empty cells, and a group that is no item', () => {
    expect(
      parseResponses('\ufeff"Câu 1; a";"Câu 2";nhóm\r\n1;;xã\r\n\r\n0;3;\r\n', { group: 'nhóm' }),
    ).toEqual({
      ok: true,
      table: {
        items: ['Câu 1; a', 'Câu 2'],
        rows: [
          { line: 2, answers: [1, null] },
          { line: 4, answers: [0, 3] },
        ],
        group: { name: 'nhóm', values: ['xã', null] },
      },
    })
  })

  test('tells every wrong cell by line and column', () => {
    const read = parseResponses('a,b\n1,x\n0.5,1\n51,-1\n')
    if (read.ok) throw new Error('must be refused')
    expect(read.problems.map(({ line, column, key }) => [line, column, key])).toEqual([
      [2, 2, 'problem.notAnswer'],
      [3, 1, 'problem.notAnswer'],
      [4, 1, 'problem.notAnswer'],
      [4, 2, 'problem.notAnswer'],
    ])
  })

  test('needs an item, and the group that was named', () => {
    expect(parseResponses('g\na\n', { group: 'g' })).toMatchObject({ problems: [{ key: 'problem.noItems' }] })
    expect(parseResponses('a\n1\n', { group: 'g' })).toMatchObject({
      problems: [{ key: 'problem.missingColumn' }],
    })
  })
})
