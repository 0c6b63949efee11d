import { expect, test } from 'vitest'
import { teachingItem } from '../../../tests/builders/module'
import type { Item } from '../item'
import { keyFaults, sizeFaults, smallest, stemFaults, type BankItem } from './bank-rules'

/** A single choice whose key stands at `place`. */
function placed(code: string, place: number, over: Partial<Item> = {}): BankItem {
  const item = teachingItem(code, { ...over })
  if ('options' in item) item.options = item.options.map((option, i) => ({ ...option, correct: i === place }))
  return { item, file: 'items/4.1.yaml', line: 3 }
}
const keysOf = (faults: { key: string }[]) => faults.map(({ key }) => key)

test('keys stand in every place about as often', () => {
  const balanced = [0, 1, 2, 1, 0, 2].map((place, i) => placed(`q${i}`, place))
  expect(keyFaults(balanced)).toEqual([])
  const heaped = [0, 1, 0, 2, 0, 0].map((place, i) => placed(`q${i}`, place))
  expect(keyFaults(heaped)).toMatchObject([
    { key: 'writing.places', values: { place: 1, times: 4, count: 6 } },
  ])
})

test('three keys in a row in one place are told at the third', () => {
  const row = [0, 1, 1, 1, 2, 0, 2, 0].map((place, i) => placed(`q${i}`, place))
  expect(keyFaults(row)).toMatchObject([{ key: 'writing.placeRow', values: { item: 'q3', place: 2 } }])
})

test('keys are not the longest option more often than a third', () => {
  const long = [0, 1, 2, 1, 0, 2].map((place, i) => {
    const each = placed(`q${i}`, place)
    if ('options' in each.item) each.item.options[place]!.vi += ' dài hơn hẳn'
    return each
  })
  expect(keyFaults(long)).toMatchObject([{ key: 'writing.longKeys', values: { language: 'vi', times: 6 } }])
})

test('the same stem is found whatever its marks and case, and told apart by use', () => {
  const stem = (vi: string) => ({ stem: { vi, en: 'x' } }) as Partial<Item>
  const first = placed('4.1-1a', 0, { ...stem('Nên làm gì trước?'), purpose: 'measure' })
  const again = placed('4.1-1b', 1, { ...stem('NÊN LÀM GÌ, TRƯỚC'), purpose: 'measure' })
  const taught = placed('m-c1', 1, stem('nên làm gì trước'))
  expect(keysOf(stemFaults([first, again, taught]))).toEqual(['writing.sameStem', 'writing.bothUses'])
  expect(stemFaults([first, placed('m-c2', 1, stem('Gửi cho ai?'))])).toEqual([])
})

const item = (competency: string, level: number, family?: string) =>
  ({ ...teachingItem('q'), competency, level, family }) as Item

test('a bank that is too small is told where', () => {
  const items = [
    ...Array.from({ length: 8 }, (_, i) => item('4.1', (i % 2) + 1, i < 2 ? `f${i}` : undefined)),
    ...Array.from({ length: 3 }, () => item('4.2', 1, 'f')),
  ]
  const faults = sizeFaults({
    items,
    competencies: ['4.1', '4.2'],
    levels: new Map([
      ['4.1', new Set([1, 3])],
      ['4.2', new Set([1])],
    ]),
    positions: new Map([
      ['4.1', 9],
      ['4.2', 2],
    ]),
    practice: 10,
    modules: 12,
  })
  expect(faults).toEqual([
    { key: 'bank.items', values: { count: 11, limit: smallest.items } },
    { key: 'bank.level', values: { count: 0, limit: smallest.level, competency: '4.1', level: 3 } },
    { key: 'bank.competency', values: { count: 3, limit: smallest.competency, competency: '4.2' } },
    { key: 'bank.family', values: { competency: '4.1' } },
  ])
})
