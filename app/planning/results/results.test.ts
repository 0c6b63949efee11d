import { describe, expect, test } from 'vitest'
import { planExpected, planProblem, planSettings, planSolution } from '../../../tests/builders/plan-problem'
import { filterClasses, sortClasses } from './class-list'
import { readClassEdit, seatsField } from './class-edit'
import { withAtMost, withForbidden, withPin, withoutForbidden, withoutPin } from './class-wishes'
import { codedClasses, pinOf, seatCount, seatsByCommune, wishedClass } from './coded-class'
import { coverageOf, differingSettings, listDifference, standingOf } from './compare-scenarios'
import { parsePlanQuery } from './plan-query'
import { conclusion, datesText, gapText } from './plan-words'
import { scheduleGroups } from './schedule'
import { shortByCommune } from './short-communes'
import { overGreedy, solvedView, type SolvedView } from './solved-view'

const size = { communes: ['01273', '01279', '01288', '01290'], modules: 3, venues: 2, trainers: 2, weeks: 6 }
const settings = planSettings(size)
const problem = planProblem(size)
const solution = planSolution(problem)
const result = {
  solve: { kind: 'plan' as const, plan: solution },
  expected: planExpected(size.communes),
  settings,
}
const solved = solvedView({ problem, result }, settings)!
const coded = codedClasses(problem, settings, solution.classes)
const [first] = coded
const names = { modules: {}, venues: {}, trainers: {}, communes: {}, positions: {}, domains: {} }

describe('a result by codes', () => {
  test('names modules, places, trainers and the days on which a class is held', () => {
    expect(first).toMatchObject({
      module: 'infosec',
      delivery: 'class',
      venue: 'venue-1',
      trainer: 'trainer-1',
      week: '2027-01-04',
      dates: ['2027-01-04', '2027-01-05'],
    })
    expect(seatsByCommune(first!).get('01273')).toBe(6)
    expect(coded.at(-1)).toMatchObject({ delivery: 'online', week: null, dates: [], venue: null })
  })

  test('the days of a week are its working days: a blocked Monday moves them', () => {
    const blocked = {
      ...settings,
      blocked: [{ span: ['2027-01-04', '2027-01-04'] as [string, string], name: 'Tết' }],
    }
    expect(codedClasses(problem, blocked, solution.classes)[0]!.dates).toEqual(['2027-01-05', '2027-01-06'])
  })

  test('a pinned class is the same class again; one that names something gone is none', () => {
    const [now] = solution.classes
    expect(wishedClass(problem, settings, pinOf(first!)!, now!)).toEqual(now)
    expect(wishedClass(problem, settings, { ...pinOf(first!)!, trainer: 'gone' }, now!)).toBeNull()
    expect(wishedClass(problem, settings, { ...pinOf(first!)!, week: '2031-01-06' }, now!)).toBeNull()
    expect(pinOf(coded.at(-1)!)).toBeNull()
  })
})

describe('wishes', () => {
  const pin = pinOf(first!)!
  test('a pin takes the place of an earlier one of its class, and goes again', () => {
    const once = withPin(settings, pin)
    const twice = withPin(once, { ...pin, week: '2027-01-11' })
    expect(twice.pins.map(({ week }) => week)).toEqual(['2027-01-11'])
    expect(withoutPin(twice, pin.key)).toEqual(settings)
  })

  test('what is ruled out at a place takes the pins there with it, and is allowed again', () => {
    const pinned = withPin(settings, pin)
    const rule = { module: pin.module, venue: pin.venue }
    expect(withForbidden(pinned, rule)).toMatchObject({ pins: [], forbidden: [rule] })
    expect(withForbidden(pinned, { ...rule, venue: 'venue-2' }).pins).toHaveLength(1)
    expect(withForbidden(pinned, { ...rule, venue: null }).pins).toEqual([])
    expect(withoutForbidden(withForbidden(settings, rule), rule)).toEqual(settings)
  })

  test('a limit never asks for more classes than it allows', () => {
    const most = withAtMost(
      { ...settings, modules: settings.modules.map((m) => ({ ...m, atLeast: 3 })) },
      'infosec',
      2,
    )
    expect(most.modules[0]).toMatchObject({ atLeast: 2, atMost: 2 })
    expect(most.modules[1]).toMatchObject({ atLeast: 3, atMost: null })
    expect(withAtMost(settings, 'infosec', null)).toEqual(settings)
  })
})

describe('the form of a class', () => {
  const form = (parts: Record<string, string> = {}) =>
    new Map([
      ...first!.seats.map(
        ({ commune, position, seats }) => [seatsField(commune, position), String(seats)] as const,
      ),
      ['week', '2027-01-11'],
      ['trainer', ''],
      ['venue', 'venue-1'],
      ...Object.entries(parts),
    ])

  test('reads what is chosen, what is left open, and a group that is added', () => {
    const read = readClassEdit(form({ group: '01290/finance', groupSeats: '2' }), first!)
    expect(read).toMatchObject({ wish: { week: '2027-01-11', trainer: null, venue: 'venue-1' } })
    expect('wish' in read && read.wish.seats!.at(-1)).toEqual({
      commune: '01290',
      position: 'finance',
      seats: 2,
    })
  })

  test('seats added to a group that sits there already are added up', () => {
    const [one] = first!.seats
    const read = readClassEdit(form({ group: `${one!.commune}/${one!.position}`, groupSeats: '3' }), first!)
    expect('wish' in read && seatCount({ seats: read.wish.seats! })).toBe(seatCount(first!) + 3)
  })

  test.each([
    [{ [seatsField('01273', 'finance')]: 'hai' }, { [seatsField('01273', 'finance')]: 'edit.whole' }],
    [{ [seatsField('01273', 'finance')]: '-1' }, { [seatsField('01273', 'finance')]: 'edit.whole' }],
    [{ [seatsField('01273', 'finance')]: '999' }, { [seatsField('01273', 'finance')]: 'edit.whole' }],
    [{ group: '01290/finance' }, { groupSeats: 'edit.howMany' }],
    [{ groupSeats: '4' }, { group: 'edit.forWhom' }],
    [
      Object.fromEntries(first!.seats.map(({ commune, position }) => [seatsField(commune, position), ''])),
      { group: 'edit.nobody' },
    ],
  ])('tells what a field cannot be: %j', (typed, errors) => {
    expect(readClassEdit(form(typed), first!)).toEqual({ errors })
  })
})

describe('lists', () => {
  const none = { commune: '', module: '', venue: '', trainer: '', delivery: '', week: '' }
  test('are narrowed by commune, module, venue, trainer, delivery and week together', () => {
    expect(filterClasses(coded, none)).toHaveLength(coded.length)
    expect(filterClasses(coded, { ...none, delivery: 'online' })).toEqual([coded.at(-1)])
    const there = filterClasses(coded, { ...none, commune: '01290', module: 'infosec' })
    expect(there.length).toBeGreaterThan(0)
    expect(there.every(({ seats }) => seats.some(({ commune }) => commune === '01290'))).toBe(true)
    expect(filterClasses(coded, { ...none, trainer: 'nobody' })).toEqual([])
  })

  test('are sorted both ways, and classes without a day come last', () => {
    const up = sortClasses(coded, { key: 'cost', direction: 'asc' }, names)
    const down = sortClasses(coded, { key: 'cost', direction: 'desc' }, names)
    expect(up[0]!.cost).toBeLessThanOrEqual(up.at(-1)!.cost)
    expect(down[0]!.cost).toBe(up.at(-1)!.cost)
    expect(sortClasses(coded, { key: 'date', direction: 'asc' }, names).at(-1)!.delivery).toBe('online')
  })

  test('stand in groups whose weeks add up, with the groups named last at the end', () => {
    const groups = scheduleGroups(
      coded,
      solved.weeks,
      (each) => ({ key: each.venue ?? 'online', name: each.venue ?? 'A' }),
      ['online'],
    )
    expect(groups.map(({ key }) => key)).toEqual(['venue-1', 'venue-2', 'online'])
    for (const { perWeek, timeless, classes } of groups)
      expect(perWeek.reduce((sum, count) => sum + count, timeless)).toBe(classes.length)
  })

  test('of communes left short begin with the one that lacks most, its reasons gathered', () => {
    const rows = shortByCommune([
      { commune: 'b', module: 'x', missing: 2, why: 'away' },
      { commune: 'a', module: 'x', missing: 1, why: 'budget' },
      { commune: 'a', module: 'y', missing: 5, why: 'away' },
      { commune: 'a', module: 'z', missing: 1, why: 'away' },
      { commune: 'a', module: 'w', missing: 30, why: 'perPerson' },
    ])
    expect(rows.map(({ commune, missing }) => [commune, missing])).toEqual([
      ['a', 7],
      ['b', 2],
    ])
    expect(rows[0]!.reasons[0]).toEqual({ why: 'away', missing: 6, modules: ['y', 'z'] })
    expect(rows[0]!.reasons.map(({ why }) => why)).toEqual(['away', 'budget', 'perPerson'])
  })
})

describe('words', () => {
  test('the conclusion says classes, money, the gap before and after, and how good it is', () => {
    expect(
      conclusion('vi', { ...solved, total: 812_000_000, settings: { ...settings, budget: 850_000_000 } }),
    ).toBe(
      `${coded.length} lớp, 812 triệu đồng trên 850 triệu đồng. Dự kiến giảm tỷ lệ chưa đạt từ 46% xuống 39% (37–41). Không phương án nào trong ràng buộc này tốt hơn quá 0,6%.`,
    )
    expect(conclusion('en', { ...solved, classes: [first!] })).toMatch(/^One class, VND /)
  })

  test('an empty plan and a proven optimum have sentences of their own', () => {
    const empty = conclusion('vi', { ...solved, classes: [], gap: 0 })
    expect(empty).toMatch(/^Không mở lớp nào: .* tốt hơn\.$/)
    expect(gapText('en', 0.123)).toBe('No plan within these limits is better by more than 12%.')
  })

  test('days of a class are told as a span', () => {
    expect(datesText([])).toBe('')
    expect(datesText(['2027-01-04'])).toBe('04/01/2027')
    expect(datesText(['2027-01-04', '2027-01-05'])).toBe('04–05/01/2027')
    expect(datesText(['2027-01-29', '2027-02-01'])).toBe('29/01–01/02/2027')
  })

  test('an address that says nothing sensible shows what is usual', () => {
    const shown = parsePlanQuery(new URLSearchParams('view=x&by=moon&sort=drop&note=%3Cb%3E&ask=burn'))
    expect(shown).toMatchObject({ view: 'overview', by: 'venue', ask: null, note: null })
    expect(shown.sort).toEqual({ key: 'date', direction: 'asc' })
  })
})

describe('comparing', () => {
  const other = (parts: Partial<SolvedView>): SolvedView => ({ ...solved, ...parts })

  test('only settings that mean something else differ; the order of lists does not', () => {
    const turned = { ...settings, trainers: [...settings.trainers].reverse(), weights: { '4.1': 1 } }
    expect(differingSettings([settings, turned])).toEqual([])
    const changed = { ...settings, budget: 1, awayShare: 0.3, weights: { '4.1': 2 } }
    expect(differingSettings([settings, turned, changed])).toEqual(['budget', 'rules', 'weights'])
    expect(listDifference(['a', 'b'], ['b', 'c'])).toEqual({ more: ['c'], less: ['a'] })
  })

  test('what lies above the other bound is sure, what overlaps is open, other weights cannot be compared', () => {
    const best = other({ value: 100, bound: 101 })
    expect(standingOf(best, other({ value: 90, bound: 95 })).model).toBe('sure')
    expect(standingOf(best, other({ value: 98, bound: 102 })).model).toBe('open')
    const weighed = { ...settings, weights: { '4.1': 2 } }
    expect(standingOf(best, other({ value: 1, bound: 2, settings: weighed })).model).toBe('incomparable')
  })

  test('the expected shares differ clearly only where the interval leaves zero', () => {
    const expected = (after: number) => planExpected(size.communes, after)
    const clear = standingOf(other({ expected: expected(0.39) }), other({ expected: expected(0.45) }))
    expect(clear.clear).toBe(true)
    expect(clear.fall!.share).toBeCloseTo(0.06)
    expect(clear.fall!.low).toBeCloseTo(0.06 - Math.hypot(0.02, 0.02))
    expect(standingOf(solved, solved).clear).toBe(false)
    expect(standingOf(other({ expected: null }), solved).fall).toBeNull()
  })

  test('coverage counts seats, and communes that have none', () => {
    const whole = coverageOf(solved)
    expect(whole.seats).toBe(coded.reduce((sum, each) => sum + seatCount(each), 0))
    expect(whole.without).toEqual([])
    expect(coverageOf(other({ classes: [coded.at(-1)!] })).without).toEqual(['01279', '01288'])
    expect(overGreedy(solved)).toBeCloseTo(1 / 0.89 - 1)
    expect(overGreedy(other({ greedy: 0 }))).toBeNull()
  })
})
