import { describe, expect, it } from 'vitest'
import { rankRanges } from './ranks'
import { shareInterval, tally } from './tally'

function counted(below: number[], people: number) {
  return { ...tally(0, 0, 0, below.length), people, below: Uint32Array.from(below) }
}

describe('rankRanges', () => {
  it('puts the largest share first and lets equal shares share their ranks', () => {
    const draws = new Array<number>(40).fill(0)
    const places = [3, 9, 3, 1].map((count) =>
      counted(
        draws.map(() => count),
        10,
      ),
    )
    expect(rankRanges(places)).toEqual([
      { low: 2, high: 3, of: 4 },
      { low: 1, high: 1, of: 4 },
      { low: 2, high: 3, of: 4 },
      { low: 4, high: 4, of: 4 },
    ])
  })

  it('gives the ranks between the 5th and the 95th of 100 draws', () => {
    const first = counted(
      Array.from({ length: 100 }, (_, s) => (s < 50 ? 8 : 2)),
      10,
    )
    const second = counted(new Array<number>(100).fill(5), 10)
    const never = counted(
      Array.from({ length: 100 }, (_, s) => (s < 4 ? 10 : 0)),
      10,
    )
    expect(rankRanges([first, second, never]).map(({ low, high }) => [low, high])).toEqual([
      [1, 2],
      [1, 2],
      [3, 3],
    ])
  })
})

describe('shareInterval', () => {
  it('holds at least nine draws in ten', () => {
    const below = Array.from({ length: 100 }, (_, s) => Math.floor(s / 10))
    expect(shareInterval({ below: Uint32Array.from(below), people: 10 })).toEqual({
      share: 0.45,
      low: 0,
      high: 0.9,
    })
    const certain = shareInterval({ below: new Uint32Array(50).fill(4), people: 8 })
    expect(certain).toEqual({ share: 0.5, low: 0.5, high: 0.5 })
  })
})
