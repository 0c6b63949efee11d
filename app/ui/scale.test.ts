import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { place, segments, stacked } from './scale'

describe('place', () => {
  test('gives percentages of the width', () => {
    const x = place([0, 4])
    expect([x(0), x(1), x(4)]).toEqual(['0%', '25%', '100%'])
  })

  test('keeps room at the ends and stops there', () => {
    const x = place([0, 1], 2)
    expect([x(-1), x(0), x(0.5), x(7)]).toEqual(['2%', '2%', '50%', '98%'])
  })
})

test('segments touch the ends and leave gaps between', () => {
  expect(segments(2, 1)).toEqual([
    { x: '0%', width: '49.5%' },
    { x: '50.5%', width: '49.5%' },
  ])
})

describe('stacked', () => {
  test('lays parts one after the other', () => {
    expect(stacked([1, 3])).toEqual([
      { x: '0%', width: '25%' },
      { x: '25%', width: '75%' },
    ])
  })

  test('nothing and less than nothing have no width', () => {
    expect(stacked([0, 0])).toEqual([
      { x: '0%', width: '0%' },
      { x: '0%', width: '0%' },
    ])
    expect(stacked([-5, 5])[1]).toEqual({ x: '0%', width: '100%' })
  })

  test('never leaves the bar', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { minLength: 1, maxLength: 9 }), (values) => {
        for (const { x, width } of stacked(values)) {
          expect(Number.parseFloat(x) + Number.parseFloat(width)).toBeLessThanOrEqual(100.02)
        }
      }),
    )
  })
})
