import { expect, test } from 'vitest'
import type { ItemVersion } from '~/assessment/item'
import { items } from '../../../tests/builders/items'
import { changedItem, plannedItem, readChange, type Change } from './bulk-change'

const known = { competencies: ['4.1', '4.2'], levels: [1, 2, 3, 4] }
const read = (query: string) => readChange(new URLSearchParams(query), known)
const item: ItemVersion = { ...items.single(), id: '4.1-1a@1', family: '4.1-link' }
const row = { id: item.id, code: item.code, draft: null, retired: false, purpose: 'measure' as const }
const draft = { id: 'd', state: 'writing' as const }

test('an address names a change, or what is still to be chosen', () => {
  expect(read('do=nothing')).toBeNull()
  expect(read('do=retire')).toEqual({ kind: 'change', change: { action: 'retire' } })
  expect(read('do=family')).toEqual({ kind: 'ask', action: 'family', errors: {} })
  expect(read('do=family&family=+')).toEqual({ kind: 'change', change: { action: 'family', family: null } })
  expect(read(`do=family&family=${'x'.repeat(61)}`)).toMatchObject({ errors: { family: 'long' } })
  expect(read('do=cognitive&cognitive=guess')).toMatchObject({ errors: { cognitive: 'choose' } })
  expect(read('do=difficulty&difficulty=-0,5')).toMatchObject({ change: { difficulty: -0.5 } })
  for (const wrong of ['', 'khó', '4,1', 'Infinity'])
    expect(read(`do=difficulty&difficulty=${wrong}`)).toMatchObject({ errors: { difficulty: 'number' } })
  expect(read('do=place&competency=4.2&level=3')).toMatchObject({ change: { competency: '4.2', level: 3 } })
  expect(read('do=place&competency=9.9&level=7')).toMatchObject({
    errors: { competency: 'choose', level: 'choose' },
  })
})

test('a plan says what an item has before and after, or why it stays', () => {
  const plan = (change: Change, more: Partial<Parameters<typeof plannedItem>[0]> = {}) =>
    plannedItem({ ...row, ...more }, item, change)
  expect(plan({ action: 'family', family: null })).toMatchObject({ before: '4.1-link', after: null })
  expect(plan({ action: 'family', family: '4.1-link' })).toMatchObject({ obstacle: 'same' })
  expect(plan({ action: 'difficulty', difficulty: 1 })).toMatchObject({ before: null, after: '1' })
  const place: Change = { action: 'place', competency: '4.2', level: 2 }
  expect(plan(place)).toMatchObject({ obstacle: 'notTeaching' })
  expect(plan(place, { purpose: 'teach' })).toMatchObject({ before: '4.1/1', after: '4.2/2' })
  expect(plan({ action: 'revise' }, { draft })).toMatchObject({ obstacle: 'draft' })
  expect(plan({ action: 'retire' }, { draft })).toMatchObject({ before: 'inUse', after: 'retired' })
  expect(plan({ action: 'retire' }, { retired: true })).toMatchObject({ obstacle: 'retired' })
  expect(plan({ action: 'restore' })).toMatchObject({ obstacle: 'inUse' })
})

test('a change touches what it names and nothing else', () => {
  expect(changedItem(item, { action: 'place', competency: '4.2', level: 2 })).toEqual({
    ...item,
    competency: '4.2',
    level: 2,
  })
  expect(changedItem(item, { action: 'family', family: null })).toEqual({ ...item, family: undefined })
  expect(changedItem(item, { action: 'revise' })).toEqual(item)
})
