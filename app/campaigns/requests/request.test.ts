import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actors } from '~/gaps/recommendations'
import {
  countStates,
  firstStanding,
  firstWho,
  groupOrder,
  groupRequests,
  isLate,
  requestStates,
  type AskedRequest,
  type Standing,
} from './request'
import { changed, commonOf, readChange, sameStanding } from './request-form'

const standing = fc.record<Standing>({
  state: fc.constantFrom(...requestStates),
  who: fc.constantFrom(...actors, null),
  inCharge: fc.constantFrom(null, 'Sở A', 'Sở B'),
  dueOn: fc.constantFrom(null, '2026-12-01'),
  answer: fc.constantFrom(null, 'có'),
  reason: fc.constantFrom(null, 'hết kinh phí'),
  at: fc.constant(null),
})
const request = fc
  .tuple(fc.stringMatching(/^[a-z]{3,6}$/), fc.array(standing, { minLength: 1, maxLength: 8 }))
  .map(([key, standings]): AskedRequest => ({
    key,
    text: { vi: key, en: key },
    isOwnWords: false,
    communes: standings.map((each, i) => ({ ...each, code: `${i}`, name: `Xã ${i}` })),
  }))

describe('requests', () => {
  it('stand once for each commune, under who must act, those of most communes first', () => {
    fc.assert(
      fc.property(fc.uniqueArray(request, { selector: ({ key }) => key }), (requests) => {
        const groups = groupRequests(requests)
        const count = (list: readonly AskedRequest[]) =>
          list.reduce((sum, each) => sum + each.communes.length, 0)
        expect(groups.reduce((sum, group) => sum + count(group.requests), 0)).toBe(count(requests))
        for (const { who, requests: own } of groups) {
          expect(own.every(({ communes }) => communes.every((each) => each.who === who))).toBe(true)
          const sizes = own.map(({ communes }) => communes.length)
          expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
        }
        const places = groups.map(({ who }) => groupOrder.indexOf(who))
        expect(places).toEqual([...places].sort((a, b) => a - b))
      }),
    )
  })

  it('of the form have somebody to act from the start; what a commune wrote has nobody', () => {
    expect([
      firstWho('line'),
      firstWho('training'),
      firstWho('computers'),
      firstWho('something-new'),
    ]).toEqual(['ministry', 'training', 'province', 'province'])
    expect(firstWho('constructor')).toBe('province')
    expect(firstStanding('own-01321')).toMatchObject({ state: 'new', who: null })
    expect(firstStanding('teams').who).toBe('province')
  })

  it('are late after their day, unless they are done or declined', () => {
    const due = (state: Standing['state'], today: string) => isLate({ state, dueOn: '2026-11-22' }, today)
    expect([due('working', '2026-11-22'), due('working', '2026-11-23')]).toEqual([false, true])
    expect([due('done', '2027-01-01'), due('declined', '2027-01-01')]).toEqual([false, false])
    expect(isLate({ state: 'new', dueOn: null }, '2027-01-01')).toBe(false)
  })

  it('are counted by state', () => {
    expect(countStates([{ state: 'new' }, { state: 'done' }, { state: 'new' }])).toEqual({
      new: 2,
      accepted: 0,
      working: 0,
      done: 1,
      declined: 0,
    })
  })
})

describe('the form of a request', () => {
  const typed = { state: 'accepted', who: 'province', inCharge: '', dueOn: '', answer: '', reason: '' }

  it('reads days as people write them, and empties what was emptied', () => {
    expect(readChange({ ...typed, dueOn: '5/11/2026', inCharge: '  Sở Nội vụ ' }, ['a']).value).toEqual({
      communes: ['a'],
      state: 'accepted',
      who: 'province',
      inCharge: 'Sở Nội vụ',
      dueOn: '2026-11-05',
      answer: null,
      reason: null,
    })
    expect(readChange({ ...typed, who: 'nobody' }, ['a']).value!.who).toBeNull()
  })

  it('leaves as it is what the communes differ in and nobody filled in', () => {
    const differs = 'state,who,inCharge,dueOn,answer,reason'
    const read = readChange({ ...typed, state: '', who: '', differs }, ['a']).value!
    expect([read.state, read.who, read.inCharge, read.dueOn, read.answer, read.reason]).toEqual(
      Array.from({ length: 6 }, () => undefined),
    )
  })

  it.each([
    ['no commune', {}, [], 'commune', 'fault.communes'],
    ['no state', { state: '' }, ['a'], 'state', 'fault.state'],
    ['another state', { state: 'lost' }, ['a'], 'state', 'fault.state'],
    ['another body', { who: 'everybody' }, ['a'], 'who', 'fault.who'],
    ['no day', { dueOn: '31/02/2026' }, ['a'], 'dueOn', 'fault.dueOn'],
    ['declined for no reason', { state: 'declined' }, ['a'], 'reason', 'fault.reason'],
    ['a long answer', { answer: 'x'.repeat(2001) }, ['a'], 'answer', 'fault.long.answer'],
    ['a long body', { inCharge: 'x'.repeat(201) }, ['a'], 'inCharge', 'fault.long.inCharge'],
  ])('refuses %s', (_, other, communes, field, fault) => {
    expect(readChange({ ...typed, ...other }, communes).faults).toEqual({ [field]: fault })
  })

  it('takes out signs that nobody sees', () => {
    const answer = 'a\u202eb\u0000c'
    expect(readChange({ ...typed, answer }, ['a']).value!.answer).toBe('abc')
  })

  it('changes nothing where it says what all communes have in common', () => {
    fc.assert(
      fc.property(fc.array(standing, { minLength: 1, maxLength: 5 }), (standings) => {
        const consistent = standings.map((each) => ({
          ...each,
          reason: each.state === 'declined' ? each.reason : null,
        }))
        const { common } = commonOf(consistent)
        for (const each of consistent) expect(sameStanding(each, changed(each, common))).toBe(true)
      }),
    )
  })

  it('takes the reason away when a request is no longer declined', () => {
    const before: Standing = { ...firstStanding('line'), state: 'declined', reason: 'chưa có vốn' }
    expect(changed(before, { state: 'accepted' })).toMatchObject({ state: 'accepted', reason: null })
    expect(changed(before, { answer: 'đã ghi nhận' }).reason).toBe('chưa có vốn')
  })
})
