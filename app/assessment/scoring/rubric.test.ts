import fc from 'fast-check'
import { expect, test } from 'vitest'
import { essay } from '../../../tests/builders/items'
import { rubricPoints, rubricScore, type RubricLevels } from './rubric'

type Essay = ReturnType<typeof essay>

const both = { vi: 'Lời', en: 'Words' }
const scales = fc.array(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 6 }), {
  minLength: 1,
  maxLength: 6,
})
const marked = scales.chain((rubric) =>
  fc.record({
    item: fc.constant<Essay>({
      ...essay(),
      rubric: rubric.map((points, i) => ({
        id: `c${i}`,
        name: both,
        levels: points.map((each) => ({ points: each, ...both })),
      })),
    }),
    places: fc.tuple(...rubric.map((points) => fc.nat({ max: points.length - 1 }))),
  }),
)
const levelsOf = (places: readonly number[]): RubricLevels =>
  Object.fromEntries(places.map((place, i) => [`c${i}`, place]))

test('a score lies within 0 and 1; the highest level everywhere earns everything', () => {
  fc.assert(
    fc.property(marked, ({ item, places }) => {
      const score = rubricScore(item, levelsOf(places))!
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(1)
      const tops = item.rubric.map(({ levels }) => {
        const points = levels.map((each) => each.points)
        return points.indexOf(Math.max(...points))
      })
      const whole = item.rubric.some(({ levels }) => levels.some(({ points }) => points > 0))
      expect(rubricScore(item, levelsOf(tops))).toBe(whole ? 1 : 0)
    }),
  )
})

test('a higher level of one criterion never lowers the score, and the order of criteria is of no matter', () => {
  fc.assert(
    fc.property(marked, fc.nat(), fc.nat(), ({ item, places }, at, to) => {
      const i = at % places.length
      const { levels } = item.rubric[i]!
      const other = to % levels.length
      const changed = places.map((place, j) => (j === i ? other : place))
      const [before, after] = [rubricScore(item, levelsOf(places))!, rubricScore(item, levelsOf(changed))!]
      if (levels[other]!.points >= levels[places[i]!]!.points) expect(after).toBeGreaterThanOrEqual(before)
      else expect(after).toBeLessThan(before)
      const turned = { ...item, rubric: [...item.rubric].reverse() }
      expect(rubricScore(turned, levelsOf(places))).toBeCloseTo(before, 12)
    }),
  )
})

test('a criterion without a level, or with one that it has not, leaves the answer unmarked', () => {
  fc.assert(
    fc.property(marked, fc.nat(), fc.constantFrom(-1, 99, 0.5, NaN), ({ item, places }, at, place) => {
      const levels = levelsOf(places)
      const id = item.rubric[at % item.rubric.length]!.id
      expect(rubricScore(item, { ...levels, [id]: place })).toBeNull()
      const { [id]: _left, ...rest } = levels
      expect(rubricPoints(item, rest)).toBeNull()
    }),
  )
})
