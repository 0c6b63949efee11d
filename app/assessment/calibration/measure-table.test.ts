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

// LSAT section 7 (Bock and Lieberman 1970) by pattern 00000, 00001, …, 11111; 2PL estimates and S-X² as R's mirt gives.
describe('LSAT-7', () => {
  const counts = [
    12, 19, 1, 7, 3, 19, 3, 17, 10, 5, 3, 7, 7, 23, 8, 28, 7, 39, 11, 34, 14, 51, 15, 90, 6, 25, 7, 35, 18,
    136, 32, 308,
  ]
  const rows = counts.flatMap((count, pattern) => {
    const answers = [...pattern.toString(2).padStart(5, '0')].map(Number)
    return Array.from({ length: count }, () => answers)
  })
  const whole = measureTable(table(rows), { model: '2pl', prior: 'none' })
  const published = [
    [0.988, 1.856, 4.749],
    [1.081, 0.808, 14.451],
    [1.706, 1.804, 1.27],
    [0.765, 0.486, 5.237],
    [0.736, 1.855, 0.941],
  ]

  test('parameters, log-likelihood, S-X² and alpha', () => {
    expect(Math.abs(whole.fit.logLikelihood + 2658.805)).toBeLessThan(0.001)
    whole.items.forEach(({ parameters, sx2 }, j) => {
      if (parameters?.model !== '2pl') throw new Error('not placed')
      expect(Math.abs(parameters.a - published[j]![0]!)).toBeLessThan(0.002)
      expect(Math.abs(-parameters.a * parameters.b - published[j]![1]!)).toBeLessThan(0.002)
      expect(Math.abs(sx2!.statistic - published[j]![2]!)).toBeLessThan(0.01)
    })
    expect(Math.abs(whole.reliability.alpha! - 0.453)).toBeLessThan(0.001)
  })

  test('an item that all have right, one that nobody answered and a person without an answer change nothing', () => {
    const wider = [...rows.map((row) => [...row, 1, null]), Array<null>(7).fill(null)]
    const result = measureTable(table(wider), { model: '2pl', prior: 'none' })
    expect(result.fit.logLikelihood).toBeCloseTo(whole.fit.logLikelihood, 6)
    expect(result.notes).toEqual([])
    expect(result.items.slice(5).map(({ notes, sx2 }) => [notes, sx2])).toEqual([
      [['constant'], null],
      [['unanswered'], null],
    ])
    result.items.slice(0, 5).forEach(({ sx2 }, j) => {
      expect(sx2!.statistic).toBeCloseTo(whole.items[j]!.sx2!.statistic, 4)
    })
    expect(result.reliability.alphaRows).toBe(1000)
    expect(result.byScore!.map(({ raw, count }) => [raw, count])).toEqual(
      whole.byScore!.map(({ raw, count }) => [raw + 1, count]),
    )
  })

  test('people are matched by score although nobody answered an item', () => {
    const groups = rows.map((_, i) => (i % 3 ? 'Nữ' : 'Nam'))
    const wider = rows.map((row) => [...row, null])
    const [one, other] = [rows, wider].map((each) =>
      measureTable(table(each, groups), { model: 'rasch', prior: 'none' }),
    )
    expect(other!.dif!.matching).toBe('score')
    expect(other!.dif!.items.slice(0, 5)).toEqual(one!.dif!.items)
  })

  test('answers 1 and 2 measure like 0 and 1, and it is said', () => {
    const coded = measureTable(table(rows.map((row) => row.map((x) => x + 1))), {
      model: '2pl',
      prior: 'none',
    })
    expect(coded.items.map(({ parameters }) => parameters)).toEqual(
      whole.items.map(({ parameters }) => parameters),
    )
    expect(coded.items.map(({ values, notes }) => [values, notes])).toEqual(
      rows[0]!.map(() => [[1, 2], ['recoded']]),
    )
    expect(coded.byScore!.map(({ raw }) => raw)).toEqual([5, 6, 7, 8, 9, 10])
  })
})

describe('a file of responses', () => {
  test('a column of identities or line numbers is refused once', () => {
    const lines = (id: (i: number) => string) =>
      `id,a\n${Array.from({ length: 60 }, (_, i) => `${id(i)},${i % 2}`).join('\n')}\n`
    const told = (text: string) => {
      const read = parseResponses(text)
      return read.ok ? [] : read.problems.map(({ line, column, key }) => [line, column, key])
    }
    expect(told(lines((i) => `P${i}`))).toEqual([[1, 1, 'problem.notItem']])
    expect(told(lines((i) => String(1000 + 7 * i)))).toEqual([[1, 1, 'problem.notItem']])
    expect(told(lines((i) => String(i + 1)))).toEqual([[1, 1, 'problem.counts']])
    expect(told(lines((i) => String(i % 4)))).toEqual([])
  })

  test('a group is found however its diacritics are written', () => {
    const text = 'a,giới tính\n1,Nữ\n0,Nam\n'
    const read = parseResponses(text.normalize('NFD'), { group: 'giới tính' })
    expect(read.ok && read.table.group).toEqual({ name: 'giới tính', values: ['Nữ', 'Nam'] })
    expect(parseResponses(text, { group: ' giới tính'.normalize('NFD') }).ok).toBe(true)
  })

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
