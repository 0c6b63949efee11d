import { expect, test } from 'vitest'
import { doneIn, editIn } from './team-address'

const query = (text: string) => new URLSearchParams(text)

test.each([
  ['note=created', { note: 'created' }],
  ['note=else', null],
  ['added=3&joined=1', { added: 3, joined: 1 }],
  ['added=0&joined=0', { added: 0, joined: 0 }],
  ['added=3', null],
  ['added=-1&joined=1', null],
  ['added=999&joined=1', null],
  ['added=<b>&joined=1', null],
  ['', null],
])('%s', (text, done) => {
  expect(doneIn(query(text))).toEqual(done)
})

test('only the forms that there are', () => {
  expect([editIn(query('edit=name')), editIn(query('edit=delete')), editIn(query('edit=x'))]).toEqual([
    'name',
    'delete',
    null,
  ])
})
