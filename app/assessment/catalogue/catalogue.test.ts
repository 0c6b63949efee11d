import { expect, test } from 'vitest'
import { actorWith, leaderOf, learner, plannerOf } from '../../../tests/builders/actors'
import { freshDatabase } from '../../../tests/builders/database'
import { bankFilter } from './bank-filter'

await freshDatabase()
const { reader } = await import('~/platform/db/db.server')
const { listItems } = await import('./list-items.server')
const { viewItem } = await import('./view-item.server')
const { listForms, viewForm } = await import('./view-forms.server')

function asked(query: string) {
  return { ...bankFilter(new URLSearchParams(query)), page: 1 }
}
const trainer = actorWith({ role: 'trainer', provinceCode: null, communeCode: null })
const everything = asked('')

test('the pages of the list together hold every item once', () => {
  const first = listItems(trainer, everything)
  const codes = Array.from({ length: first.pages }, (_, i) =>
    listItems(trainer, { ...everything, page: i + 1 }),
  ).flatMap(({ rows }) => rows.map(({ code }) => code))
  expect(codes).toHaveLength(first.total)
  expect(new Set(codes).size).toBe(first.total)
  expect(first.total).toBe(
    reader.sql.get<{ n: number }>('SELECT count(*) AS n FROM ItemVersion WHERE NOT retired')?.n,
  )
})

test('filters narrow together; a page beyond the last is the last', () => {
  const { rows } = listItems(trainer, { ...asked('competency=4.1&level=2'), page: 99 })
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.every(({ competency, level }) => competency === '4.1' && level === 2)).toBe(true)
  expect(listItems(trainer, asked('competency=4.1&level=2&kind=numeric')).rows).toHaveLength(0)
})

test('an item comes with its key in both languages; an unknown one is not found', () => {
  const { item, competency } = viewItem(trainer, '4.1-1a')
  expect('options' in item && item.options.filter(({ correct }) => correct)).toHaveLength(1)
  expect(competency?.en).toBe('Protecting devices')
  expect(() => viewItem(trainer, '9.9-1a')).toThrow(expect.objectContaining({ status: 404 }))
})

test('a form comes with its self-assessment and its systems', () => {
  const [one] = listForms(plannerOf('04'))
  expect(viewForm(trainer, one!.code)).toMatchObject({ form: { code: one!.code } })
  expect(viewForm(trainer, 'commune-staff').self.length).toBeGreaterThan(0)
})

test('keys are for trainers and planners only', () => {
  for (const actor of [learner, leaderOf('04', '01321')]) {
    for (const read of [
      () => listItems(actor, everything),
      () => viewItem(actor, '4.1-1a'),
      () => listForms(actor),
      () => viewForm(actor, 'commune-staff'),
    ]) {
      expect(read).toThrow(expect.objectContaining({ status: 403 }))
    }
  }
})
