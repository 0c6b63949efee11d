import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scoreItem, type ItemAnswer } from '~/assessment/scoring/score'
import type { Item } from '~/assessment/item'
import { anyItem, items } from '../../../tests/builders/items'
import { feedbackOf } from './feedback'

const said = (item: Item, value: ItemAnswer | null) =>
  feedbackOf(item, { value, score: scoreItem(item, value) }, 'vi')
const brief = (item: Item, value: ItemAnswer | null) =>
  said(item, value).parts.map(({ key, right, yours }) => [key, right, yours])

describe('what an answered item says', () => {
  it.each([
    ['single', 'b', 'right'],
    ['single', 'a', 'wrong'],
    ['multiple', ['a'], 'partly'],
    ['numeric', null, 'unknown'],
  ] as const)('of %s answered %j: %s', (kind, value, verdict) => {
    expect(said(items[kind](), value as unknown as ItemAnswer | null).verdict).toBe(verdict)
  })

  it('tells of every option whether it is right, whether it was chosen, and why', () => {
    const item = items.single() as Extract<Item, { kind: 'single' }>
    const told = {
      ...item,
      options: item.options.map((o) => ({ ...o, feedback: { vi: `vì ${o.id}`, en: '' } })),
    }
    expect(said(told, 'a').parts).toEqual([
      { key: 'a', label: 'a', right: false, chosen: true, why: 'vì a' },
      { key: 'b', label: 'b', right: true, chosen: false, why: 'vì b' },
      { key: 'c', label: 'c', right: false, chosen: false, why: 'vì c' },
    ])
  })

  it('tells rows with what the learner put there; "I do not know" is not called wrong row by row', () => {
    expect(brief(items.matching(), { p1: 'p1', p2: 'x1', p3: 'p2' })).toEqual([
      ['p1', true, 'p1!'],
      ['p2', false, 'x1!'],
      ['p3', false, 'p2!'],
    ])
    expect(brief(items.ordering(), ['s2', 's1', 's3', 's4'])).toEqual([
      ['s1', false, '2'],
      ['s2', false, '1'],
      ['s3', true, '3'],
      ['s4', true, '4'],
    ])
    expect(brief(items.numeric(), 12.4)).toEqual([['n', true, '12,4']])
    expect(brief(items.ordering(), null).every(([, right]) => right === null)).toBe(true)
  })

  it('tells of tables, typed answers and gaps what belongs there', () => {
    expect(brief(items.truefalse(), { a: 't', b: 't', c: 'f', d: 't' })).toEqual([
      ['a', true, 'Đúng'],
      ['b', false, 'Đúng'],
      ['c', true, 'Sai'],
      ['d', true, 'Đúng'],
    ])
    expect(said(items.truefalse(), { a: 't' }).parts.map(({ correct }) => correct)).toEqual([
      'Đúng',
      'Sai',
      'Sai',
      'Đúng',
    ])
    expect(brief(items.short(), '2fa')).toEqual([['t', true, '2fa']])
    expect(said(items.short(), 'khác').parts).toMatchObject([{ right: false, correct: 'xác thực hai bước' }])
    expect(brief(items.gaps(), { long: 'mười', who: 'me' })).toEqual([
      ['long', false, 'mười'],
      ['who', true, 'me'],
    ])
    expect(said(items.gaps(), null).parts).toMatchObject([
      { label: 'Chỗ trống 1', right: null, correct: 'mười hai' },
      { label: 'Chỗ trống 2', right: null, correct: 'me' },
    ])
  })

  it('draws where a picture was pressed, the right areas, and names the area that was hit', () => {
    expect(said(items.point(), [250, 760])).toMatchObject({
      verdict: 'wrong',
      picture: { mark: [250, 760], areas: [{ shape: 'rectangle', right: true }] },
    })
    expect(brief(items.point(), [250, 760])).toEqual([
      ['seal', false, undefined],
      ['link', true, undefined],
    ])
    expect(said(items.point(), [100, 900]).parts).toMatchObject([{ key: 'link', chosen: true }])
    expect(said(items.point(), [900, 900]).parts).toMatchObject([
      { label: 'Ô J10, nơi Ông/Bà đã bấm', right: false, chosen: true },
      { key: 'link', chosen: false },
    ])
    expect(said(items.point(), null)).toMatchObject({ verdict: 'unknown', picture: { mark: null } })
  })

  it('has a part for everything the item asks, and says "right" only for the full score', () => {
    fc.assert(
      fc.property(anyItem, (item) => {
        const feedback = said(item, null)
        expect(feedback.verdict).toBe('unknown')
        expect(feedback.parts.length).toBeGreaterThan(0)
        expect(feedback.parts.every(({ chosen }) => !chosen)).toBe(true)
      }),
    )
  })
})
