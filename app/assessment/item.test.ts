import { describe, expect, it } from 'vitest'
import { essay, items } from '../../tests/builders/items'
import { itemFaults, type Item } from './item'

type Of<K extends Item['kind']> = Extract<Item, { kind: K }>
const text = { vi: '.', en: '.' }

describe('itemFaults', () => {
  it('finds nothing in whole items', () => {
    for (const make of [...Object.values(items), essay]) expect(itemFaults(make())).toEqual([])
  })

  const single = items.single() as Of<'single'>
  const multiple = items.multiple() as Of<'multiple'>
  const short = items.short() as Of<'short'>
  const gaps = items.gaps() as Of<'gaps'>
  const point = items.point() as Of<'point'>
  const weigh = <P>(parts: P[], weights: number[]) =>
    parts.map((each, i) => ({ ...each, weight: weights[i] }))
  const area = (at: number[]) => ({ ...point.areas[1]!, at })

  it.each<[string, Item, string[]]>([
    [
      'a key without all points',
      { ...single, options: weigh(single.options, [100, 50, 0]) },
      ['item.weights'],
    ],
    ['a key with all points', { ...single, options: weigh(single.options, [50, 100, -10]) }, []],
    ['weights short of 100', { ...multiple, options: weigh(multiple.options, [50, 30]) }, ['item.weights']],
    ['thirds', { ...multiple, options: weigh(multiple.options, [33.33333, 66.66667, -50]) }, []],
    [
      'one language without answer',
      { ...short, answers: [{ id: 'a', vi: 'có', en: ' ' }] },
      ['item.noAnswer'],
    ],
    ['an answer worth half', { ...short, answers: [{ id: 'a', ...text, weight: 50 }] }, ['item.noAnswer']],
    [
      'a gap without marker',
      { ...gaps, text: { ...gaps.text, en: '{who} may know it.' } },
      ['item.gapMarkers'],
    ],
    ['a marker twice', { ...gaps, text: { ...gaps.text, vi: '{who} {who} {long}' } }, ['item.gapMarkers']],
    [
      'a gap without key',
      { ...gaps, gaps: [gaps.gaps[0]!, { id: 'who', options: single.options.slice(2) }] },
      ['item.gapKey'],
    ],
    ['no right area', { ...point, areas: [point.areas[0]!] }, ['item.noArea']],
    ['a rectangle inside out', { ...point, areas: [area([500, 500, 400, 600])] }, ['item.areaOutside']],
    ['an area between the squares', { ...point, areas: [area([60, 60, 90, 90])] }, ['item.areaSmall']],
    ['a picture elsewhere', { ...single, picture: { src: '../x.png', alt: text } }, ['item.picturePath']],
    [
      'two statements of one name',
      {
        ...items.truefalse(),
        statements: [
          { id: 'a', ...text, correct: true },
          { id: 'a', ...text, correct: false },
        ],
      } as Item,
      ['item.sameId'],
    ],
    ['a long answer that measures', { ...essay(), purpose: 'measure' }, ['item.essayMeasure']],
    [
      'a criterion without points',
      {
        ...essay(),
        rubric: essay().rubric.map((each) => ({
          ...each,
          levels: [
            { points: 0, ...text },
            { points: 0, ...text },
          ],
        })),
      },
      ['item.rubricPoints'],
    ],
  ])('%s', (_, item, expected) => {
    expect(itemFaults(item)).toEqual(expected)
  })
})
