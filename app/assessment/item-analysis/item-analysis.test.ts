import { expect, test } from 'vitest'
import { answeredBank } from '../../../tests/builders/answered-bank'
import { actorWith, leaderOf, learner, plannerOf } from '../../../tests/builders/actors'
import { freshDatabase } from '../../../tests/builders/database'
import { refusal } from '../../../tests/builders/refusal'
import { itemQuery } from './item-sort'

await freshDatabase()
const { listAnalyses } = await import('./analysed-campaign.server')
const { viewItemAnalysis } = await import('./view-item-analysis.server')
const { viewItemFigures } = await import('./view-item-figures.server')

const trainer = actorWith({ role: 'trainer', provinceCode: null, communeCode: null })
const everything = itemQuery(new URLSearchParams('sort=code'))
const many = await answeredBank({ people: 60, competencies: ['4.1', '7.3'] })
const few = await answeredBank({ people: 4, competencies: ['4.1'], seed: 'few' })
const adaptive = await answeredBank({ people: 40, competencies: ['4.1'], adaptive: true, seed: 'adaptive' })

test('the figures of a campaign agree with its answers', async () => {
  const view = await viewItemAnalysis(trainer, many, everything)
  expect(view).toMatchObject({ people: 60, adaptive: 0, items: 6, test: { people: 60, forms: 1 } })
  expect(view.test!.judged).toEqual({ forms: 1, people: 60 })
  const easiest = view.rows.find(({ level, competency }) => level === 1 && competency === '4.1')!
  const hardest = view.rows.find(({ level, competency }) => level === 3 && competency === '4.1')!
  expect(easiest.facility!).toBeGreaterThan(hardest.facility!)
  for (const row of view.rows) {
    expect(row.people).toBe(60)
    expect(Math.abs(row.facility! - row.expected!)).toBeLessThan(15)
    expect(row.index!).toBeGreaterThan(0)
  }
  const weights = view.rows.reduce((sum, { weight }) => sum + weight!, 0)
  expect(weights).toBeCloseTo(100, 8)
})

test('an item tells who chose what, and how it goes with doing well elsewhere', async () => {
  const { rows } = await viewItemAnalysis(trainer, many, everything)
  const single = rows.find(({ code }) => code === '4.1-1a')!
  const { distractors, groups, item } = await viewItemFigures(trainer, many, single.id)
  expect(distractors.reduce((sum, { count }) => sum + count, 0)).toBe(60)
  const key = 'options' in item ? item.options.find(({ correct }) => correct)!.id : ''
  const right = distractors.find(({ option }) => option === key)!
  expect(100 * right.share).toBeCloseTo(single.facility!, 8)
  expect(right.restCorrelation!).toBeGreaterThan(0)
  expect(groups.map(({ people }) => people)).toEqual([12, 12, 12, 12, 12])
})

test('items chosen by ability are judged by the model, since totals do not compare', async () => {
  const view = await viewItemAnalysis(trainer, adaptive, everything)
  expect(view).toMatchObject({ people: 40, adaptive: 40, test: null })
  for (const row of view.rows) {
    expect(row).toMatchObject({ people: 40, index: null, efficiency: null, weight: null })
    expect(Math.abs(row.infit! - 1)).toBeLessThan(0.4)
    expect(Math.abs(row.facility! - row.expected!)).toBeLessThan(20)
  }
  expect(view.rows.map(({ pilots }) => pilots)).toEqual([0, 0, 40])
  expect(await viewItemFigures(trainer, adaptive, view.rows[0]!.id)).toMatchObject({ byAbility: true })
})

test('rows are filtered and ordered', async () => {
  const at = (query: string) => viewItemAnalysis(trainer, many, itemQuery(new URLSearchParams(query)))
  expect((await at('competency=7.3')).rows.every(({ competency }) => competency === '7.3')).toBe(true)
  const facility = (await at('sort=facility&dir=desc')).rows.map((row) => row.facility!)
  expect(facility).toEqual([...facility].sort((a, b) => b - a))
  expect(itemQuery(new URLSearchParams('sort=name&dir=up&competency=x'))).toEqual({
    sort: 'flags',
    direction: 'desc',
    competency: null,
  })
})

test('below five people there are no figures', async () => {
  const view = await viewItemAnalysis(trainer, few, everything)
  expect(view).toMatchObject({ people: 4, enough: false, test: null })
  for (const row of view.rows)
    expect(row).toMatchObject({ facility: null, index: null, infit: null, expected: null, flags: [] })
  expect(await viewItemFigures(trainer, few, view.rows[0]!.id)).toMatchObject({
    shown: false,
    distractors: [],
    groups: [],
  })
})

test('trainers and planners read the campaigns of their own place', async () => {
  expect(
    listAnalyses(plannerOf('04'))
      .map(({ id }) => id)
      .sort(),
  ).toEqual([many, few, adaptive].sort())
  expect(listAnalyses(plannerOf('08'))).toEqual([])
  expect(await refusal(viewItemAnalysis(plannerOf('08'), many, everything))).toBe('notAllowed')
  expect(await refusal(viewItemFigures(plannerOf('08'), many, '4.1-1a@2'))).toBe('notAllowed')
  for (const other of [learner, leaderOf('04', '01321')]) {
    expect(await refusal(() => listAnalyses(other))).toBe('notAllowed')
    expect(await refusal(viewItemAnalysis(other, many, everything))).toBe('notAllowed')
  }
  expect(await refusal(viewItemAnalysis(trainer, 'nothing', everything))).toBe('notFound')
  expect(await refusal(viewItemFigures(trainer, many, 'nothing'))).toBe('notFound')
})
