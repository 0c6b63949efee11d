import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyItem, essay, items } from '../../../tests/builders/items'
import { isMarkedByHand, type Item } from '../item'
import { scoreItem, type ItemAnswer } from './score'

const anyAnswer: fc.Arbitrary<ItemAnswer> = fc.oneof(
  fc.constantFrom('a', 'b', 'c', 'zz'),
  fc.subarray(['a', 'b', 'c', 'd', 's1', 's2', 's3', 's4', 'zz']),
  fc.shuffledSubarray(['s1', 's2', 's3', 's4']),
  fc.dictionary(fc.constantFrom('p1', 'p2', 'p3'), fc.constantFrom('p1', 'p2', 'p3', 'x1')),
  fc.double({ noNaN: true }),
  fc.constantFrom('2fa', 'Xac thuc HAI buoc', 'khác'),
  fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'zz'), fc.constantFrom('t', 'f', 'x')),
  fc.dictionary(fc.constantFrom('long', 'who'), fc.constantFrom('me', 'boss', 'MƯỜI HAI', '')),
  fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 })),
)

describe('scoreItem', () => {
  it('stays within 0 and 1, whatever is sent', () => {
    fc.assert(
      fc.property(anyItem, fc.option(anyAnswer), (item, answer) => {
        const score = scoreItem(item, answer)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('scores "I do not know" like a wrong answer, never worse', () => {
    fc.assert(
      fc.property(anyItem, anyAnswer, (item, answer) => scoreItem(item, null) <= scoreItem(item, answer)),
    )
    expect(Object.values(items).map((make) => scoreItem(make(), null))).toEqual(
      Object.keys(items).map(() => 0),
    )
  })

  it.each([
    ['single', 'b', 1],
    ['single', 'a', 0],
    ['multiple', ['a', 'b'], 1],
    ['multiple', ['a'], 0.5],
    ['multiple', ['a', 'b', 'c'], 0.5],
    ['multiple', ['a', 'b', 'c', 'd'], 0],
    ['multiple', [], 0],
    ['matching', { p1: 'p1', p2: 'p2', p3: 'p3' }, 1],
    ['matching', { p1: 'p1', p2: 'p3', p3: 'p2' }, 1 / 3],
    ['matching', { p1: 'x1' }, 0],
    ['ordering', ['s1', 's2', 's3', 's4'], 1],
    ['ordering', ['s2', 's1', 's3', 's4'], 2 / 3],
    ['ordering', ['s4', 's3', 's2', 's1'], 0],
    ['ordering', ['s1'], 0],
    ['numeric', 12, 1],
    ['numeric', 12.5, 1],
    ['numeric', 13, 0],
    ['truefalse', { a: 't', b: 'f', c: 'f', d: 't' }, 1],
    ['truefalse', { a: 't', b: 'f', c: 'f', d: 'f' }, 0.5],
    ['truefalse', { a: 't', b: 't', c: 't', d: 't' }, 0],
    ['truefalse', { a: 'f', b: 't', c: 't', d: 'f' }, 0],
    ['short', 'Xac thuc  hai buoc', 1],
    ['short', 'Two-Factor Authentication', 1],
    ['short', '2 FA', 1],
    ['short', 'mật khẩu', 0],
    ['short', '', 0],
    ['gaps', { long: 'Muoi hai', who: 'me' }, 1],
    ['gaps', { long: 'twelve', who: 'boss' }, 0.5],
    ['gaps', { who: 'all' }, 0],
    ['point', [100, 900], 1],
    ['point', [500, 500], 1],
    ['point', [501, 900], 0],
    // On the seal, which lies over the link: its circle is a tenth of the height.
    ['point', [250, 840], 0],
    ['point', [250, 860], 1],
  ] as const)('%s answered %j scores %d', (kind, answer, score) => {
    expect(scoreItem(items[kind](), answer as unknown as ItemAnswer)).toBeCloseTo(score, 10)
  })

  it('does not depend on the order in which options were ticked', () => {
    const item = items.multiple()
    fc.assert(
      fc.property(
        fc.shuffledSubarray(['a', 'b', 'c', 'd']),
        (ticked) => scoreItem(item, ticked) === scoreItem(item, [...ticked].sort()),
      ),
    )
  })

  it('never falls when one more right option is ticked', () => {
    const item = items.multiple()
    fc.assert(
      fc.property(
        fc.subarray(['a', 'c', 'd']),
        (ticked) => scoreItem(item, [...ticked, 'b']) >= scoreItem(item, ticked),
      ),
    )
  })

  it('gives everything for exactly the right ones where all have to be right', () => {
    const multiple = { ...items.multiple(), scoring: 'all' } as Item
    const table = { ...items.truefalse(), scoring: 'all' } as Item
    expect([['a', 'b'], ['a'], ['a', 'b', 'c']].map((each) => scoreItem(multiple, each))).toEqual([1, 0, 0])
    expect(scoreItem(table, { a: 't', b: 'f', c: 'f', d: 't' })).toBe(1)
    expect(scoreItem(table, { a: 't', b: 'f', c: 'f', d: 'f' })).toBe(0)
  })

  it('counts the weights of options, and nothing for those without', () => {
    const weigh = (kind: 'single' | 'multiple', weights: (number | undefined)[]) => {
      const item = items[kind]() as Extract<Item, { kind: 'single' | 'multiple' }>
      return { ...item, options: item.options.map((each, i) => ({ ...each, weight: weights[i] })) } as Item
    }
    const single = weigh('single', [50, 100, -20])
    expect(['a', 'b', 'c'].map((each) => scoreItem(single, each))).toEqual([0.5, 1, 0])
    const multiple = weigh('multiple', [33.33333, 66.66667, -50])
    expect(scoreItem(multiple, ['a', 'b'])).toBe(1)
    expect(scoreItem(multiple, ['b', 'c'])).toBeCloseTo(1 / 6, 4)
    expect(scoreItem(multiple, ['c', 'd'])).toBe(0)
  })

  it('takes of accepted answers the largest weight, and with care for marks where they count', () => {
    const answers = [
      { id: 'a', vi: 'Hà Nội', en: 'Hanoi', weight: 100 },
      { id: 'b', vi: 'Ha Noi', en: '', weight: 50 },
    ]
    const short = { ...items.short(), answers } as Item
    expect(['ha noi', 'HANOI', 'Huế'].map((each) => scoreItem(short, each))).toEqual([1, 1, 0])
    const exact = { ...short, exact: true } as Item
    expect(
      ['Hà Nội', 'Hà Nội'.normalize('NFD'), 'Ha Noi', 'ha noi'].map((each) => scoreItem(exact, each)),
    ).toEqual([1, 1, 0.5, 0])
  })

  it('reads a typed answer alike whatever its case and spaces', () => {
    const spread = (words: string) => words.split('').join(' ').toUpperCase()
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((each) => each.trim() !== ''),
        (words) => {
          const item = { ...items.short(), answers: [{ id: 'a', vi: words, en: '' }] } as Item
          expect(scoreItem(item, words)).toBe(1)
          if (/^[a-z0-9 ]+$/i.test(words)) expect(scoreItem(item, spread(words))).toBe(1)
        },
      ),
    )
  })

  it('leaves a long answer to those who mark', () => {
    expect(isMarkedByHand(essay())).toBe(true)
    expect(Object.values(items).some((make) => isMarkedByHand(make()))).toBe(false)
    expect(scoreItem(essay(), 'Vì liên kết dẫn ra ngoài.')).toBe(0)
  })
})
