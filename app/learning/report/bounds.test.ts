import fc from 'fast-check'
import { expect, test } from 'vitest'
import { narrowed } from './bounds'

const between = (low: number, high: number) => ({ low, high })

test('a lone unknown part is the rest of its sum', () => {
  const cells = [between(20, 20), between(12, 12), between(0, 20), between(3, 3)]
  expect(narrowed(cells, [{ parent: 0, children: [1, 2, 3] }])[2]).toEqual(between(5, 5))
})

test('two unknown parts that are at least one leave what both can be', () => {
  const cells = [between(4, 4), between(1, 9), between(1, 9)]
  expect(narrowed(cells, [{ parent: 0, children: [1, 2] }])).toEqual([
    between(4, 4),
    between(1, 3),
    between(1, 3),
  ])
})

test('an unknown sum is between the sums of its parts', () => {
  const cells = [between(0, 99), between(2, 4), between(1, 1)]
  expect(narrowed(cells, [{ parent: 0, children: [1, 2] }])[0]).toEqual(between(3, 5))
})

test('the truth always stays within', () => {
  const table = fc.array(fc.array(fc.nat(9), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 5 })
  fc.assert(
    fc.property(table, fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), (rows, hide) => {
      const sums = rows.map((row) => row[0]! + row[1]! + row[2]!)
      const truth = rows.flatMap((row, i) => [sums[i]!, ...row])
      const equations = rows.map((_, i) => ({ parent: i * 4, children: [i * 4 + 1, i * 4 + 2, i * 4 + 3] }))
      const known = narrowed(
        truth.map((value, i) => (hide[i] ? between(0, 40) : between(value, value))),
        equations,
      )
      truth.forEach((value, i) => {
        expect(known[i]!.low).toBeLessThanOrEqual(value)
        expect(known[i]!.high).toBeGreaterThanOrEqual(value)
      })
    }),
  )
})
