import fc from 'fast-check'
import { expect, test } from 'vitest'
import { problemParts } from '../../../tests/builders/basis'
import { makeProblem } from '../make-problem'
import { checkSettings, type CheckKey } from './checks'
import { mergeValues } from './merge'
import { parts, readPart, valuesOf, type SettingLists } from './parts'

const lists: SettingLists = {
  modules: ['infosec', 'personal-data', 'one-stop'].map((code) => ({ code, minutes: 60 })),
  trainers: ['t1', 't2', 't3'],
  venues: ['v1', 'v2'],
  communes: ['01273', '01321'],
  departments: ['office', 'service-centre'],
  measures: ['d:4', '4.1', '4.2', 'd:7', '7.1'],
}
const { settings } = problemParts({
  forbidden: [{ module: 'infosec', venue: 'v1' }],
  weights: { 'd:4': 2, '4.1': 0.5 },
  blocked: [{ span: ['2027-02-05', '2027-02-11'], name: 'Tết' }],
})

test.each(parts)('%s: what a page shows is read back as it was, and nothing else is touched', (part) => {
  const read = readPart(part, valuesOf(part, settings, lists), settings, lists)
  expect({ ...read.settings!, modules: null }).toEqual({ ...settings, modules: null })
  expect(read.settings!.modules.slice(0, 2)).toEqual(settings.modules)
})

test('a module published since stands in the table, not in use', () => {
  expect(valuesOf('modules', settings, lists)['one-stop.used']).toBe('')
})

test.each([
  ['money', { budget: 'nhiều' }, { budget: 'typed.money' }],
  ['calendar', { from: '01/02/2027', until: '01/01/2027' }, { until: 'calendar.until.before' }],
  ['calendar', { until: '01/01/2029' }, { until: 'calendar.until.far' }],
  ['calendar', { blocked: 'Tết' }, { blocked: 'typed.spans' }],
  ['modules', { 'infosec.most': '3' }, { 'infosec.most': 'modules.most.less' }],
  ['modules', { 'infosec.atLeast': '3', 'infosec.atMost': '2' }, { 'infosec.atMost': 'modules.atMost.less' }],
  ['resources', { travelAtMost: '25' }, { travelAtMost: 'typed.number' }],
  ['rules', { awayShare: '120' }, { awayShare: 'typed.percent' }],
  ['rules', { 'weight.4.1': '11' }, { 'weight.4.1': 'typed.number' }],
] as const)('%s refuses %j', (part, typed, errors) => {
  const read = readPart(part, { ...valuesOf(part, settings, lists), ...typed }, settings, lists)
  expect(read.faults?.errors).toEqual(errors)
})

test('a pair that is ruled out is added once and taken away by its tick', () => {
  const values = valuesOf('rules', settings, lists)
  const added = { 'added.module': 'personal-data', 'added.venue': 'any' }
  const read = readPart('rules', { ...values, ...added }, settings, lists)
  expect(read.settings!.forbidden).toEqual([
    { module: 'infosec', venue: 'v1' },
    { module: 'personal-data', venue: null },
  ])
  const gone = readPart('rules', { ...values, 'forbid.infosec.v1': '' }, settings, lists)
  expect(gone.settings!.forbidden).toEqual([])
})

test('whoever changed a field has it; where both did, nobody has until somebody chooses', () => {
  const was = { a: '1', b: '1', c: '1', d: '1' }
  expect(mergeValues(was, { ...was, a: '2', b: '2', d: '3' }, { ...was, b: '9', c: '4', d: '3' })).toEqual({
    values: { a: '2', c: '4', d: '3' },
    conflicts: [{ name: 'b', mine: '9', theirs: '2' }],
    changed: ['a', 'b', 'd'],
  })
})

test('joining loses nothing: every field has the value of somebody, and no change is undone', () => {
  const record = fc.record({ a: fc.constantFrom('0', '1', '2'), b: fc.constantFrom('0', '1', '2') })
  fc.assert(
    fc.property(record, record, record, (was, theirs, mine) => {
      const { values, conflicts } = mergeValues(was, theirs, mine)
      for (const name of ['a', 'b'] as const) {
        const conflict = conflicts.find((each) => each.name === name)
        if (conflict) expect([conflict.mine, conflict.theirs]).toEqual([mine[name], theirs[name]])
        else if (mine[name] !== was[name]) expect(values[name]).toBe(mine[name])
        else expect(values[name]).toBe(theirs[name])
      }
    }),
  )
})

const keysOf = (overrides: Parameters<typeof problemParts>[0], more = {}): CheckKey[] => {
  const made = problemParts({ norms: { ...settings.norms, trainerDay: 1_000_000 }, ...overrides })
  const { problem, lostPins } = makeProblem({ ...made, ...more })
  return checkSettings(made.settings, problem, lostPins.length).map(({ key }) => key)
}

test('contradictions are seen before anything is solved', () => {
  const modules = settings.modules.map((each) => ({ ...each, atLeast: 1 }))
  expect(keysOf({})).toEqual(['noTrainer', 'idleVenue', 'lonelyUnits'])
  expect(keysOf({ budget: 0, leastCoverage: 0.5 })).toContain('budgetZero')
  expect(keysOf({ budget: 10, modules })).toEqual(
    expect.arrayContaining(['requiredMoney', 'noTrainerRequired']),
  )
  expect(keysOf({ weekdays: [7], from: '2027-01-04', until: '2027-01-09' })).toContain('noDays')
  expect(keysOf({ travelAtMost: 0.5 })).toContain('unreached')
  expect(keysOf({ awayShare: 0 })).toContain('nobodyAway')
  expect(keysOf({ communes: [] })).toContain('noCommunes')
  expect(keysOf({ modules: [] })).toContain('noModules')
  expect(keysOf({ trainers: [], venues: [] })).toEqual(expect.arrayContaining(['noTrainers', 'noVenues']))
  expect(keysOf({ modules: settings.modules.map((each) => ({ ...each, hours: 80 })) })).toContain(
    'longModule',
  )
  expect(keysOf({ modules: settings.modules.map((each) => ({ ...each, least: 35 })) })).toContain(
    'smallRooms',
  )
  expect(keysOf({ modules: settings.modules.map((each) => ({ ...each, deliveries: [] })) })).toContain(
    'noDelivery',
  )
  expect(keysOf({}, { effects: [] })).toContain('noGain')
  const online = settings.modules.map((each) => ({ ...each, deliveries: ['online' as const] }))
  const norms = { ...settings.norms, onlineSeat: 1_000_000 }
  expect(keysOf({ budget: 1_000_000, leastCoverage: 1, modules: online, norms })).toContain('coverageMoney')
})
