import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { heatClass, palette, wedgeRow, wholePoints } from './heat'

describe('heatClass', () => {
  test.each([
    [0.15, 0.05, 'g0'],
    [0.39, 0.04, 'g1'],
    [0.59, 0.09, 'g2'],
    [0.79, 0.05, 'g3'],
    [0.85, 0.09, 'g4'],
    [1, 0, 'g4'],
    [0.27, 0.13, 'm0'],
    [0.59, 0.1, 'm1'],
    [0.87, 0.17, 'm2'],
    [0.96, 0.18, 'u0'],
    [0, 0.5, 'u0'],
  ])('%d ± %d is %s', (share, half, expected) => {
    expect(heatClass(share, half)).toBe(expected)
  })

  test('agrees with the rounded figures that are shown', () => {
    expect(heatClass(0.796, 0.094)).toBe('g4')
    expect(heatClass(0.5, 0.1749)).toBe('m1')
    expect(heatClass(0.5, 0.175)).toBe('u0')
  })

  test('never grows more colourful as certainty falls, nor paler as the gap grows', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    const steps = (heat: string) => palette.findIndex((row) => (row as readonly string[]).includes(heat))
    fc.assert(
      fc.property(share, share, share, (a, b, half) => {
        expect(steps(heatClass(a, Math.max(b, half)))).toBeGreaterThanOrEqual(
          steps(heatClass(a, Math.min(b, half))),
        )
        expect(heatClass(Math.max(a, b), half) >= heatClass(Math.min(a, b), half)).toBe(true)
      }),
    )
  })
})

test('wholePoints rounds halves up in spite of binary fractions', () => {
  expect([0.085, 0.145, 0.005, 0.9949].map(wholePoints)).toEqual([9, 15, 1, 99])
})

describe('wedgeRow', () => {
  test('has a piece for every class', () => {
    expect([0, 1, 2].flatMap((row) => wedgeRow(row, 130, 28).map(({ heat }) => heat))).toEqual(palette.flat())
    expect(wedgeRow(3, 130, 28)).toEqual([])
  })

  test('starts where the row above ends', () => {
    const corners = (row: number, i: number) => wedgeRow(row, 130, 28)[i]?.points.split(' ') ?? []
    expect(corners(0, 0)[0]).toBe('0.0,0')
    expect(corners(1, 0)[0]).toBe(corners(0, 0)[3]?.replace(',28', ',0'))
  })
})
