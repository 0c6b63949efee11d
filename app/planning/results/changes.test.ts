import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesBetween, isUnchanged } from './changes'
import type { CodedClass } from './coded-class'

const a: CodedClass = {
  key: 'a',
  module: 'infosec',
  delivery: 'class',
  venue: 'v1',
  commune: null,
  week: '2027-01-04',
  dates: ['2027-01-04', '2027-01-05'],
  trainer: 't1',
  seats: [
    { commune: '01273', position: 'finance', seats: 6 },
    { commune: '01279', position: 'finance', seats: 4 },
  ],
  cost: 10_000_000,
  gain: 4,
  pinned: false,
}

describe('what solving again has changed', () => {
  test('a class of another week and trainer is one that moved, with what became of it', () => {
    const now = { ...a, key: 'z', week: '2027-01-11', trainer: 't2' }
    const changes = changesBetween([a], [now])
    expect(changes).toMatchObject({ added: [], removed: [], same: 0 })
    expect(changes.moved).toEqual([
      {
        before: expect.objectContaining({ key: 'a', week: '2027-01-04', seats: 10 }),
        after: expect.objectContaining({ key: 'z', week: '2027-01-11', seats: 10 }),
        parts: ['week', 'trainer'],
      },
    ])
    expect(changes.before).toEqual({ classes: 1, cost: 10_000_000, gain: 4 })
  })

  test('a class keeps its identity by its key, even where another looks more like it', () => {
    const moved = { ...a, venue: 'v2', week: '2027-02-01', seats: [] }
    const twin = { ...a, key: 'b' }
    const changes = changesBetween([a], [moved, twin])
    expect(changes.moved.map(({ after }) => after.key)).toEqual(['a'])
    expect(changes.added.map(({ key }) => key)).toEqual(['b'])
  })

  test('another module, delivery or other people in another place are another class', () => {
    for (const other of [
      { ...a, module: 'one-stop' },
      { ...a, delivery: 'visit' as const },
      { ...a, key: 'b', venue: 'v2', week: '2027-02-01', seats: [{ ...a.seats[0]!, commune: '01290' }] },
    ]) {
      const changes = changesBetween([a], [other])
      expect([changes.added.length, changes.removed.length, changes.moved.length]).toEqual([1, 1, 0])
    }
  })

  test('only the sharing of seats: the number stays, the people are others', () => {
    const now = {
      ...a,
      seats: [
        { ...a.seats[0]!, seats: 5 },
        { ...a.seats[1]!, seats: 5 },
      ],
    }
    expect(changesBetween([a], [now]).moved[0]!.parts).toEqual(['seats'])
  })

  const anyClass = fc.record({
    module: fc.constantFrom('infosec', 'one-stop'),
    venue: fc.constantFrom('v1', 'v2'),
    week: fc.constantFrom('2027-01-04', '2027-01-11', null),
    trainer: fc.constantFrom('t1', 't2', null),
    count: fc.integer({ min: 1, max: 9 }),
  })
  const classes = fc.array(anyClass, { maxLength: 8 }).map((list) =>
    list.map(({ count, ...each }, i): CodedClass => ({
      ...a,
      ...each,
      key: `k${i}`,
      seats: [{ commune: '01273', position: 'finance', seats: count }],
    })),
  )

  test('every class is counted once on its side; a result against itself has changed nothing', () => {
    fc.assert(
      fc.property(classes, classes, (before, after) => {
        const { added, removed, moved, same } = changesBetween(before, after)
        expect(removed.length + moved.length + same).toBe(before.length)
        expect(added.length + moved.length + same).toBe(after.length)
        expect(new Set([...added, ...moved.map((each) => each.after)].map(({ key }) => key)).size).toBe(
          added.length + moved.length,
        )
        expect(isUnchanged(changesBetween(before, before))).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  test('swapping the results swaps what came and what went', () => {
    fc.assert(
      fc.property(classes, classes, (before, after) => {
        const [there, back] = [changesBetween(before, after), changesBetween(after, before)]
        expect(there.added.length).toBe(back.removed.length)
        expect(there.removed.length).toBe(back.added.length)
      }),
      { numRuns: 50 },
    )
  })
})
