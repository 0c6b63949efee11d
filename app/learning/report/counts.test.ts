import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countModule, stageOf, stages, type Counted, type GroupCounts } from './counts'

test.each([
  [{ enrolled: false, lessonsRead: 0, finished: false }, 5, 'none'],
  [{ enrolled: true, lessonsRead: 0, finished: false }, 5, 'begun'],
  [{ enrolled: true, lessonsRead: 2, finished: false }, 5, 'begun'],
  [{ enrolled: true, lessonsRead: 3, finished: false }, 5, 'half'],
  [{ enrolled: true, lessonsRead: 2, finished: false }, 4, 'half'],
  [{ enrolled: true, lessonsRead: 5, finished: false }, 5, 'half'],
  [{ enrolled: true, lessonsRead: 5, finished: true }, 5, 'finished'],
] as const)('%o of %i lessons is %s', (walk, lessons, stage) => {
  expect(stageOf(walk, lessons)).toBe(stage)
})

const communes = ['a', 'b', 'c', 'd']
const positions = ['p', 'q', 'r']
const person = fc.record({
  commune: fc.constantFrom(...communes),
  position: fc.constantFrom(...positions),
  stage: fc.constantFrom('none', 'begun', 'half', 'finished'),
})
const crowd = fc.array(person, { maxLength: 160 })

const stagesOf = { none: 'none', begun: 'learning', half: 'learning', finished: 'finished' }
const truth = (people: Counted[], of: (person: Counted) => string, code: string, stage: string) =>
  people.filter((each) => of(each) === code && stagesOf[each.stage] === stage).length

test('what is shown is true, and no count of one to four is shown', () => {
  fc.assert(
    fc.property(crowd, (people) => {
      const counts = countModule(people, communes, positions)
      const check = (rows: GroupCounts[], of: (person: Counted) => string) => {
        for (const row of rows)
          for (const stage of stages) {
            const real = truth(people, of, row.code, stage)
            if (row[stage] !== 'hidden') expect(row[stage]).toBe(real)
            if (real > 0 && real < 5) expect(row[stage]).toBe('hidden')
          }
      }
      check(counts.communes, ({ commune }) => commune)
      check(counts.positions, ({ position }) => position)
    }),
  )
})

test('a hidden count is never the only one of its row or of its column', () => {
  fc.assert(
    fc.property(crowd, (people) => {
      const { communes: rows, positions: others, all } = countModule(people, communes, positions)
      for (const row of [all, ...rows, ...others]) {
        const hidden = stages.filter((stage) => row[stage] === 'hidden')
        expect(hidden.length).not.toBe(1)
      }
      for (const stage of stages) {
        if (all[stage] === 'hidden') continue
        for (const table of [rows, others])
          expect(table.filter((row) => row[stage] === 'hidden').length).not.toBe(1)
      }
    }),
  )
})

test('of a group under five nothing is shown, zeros neither', () => {
  fc.assert(
    fc.property(crowd, (people) => {
      const { communes: rows, positions: others } = countModule(people, communes, positions)
      for (const row of [...rows, ...others])
        if (row.people > 0 && row.people < 5)
          expect(stages.map((stage) => row[stage])).toEqual(stages.map(() => 'hidden'))
    }),
  )
})

test('large counts of large groups are all shown', () => {
  const people = communes.flatMap((commune) =>
    positions.flatMap((position) =>
      (['none', 'begun', 'half', 'finished'] as const).flatMap((stage) =>
        Array.from({ length: 6 }, (): Counted => ({ commune, position, stage })),
      ),
    ),
  )
  const { all, communes: rows } = countModule(people, communes, positions)
  expect(all).toEqual({ code: '', people: 288, none: 72, learning: 144, begun: 72, half: 72, finished: 72 })
  expect(rows).toEqual(communes.map((code) => ({ code, people: 72, none: 18, learning: 36, finished: 18 })))
})
