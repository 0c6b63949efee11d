import { describe, expect, it } from 'vitest'
import { movesOf, placeNow, readIn, trail } from './moves'

const version = (code: string, number: number, lessons: string[], moved: Record<string, string> = {}) => ({
  code,
  version: number,
  lessons: lessons.map((lesson) => ({ code: lesson })),
  moved,
})
const moves = movesOf([
  version('safety', 3, ['c', 'back', 'here'], { b: 'safety/c' }),
  version('safety', 1, ['a', 'back', 'alone']),
  version('safety', 2, ['b'], { a: 'safety/b', back: 'safety/b' }),
  version('other', 2, ['rest'], { left: 'safety/here', round: 'other/about', about: 'other/round' }),
])

describe('a lesson that moved', () => {
  it('counts where it is now, after several moves, though a later version tells of the last alone', () => {
    expect(trail('safety/a', moves)).toEqual(['safety/a', 'safety/b', 'safety/c'])
    expect(readIn('safety', ['safety/a'], moves)).toEqual(['a', 'b', 'c'])
    expect(placeNow('safety', 'a', moves)).toBe('c')
  })

  it('counts in the module that it moved to, beside what was read there', () => {
    expect(readIn('safety', ['other/left', 'safety/c'], moves)).toEqual(['here', 'c'])
    expect(readIn('other', ['other/left', 'safety/c'], moves)).toEqual(['left'])
    expect(placeNow('other', 'left', moves)).toBe('left')
  })

  it('has not moved once its module has it again', () => {
    expect(readIn('safety', ['safety/back'], moves)).toEqual(['back'])
  })

  it('that never moved, or goes round, stays where it is', () => {
    expect(readIn('safety', ['safety/alone'], moves)).toEqual(['alone'])
    expect(readIn('other', ['other/round'], moves)).toEqual(['round', 'about'])
    expect(placeNow('safety', null, moves)).toBeNull()
  })
})
