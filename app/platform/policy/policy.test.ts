import fc from 'fast-check'
import { expect, test } from 'vitest'
import { roles, type Actor, type Grant } from './actor'
import { allActions, can, scopeOf, type Action, type Place } from './policy'

const provinces = ['04', '19']
const communes = [
  { provinceCode: '04', communeCode: '01321' },
  { provinceCode: '04', communeCode: '01324' },
  { provinceCode: '19', communeCode: '05443' },
]

/** Grants as the product makes them: a leader's names a commune, a planner's a province. */
const grants = fc.oneof(
  fc
    .record({
      role: fc.constantFrom('learner' as const, 'leader' as const),
      place: fc.constantFrom(...communes),
    })
    .map(({ role, place }): Grant => ({ role, ...place })),
  fc
    .record({
      role: fc.constantFrom('planner' as const, 'trainer' as const, 'administrator' as const),
      provinceCode: fc.constantFrom(...provinces),
    })
    .map(({ role, provinceCode }): Grant => ({ role, provinceCode, communeCode: null })),
  fc
    .constantFrom('trainer' as const, 'administrator' as const)
    .map((role): Grant => ({ role, provinceCode: null, communeCode: null })),
)
const actors = fc.record({
  accountId: fc.constant('a'),
  displayName: fc.constant(''),
  personId: fc.constantFrom(null, 'p1'),
  grants: fc.array(grants, { maxLength: 4 }),
})
const actions = fc.constantFrom(...allActions())
const places = fc.constantFrom<Place>(...communes, ...provinces.map((provinceCode) => ({ provinceCode })))

function inScope(actor: Actor, action: Action, place: Place): boolean {
  const { everywhere, provinceCodes, communeCodes } = scopeOf(actor, action)
  return (
    everywhere ||
    provinceCodes.includes(place.provinceCode ?? '') ||
    communeCodes.includes(place.communeCode ?? '')
  )
}

test('the filter of a list lets through exactly what a single record allows', () => {
  fc.assert(
    fc.property(actors, actions, places, (actor, action, place) => {
      expect(can(actor, action, place)).toBe(inScope(actor, action, place))
    }),
    { numRuns: 2000 },
  )
})

test('what is allowed at some place is allowed somewhere', () => {
  fc.assert(
    fc.property(actors, actions, places, (actor, action, place) => {
      if (can(actor, action, { ...place, personId: actor.personId })) expect(can(actor, action)).toBe(true)
    }),
  )
})

test('nobody reaches what belongs to another person, nor without an account', () => {
  const own: Action[] = ['survey.answer', 'result.own', 'consent.own']
  fc.assert(
    fc.property(actors, fc.constantFrom(...own), places, (actor, action, place) => {
      expect(can(actor, action, { ...place, personId: 'p2' })).toBe(false)
      expect(can(null, action, place)).toBe(false)
    }),
  )
})

const at = (communeCode: string): Place => communes.find((each) => each.communeCode === communeCode) ?? {}
const holder = (...held: Grant[]): Actor => ({
  accountId: 'a',
  displayName: '',
  personId: null,
  grants: held,
})
const leader: Grant = { role: 'leader', provinceCode: '04', communeCode: '01321' }
const planner: Grant = { role: 'planner', provinceCode: '04', communeCode: null }

test('a leader reaches the own commune and no other of the province', () => {
  expect(can(holder(leader), 'report.commune', at('01321'))).toBe(true)
  expect(can(holder(leader), 'report.commune', at('01324'))).toBe(false)
  expect(can(holder(leader), 'report.province', { provinceCode: '04' })).toBe(false)
})

test('a planner reaches the own province and no other', () => {
  expect(can(holder(planner), 'report.commune', at('01324'))).toBe(true)
  expect(can(holder(planner), 'report.commune', at('05443'))).toBe(false)
})

test('a grant of leader or planner without a place reaches nothing', () => {
  for (const role of ['leader', 'planner'] as const) {
    const actor = holder({ role, provinceCode: null, communeCode: null })
    for (const action of allActions())
      for (const place of communes) expect(can(actor, action, place)).toBe(false)
  }
})

test('a token reads of its place, and does nothing at any', () => {
  const token = (communeCode: string | null): Actor => ({
    ...holder(),
    grants: [{ role: 'operations', provinceCode: '04', communeCode }],
  })
  const reads = [
    ...['campaign.rates', 'report.commune', 'report.province', 'plans.view'],
    ...['requests.view', 'scorecard.view'],
  ]
  expect(
    allActions()
      .filter((action) => can(token(null), action))
      .sort(),
  ).toEqual(reads.toSorted())
  for (const action of reads as Action[]) {
    expect(can(token(null), action, at('01324'))).toBe(true)
    expect(can(token(null), action, at('05443'))).toBe(false)
    expect(can(token('01321'), action, at('01321'))).toBe(true)
    expect(can(token('01321'), action, at('01324'))).toBe(false)
    expect(can(token('01321'), action, { provinceCode: '04' })).toBe(false)
    expect(scopeOf(token('01321'), action)).toEqual({
      everywhere: false,
      provinceCodes: [],
      communeCodes: ['01321'],
    })
  }
})

test('every role may do something', () => {
  for (const role of roles) {
    const actor = { ...holder({ role, provinceCode: '04', communeCode: '01321' }), personId: 'p1' }
    expect(allActions().some((action) => can(actor, action, { ...at('01321'), personId: 'p1' }))).toBe(true)
  }
})
