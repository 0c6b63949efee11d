import { describe, expect, it } from 'vitest'
import { daysBetween, phaseOf, submittedShare, sumRates } from './campaign'
import { ratesSort, sortRates } from './sort-rates'

const open = { state: 'open', opensOn: '2026-11-21', closesOn: '2026-11-28' } as const

describe('the phase of a campaign', () => {
  it.each([
    ['2026-11-20', 'waiting'],
    ['2026-11-21', 'running'],
    ['2026-11-28', 'running'],
    ['2026-11-29', 'due'],
  ])('on %s is %s', (today, phase) => expect(phaseOf(open, today)).toBe(phase))

  it('is the state where the campaign is not open', () => {
    expect(phaseOf({ ...open, state: 'draft' }, '2026-11-29')).toBe('draft')
    expect(phaseOf({ ...open, state: 'closed' }, '2026-11-21')).toBe('closed')
  })
})

it('counts days over the end of a month', () => {
  expect(daysBetween('2026-02-27', '2026-03-02')).toBe(3)
  expect(daysBetween('2026-11-21', '2026-11-21')).toBe(0)
})

it('adds communes up', () => {
  const total = sumRates([
    { asked: 41, submitted: 17, started: 4, notStarted: 20 },
    { asked: 40, submitted: 18, started: 3, notStarted: 19 },
  ])
  expect(total).toEqual({ asked: 81, submitted: 35, started: 7, notStarted: 39 })
  expect(submittedShare(total)).toBeCloseTo(35 / 81)
  expect(submittedShare(sumRates([]))).toBe(0)
})

describe('the order of communes', () => {
  const row = (name: string, submitted: number, form: string | null) => ({
    name,
    form,
    asked: 10,
    submitted,
    started: 0,
    notStarted: 10 - submitted,
  })
  const rows = [
    row('Xã Bảo Lạc', 5, 'submitted'),
    row('Phường Thục Phán', 2, 'notStarted'),
    row('Xã Yên Thổ', 5, 'started'),
  ]
  const order = (key: string | null, direction: string | null) =>
    sortRates(rows, ratesSort(key, direction)).map(({ name }) => name.split(' ').at(-1))

  it.each([
    [null, null, ['Phán', 'Lạc', 'Thổ']],
    ['share', 'desc', ['Lạc', 'Thổ', 'Phán']],
    ['name', 'desc', ['Thổ', 'Phán', 'Lạc']],
    ['name', 'asc', ['Lạc', 'Phán', 'Thổ']],
    ['form', 'asc', ['Phán', 'Thổ', 'Lạc']],
    ['constructor', 'desc', ['Phán', 'Lạc', 'Thổ']],
  ])('by %s %s', (key, direction, expected) => expect(order(key, direction)).toEqual(expected))
})
