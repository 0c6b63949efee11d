import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readItemEntry } from './answer-entry'
import { entriesOf, pressedAt } from './form-entries'
import { items } from '../../tests/builders/items'

function form(fields: Record<string, string>): FormData {
  const made = new FormData()
  for (const [name, value] of Object.entries(fields)) made.append(name, value)
  return made
}

it('tells where a picture was pressed, whatever its width on the screen', () => {
  expect(pressedAt(form({ 'p264x132.x': '66', 'p264x132.y': '99' }))).toEqual([250, 750])
  expect(pressedAt(form({ 'p600x300.x': '150', 'p600x300.y': '225' }))).toEqual([250, 750])
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 264 }), fc.integer({ min: 0, max: 132 }), (x, y) => {
      const [left, top] = pressedAt(form({ 'p264x132.x': String(x), 'p264x132.y': String(y) }))!
      expect(Math.abs((left * 264) / 1000 - x)).toBeLessThan(0.5)
      expect(Math.abs((top * 132) / 1000 - y)).toBeLessThan(0.5)
    }),
  )
})

it('takes a key on the picture, and what is no place, for a button', () => {
  expect(pressedAt(form({ 'p264x132.x': '0', 'p264x132.y': '0' }))).toBeNull()
  expect(pressedAt(form({ 'p264x132.x': 'a', 'p.y': '3', p: '1,2' }))).toBeNull()
  expect(pressedAt(form({ 'p264x132.x': '999', 'p264x132.y': '1' }))).toEqual([1000, 8])
})

it('puts a press in place of what was chosen before', () => {
  const before = { v: '?', 'q.c': 'A', 'q.r': '', p: '1,1', other: 'left out' }
  const entries = entriesOf(form({ ...before, 'p600x300.x': '150', 'p600x300.y': '225' }))
  expect(entries).toEqual({ p: ['250,750'] })
  expect(readItemEntry(items.point(), entries)).toEqual({ kind: 'value', value: [250, 750] })
  expect(entriesOf(form(before))).toEqual({ v: ['?'], 'q.c': ['A'], 'q.r': [''], p: ['1,1'] })
})
