import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalCdf, normalQuantile } from '~/assessment/numeric/normal'
import { problemParts, testEffects } from '../../tests/builders/basis'
import { makeProblem, mostAway } from './make-problem'

test('groups, units, weeks, venues, trainers and gains come out as stated', () => {
  const { problem, lostPins } = makeProblem(problemParts({ leastCoverage: 0.1 }))
  expect(problem.communes).toEqual([
    { code: '01273', people: 9, least: 1 },
    { code: '01321', people: 5, least: 1 },
  ])
  expect(problem.units.map(({ commune, code, people, away }) => [commune, code, people, away])).toEqual([
    [0, 'office', 6, 1],
    [0, 'service-centre', 3, 1],
    [1, 'office', 4, 1],
    [1, 'service-centre', 1, 0],
  ])
  expect(problem.weeks.slice(0, 3)).toEqual([0, 5, 5])
  expect(problem.weeks).toHaveLength(14)
  expect(problem.modules.map(({ code, days }) => [code, days])).toEqual([
    ['infosec', 1],
    ['personal-data', 1],
  ])
  expect(problem.venues[0]).toMatchObject({
    days: expect.arrayContaining([4]) as unknown,
    reach: [
      { commune: 0, hours: 0 },
      { commune: 1, hours: 1.5 },
    ],
  })
  expect(problem.venues[1]!.reach).toEqual([])
  expect(problem.trainers[0]!.free.slice(0, 3)).toEqual([0, 2, 3])
  expect(problem.trainers[1]!.modules).toEqual([0])
  const fall = 0.6 - normalCdf(normalQuantile(0.6) - 0.5 / 1.25)
  const gain = problem.offers.find(({ module, group }) => module === 0 && group === 0)!.gain
  expect(gain.class).toBeCloseTo(2 * fall, 3)
  expect(gain.online!).toBeLessThan(gain.class!)
  expect(lostPins).toEqual([])
})

test('two modules that teach one competency of a group share its people', () => {
  const { problem } = makeProblem(problemParts())
  expect(problem.overlaps).toHaveLength(2)
  for (const { offers, most } of problem.overlaps) {
    expect(new Set(offers.map((i) => problem.offers[i]!.group)).size).toBe(1)
    expect(most).toBe(problem.offers[offers[0]!]!.most)
  }
})

test('a module that is ruled out anywhere is offered nowhere, one at a venue not there', () => {
  const { problem } = makeProblem(
    problemParts({
      forbidden: [
        { module: 'infosec', venue: null },
        { module: 'personal-data', venue: 'v1' },
      ],
    }),
  )
  expect(problem.offers.every(({ module }) => module === 1)).toBe(true)
  expect(problem.modules[0]).not.toHaveProperty('class')
  expect(problem.venues.map(({ not }) => not)).toEqual([[1], []])
})

test('pins and earlier classes keep what is still there; what is gone is told', () => {
  const pin = { module: 'infosec', delivery: 'class', commune: null, seats: null } as const
  const pins = [
    { ...pin, key: 'a', venue: 'v1', week: '2027-01-11', trainer: 't2' },
    { ...pin, key: 'b', venue: 'gone', week: null, trainer: null },
    { ...pin, key: 'c', module: 'gone', venue: 'v1', week: null, trainer: null },
  ]
  const seats = [{ commune: '01321', position: 'office-statistics', seats: 2 }]
  const { problem, lostPins } = makeProblem({
    ...problemParts({ pins }),
    earlier: [{ ...pins[0]!, seats }, pins[1]!],
  })
  expect(problem.pins.map(({ key }) => key)).toEqual(['a', 'b'])
  expect(problem.pins.map(({ venue, week, trainer }) => [venue, week, trainer])).toEqual([
    [0, 2, 1],
    [null, null, null],
  ])
  expect(lostPins).toEqual(['b', 'c'])
  expect(problem.earlier).toEqual([
    {
      module: 0,
      delivery: 'class',
      venue: 0,
      commune: null,
      week: 2,
      trainer: 1,
      seats: [{ group: 2, seats: 2 }],
    },
  ])
})

test('the order of the lists does not matter, gains lie between 0 and the competencies, bounds between 0 and the people', () => {
  const arbitrary = fc.record({
    awayShare: fc.double({ min: 0, max: 1, noNaN: true }),
    leastCoverage: fc.double({ min: 0, max: 1, noNaN: true }),
    effect: fc.double({ min: -1, max: 3, noNaN: true }),
    weight: fc.double({ min: 0, max: 10, noNaN: true }),
  })
  fc.assert(
    fc.property(arbitrary, ({ awayShare, leastCoverage, effect, weight }) => {
      const parts = problemParts({ awayShare, leastCoverage, weights: { 'd:4': weight } })
      const effects = testEffects.map((each) => ({ ...each, effect }))
      const { problem } = makeProblem({ ...parts, effects })
      const turned = makeProblem({
        ...parts,
        effects: [...effects].reverse(),
        trainers: [...parts.trainers].reverse(),
        venues: [...parts.venues].reverse(),
        travel: [...parts.travel].reverse(),
        settings: {
          ...parts.settings,
          communes: [...parts.settings.communes].reverse(),
          modules: [...parts.settings.modules].reverse(),
        },
      })
      expect(turned.problem).toEqual(problem)
      for (const { gain, most, group } of problem.offers) {
        expect(most).toBe(problem.groups[group]!.people)
        for (const each of Object.values(gain)) {
          expect(each).toBeGreaterThan(0)
          expect(each).toBeLessThanOrEqual(2 * weight)
        }
      }
      for (const { away, people } of problem.units) {
        expect(away).toBeGreaterThanOrEqual(0)
        expect(away).toBeLessThanOrEqual(people)
      }
      for (const { least, people } of problem.communes) expect(least).toBeLessThanOrEqual(people)
    }),
    { numRuns: 40 },
  )
})

test.each([
  [8, 0.25, true, 2],
  [3, 0.25, true, 1],
  [2, 1, true, 1],
  [1, 0.25, true, 0],
  [1, 1, false, 1],
  [5, 0, false, 0],
])('of %i people with a share of %d, staying open %s: %i away', (people, share, open, most) => {
  expect(mostAway(people, share, open)).toBe(most)
})
