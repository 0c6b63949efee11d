import { expect, test } from 'vitest'
import { itemFilter } from './item-filter'

test.each([
  ['', { competency: null, level: null, kind: null }],
  ['competency=4.1&level=2&kind=matching', { competency: '4.1', level: 2, kind: 'matching' }],
  ['competency=x&level=2.5&kind=poem', { competency: null, level: null, kind: null }],
  ['competency=4.1%27&level=9', { competency: null, level: null, kind: null }],
])('%s', (query, filter) => {
  expect(itemFilter(new URLSearchParams(query))).toEqual(filter)
})
