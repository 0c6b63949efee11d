import fc from 'fast-check'
import { expect, test } from 'vitest'
import { narrowed, type Range } from './bounds'
import { countModule, stageOf, stages, type Counted, type GroupCounts, type ModuleCounts } from './counts'

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

function seeNoneAlone(people: Counted[]): void {
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
}

test('a hidden count is never the only one of its row or of its column', () => {
  fc.assert(fc.property(crowd, seeNoneAlone))
})

test('what was hidden beside a small group, and could be worked out, is shown', () => {
  const one = (commune: string, position: string, stage: Counted['stage']) => ({ commune, position, stage })
  const four = Array.from({ length: 4 }, () => one('a', 'p', 'half'))
  seeNoneAlone([...four, one('a', 'r', 'begun'), one('d', 'p', 'half')])
})

/** What a reader can work out: whole numbers between bounds, narrowed by every sum that the page gives. */
function workedOut(counts: ModuleCounts): Map<string, Range> {
  const groups = [counts.all, ...counts.communes, ...counts.positions]
  const everything = groups.every((group) => stages.every((stage) => group[stage] === 'hidden'))
  const width = stages.length + 1
  const ranges = groups.flatMap((group, i) => [
    { low: group.people, high: group.people },
    ...stages.map((stage): Range => {
      const count = group[stage]
      if (count !== 'hidden') return { low: count, high: count }
      // A zero of five people or more is shown, so what is hidden is at least one; of the whole a zero may be hidden.
      return { low: everything || i === 0 || group.people < 5 ? 0 : 1, high: group.people }
    }),
  ])
  const at = (group: number, k: number) => group * width + 1 + k
  const sums = [
    ...groups.map((_, i) => ({ parent: i * width, children: stages.map((_stage, k) => at(i, k)) })),
    ...stages.flatMap((_stage, k) => [
      { parent: at(0, k), children: counts.communes.map((_, i) => at(1 + i, k)) },
      {
        parent: at(0, k),
        children: counts.positions.map((_, i) => at(1 + counts.communes.length + i, k)),
      },
    ]),
  ]
  const known = narrowed(ranges, sums)
  return new Map(
    groups.flatMap((group, i) =>
      stages.flatMap((stage, k) => (group[stage] === 'hidden' ? [[`${i}/${stage}`, known[at(i, k)]!]] : [])),
    ),
  )
}

test('no hidden count of one to four, and none of a group under five, can be worked out', () => {
  const many = fc.array(person, { minLength: 5, maxLength: process.env.TEST_ALL ? 400 : 120 })
  fc.assert(
    fc.property(many, (people) => {
      const counts = countModule(people, communes, positions)
      const known = workedOut(counts)
      const groups = [
        ...counts.communes.map((group) => [group, ({ commune }: Counted) => commune] as const),
        ...counts.positions.map((group) => [group, ({ position }: Counted) => position] as const),
      ]
      groups.forEach(([group, of], i) => {
        for (const stage of stages) {
          const range = known.get(`${i + 1}/${stage}`)
          const real = truth(people, of, group.code, stage)
          if (!range || group.people === 0 || (group.people >= 5 && (real === 0 || real > 4))) continue
          expect(range.high - range.low).toBeGreaterThanOrEqual(Math.min(2, group.people))
        }
      })
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
