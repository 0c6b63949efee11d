import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { determined, type Equation } from './determined'
import { suppress } from './suppression'

/** A plain two-way table with its margins: cell (r, c), then row totals, column totals, grand total. */
function twoWay(table: number[][]): { people: number[]; equations: Equation[] } {
  const [rows, columns] = [table.length, table[0]!.length]
  const at = (r: number, c: number) => r * (columns + 1) + c
  const people: number[] = []
  const full = [...table.map((row) => [...row, sum(row)])]
  full.push(full[0]!.map((_, c) => sum(full.map((row) => row[c]!))))
  for (const row of full) people.push(...row)
  const equations: Equation[] = []
  for (let r = 0; r <= rows; r += 1)
    equations.push({ parent: at(r, columns), children: range(columns).map((c) => at(r, c)) })
  for (let c = 0; c <= columns; c += 1)
    equations.push({ parent: at(rows, c), children: range(rows).map((r) => at(r, c)) })
  return { people, equations }
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
const range = (n: number) => Array.from({ length: n }, (_, i) => i)
const tables = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(fc.nat({ max: 14 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )

describe('suppress', () => {
  it('hides a small cell and the smallest other of its row and column', () => {
    const { people, equations } = twoWay([
      [3, 20, 30],
      [18, 9, 40],
      [50, 60, 70],
    ])
    const hidden = suppress(people, equations)
    expect(people.filter((_, i) => hidden[i])).toEqual([3, 20, 18, 9])
  })

  it('hides nothing where all groups are large or empty', () => {
    const { people, equations } = twoWay([
      [5, 0],
      [7, 12],
    ])
    expect(suppress(people, equations)).not.toContain(true)
  })

  it('hides a third part where two small ones are fewer than five together', () => {
    expect(suppress([21, 1, 2, 8, 10], [{ parent: 0, children: [1, 2, 3, 4] }])).toEqual([
      false,
      true,
      true,
      true,
      false,
    ])
    expect(suppress([24, 3, 3, 8, 10], [{ parent: 0, children: [1, 2, 3, 4] }])).toEqual([
      false,
      true,
      true,
      false,
      false,
    ])
  })

  it('hides a sum whose only part is hidden elsewhere', () => {
    // Cell 1 must hide beside cell 0; it is the whole of sum 3.
    const hidden = suppress(
      [2, 6, 8, 6],
      [
        { parent: 2, children: [0, 1] },
        { parent: 3, children: [1] },
      ],
    )
    expect(hidden).toEqual([true, true, false, true])
  })

  it('leaves no single equation from which a group below five could be had', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { people, equations } = twoWay(table)
        const hidden = suppress(people, equations)
        for (const { parent, children } of equations) {
          const parts = children.filter((cell) => hidden[cell])
          if (hidden[parent]) expect(parts.length).toBeGreaterThan(0)
          else if (parts.length > 0) {
            expect(parts.length).toBeGreaterThan(1)
            expect(sum(parts.map((cell) => people[cell]!))).toBeGreaterThanOrEqual(5)
          }
        }
        people.forEach((n, cell) => expect(hidden[cell] || n === 0 || n >= 5).toBe(true))
      }),
      { numRuns: 400 },
    )
  })

  it('leaves no hidden cell that all equations together determine', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { people, equations } = twoWay(table)
        const hidden = suppress(people, equations)
        expect(determinedExactly(hidden, equations)).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  it('gives the same pattern every time', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { people, equations } = twoWay(table)
        expect(suppress(people, equations)).toEqual(suppress(people, equations))
      }),
    )
  })
})

describe('determined', () => {
  it('finds the bridge between two blocks that no single equation shows', () => {
    // Two blocks of four hidden cells joined by one: every row and column has two or more, yet the middle follows.
    const table = [
      [1, 1, 0, 0],
      [1, 1, 1, 0],
      [0, 0, 1, 1],
      [0, 0, 1, 1],
    ]
    const { people, equations } = twoWay(table)
    const hidden = people.map((n, i) => n === 1 && i % 5 < 4 && i < 20)
    expect(determined(hidden, equations)).toEqual([1 * 5 + 2])
  })

  it('agrees with exact elimination over the rationals on any pattern', () => {
    fc.assert(
      fc.property(tables, fc.infiniteStream(fc.boolean()), (table, coins) => {
        const { people, equations } = twoWay(table)
        const hidden = people.map(() => coins.next().value as boolean)
        expect(determined(hidden, equations)).toEqual(determinedExactly(hidden, equations))
      }),
      { numRuns: 600 },
    )
  })
})

type Fraction = [bigint, bigint]

/** Which hidden cells have one possible value: those whose unit vector lies in the row space, by Gauss–Jordan in fractions. */
function determinedExactly(hidden: boolean[], equations: Equation[]): number[] {
  const unknown = hidden.flatMap((is, cell) => (is ? [cell] : []))
  const rows = equations.map(({ parent, children }) =>
    unknown.map((cell): Fraction => [children.includes(cell) ? 1n : cell === parent ? -1n : 0n, 1n]),
  )
  let rank = 0
  for (let c = 0; c < unknown.length; c += 1) {
    const r = rows.findIndex((row, i) => i >= rank && row[c]![0] !== 0n)
    if (r < 0) continue
    ;[rows[rank], rows[r]] = [rows[r]!, rows[rank]!]
    const lead = rows[rank]![c]!
    rows[rank] = rows[rank]!.map((value) => reduce(value[0] * lead[1], value[1] * lead[0]))
    rows.forEach((row, i) => {
      const factor = row[c]!
      if (i === rank || factor[0] === 0n) return
      rows[i] = row.map((value, j) => {
        const [a, b] = rows[rank]![j]!
        return reduce(value[0] * factor[1] * b - factor[0] * a * value[1], value[1] * factor[1] * b)
      })
    })
    rank += 1
  }
  const single = rows.slice(0, rank).filter((row) => row.filter(([a]) => a !== 0n).length === 1)
  return single.map((row) => unknown[row.findIndex(([a]) => a !== 0n)]!).sort((a, b) => a - b)
}

function reduce(a: bigint, b: bigint): Fraction {
  if (a === 0n) return [0n, 1n]
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y > 0n) [x, y] = [y, x % y]
  const sign = b < 0n ? -1n : 1n
  return [(sign * a) / x, (sign * b) / x]
}
