import { expect, test } from 'vitest'
import { normalQuantile } from '~/assessment/numeric/normal'
import { basisOf, figure } from '../../tests/builders/basis'
import { basisSchema, probitBelow, shareAfter, type Basis } from './basis'

const shareOf = (basis: Basis, k: number) => {
  const needing = basis.groups.filter(([, p]) => basis.positions[p]!.needs.includes(k))
  const people = needing.reduce((sum, [, , count]) => sum + count, 0)
  return (
    needing.reduce(
      (sum, [c, p, count]) => sum + count * shareAfter(probitBelow(basis, c, p, k)!, 0, basis.sd),
      0,
    ) / people
  )
}

test('where every place is alike each group has the share of the province', () => {
  const basis = basisOf()
  for (const [c, p] of basis.groups)
    for (const k of basis.positions[p]!.needs)
      expect(shareAfter(probitBelow(basis, c, p, k)!, 0, basis.sd)).toBeCloseTo(0.6, 3)
})

test('deviations of a commune and of a position add on the probit scale, about the released share of the province', () => {
  const basis = basisOf({
    '01273//4.1': figure(0.8),
    '/one-stop-reception/4.1': figure(0.4),
    '//4.1': figure(0.55),
  })
  const at = (c: number, p: number) => probitBelow(basis, c, p, 0)!
  expect(at(0, 0) - at(1, 0)).toBeCloseTo(normalQuantile(0.8) - normalQuantile(0.6), 3)
  expect(at(0, 1) - at(0, 0)).toBeCloseTo(normalQuantile(0.4) - normalQuantile(0.6), 3)
  expect(shareOf(basis, 0)).toBeCloseTo(0.55, 3)
})

test('of a hidden competency the domain stands in, and of a hidden domain the province with the spread of places', () => {
  const byDomain = basisOf({ '01273//4.1': 'hidden', '01273//d:4': figure(0.7) })
  expect(byDomain.communes[0]!.above[0]![0]).toBeCloseTo(normalQuantile(0.7) - normalQuantile(0.6), 3)
  const byProvince = basisOf({ '01273//4.1': 'hidden', '01273//d:4': 'uninformed' })
  expect(byProvince.communes[0]!.above[0]).toEqual([0, 0.6])
  expect(byProvince.communes[0]!.above[1]![1]).toBeLessThan(0.2)
})

test('a competency that is shown nowhere has no figure, and the basis survives being stored', () => {
  const basis = basisOf({ '//7.1': null, '//d:7': 'hidden' })
  expect(probitBelow(basis, 0, 1, 2)).toBeNull()
  expect(basisSchema.parse(JSON.parse(JSON.stringify(basis)))).toEqual(basis)
})

test('a gain of one spread moves half to a sixth', () => {
  expect(shareAfter(0, 0, 1.25)).toBeCloseTo(0.5, 10)
  expect(shareAfter(0, 1.25, 1.25)).toBeCloseTo(0.1587, 4)
})
