import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  decisionField,
  decisionsIn,
  matchMembers,
  memberKey,
  newPerson,
  type Namesake,
} from './match-members'

const stored = (personId: string, fullName: string, birthDate: string | null = null): Namesake => ({
  personId,
  staffCode: personId,
  fullName,
  birthDate,
  teamId: null,
  team: null,
})
const member = (line: number, fullName: string, birthDate: string | null = null) => ({
  line,
  fullName,
  birthDate,
})

test('a decision is found by name and birth date, in whatever line the person stands', () => {
  const here = [stored('p1', 'Nông Thị Ví', '1990'), stored('p2', 'Hoàng Văn Thử')]
  const decisions = { [memberKey(member(1, 'Nông Thị Ví', '1990'))]: 'p1' }
  const [first] = matchMembers([member(7, 'NÔNG THỊ VÍ', '1990')], here, decisions)
  expect(first).toMatchObject({ chosen: 'p1', fault: null })
  const [other] = matchMembers([member(1, 'Hoàng Văn Thử')], here, decisions)
  expect(other).toMatchObject({ chosen: null, fault: 'missing' })
  const [elder] = matchMembers([member(1, 'Nông Thị Ví', '1960')], here, decisions)
  expect(elder).toMatchObject({ namesakes: [], chosen: newPerson, fault: null })
})

test('two lines cannot be one stored person', () => {
  const here = [stored('p1', 'Nông Thị Ví')]
  const members = [member(1, 'Nông Thị Ví', '1990'), member(2, 'Nông Thị Ví', '1960')]
  const decisions = Object.fromEntries(members.map((one) => [memberKey(one), 'p1']))
  const [first, second] = matchMembers(members, here, decisions)
  expect(first).toMatchObject({ chosen: 'p1', fault: null })
  expect(second).toMatchObject({ chosen: 'p1', fault: 'taken', takenBy: 1 })
})

const names = ['Nông Thị Ví', 'Nông Thi Vi', 'Hoàng Văn Thử']
const births = [null, '1990', '1990-03-05', '1960']
const somebody = fc.record({ fullName: fc.constantFrom(...names), birthDate: fc.constantFrom(...births) })

test('whatever is decided, a choice is only ever of the own namesakes and no stored person is taken twice', () => {
  fc.assert(
    fc.property(
      fc.array(somebody, { maxLength: 6 }),
      fc.uniqueArray(somebody, { maxLength: 6, selector: memberKey }),
      fc.array(fc.constantFrom('p0', 'p1', 'p2', 'p3', newPerson, 'x'), { minLength: 6, maxLength: 6 }),
      (people, listed, choices) => {
        const here = people.map(({ fullName, birthDate }, i) => stored(`p${i}`, fullName, birthDate))
        const members = listed.map(({ fullName, birthDate }, i) => member(i + 1, fullName, birthDate))
        const decisions = Object.fromEntries(members.map((one, i) => [memberKey(one), choices[i]!]))
        const clear = matchMembers(members, here, decisions).filter(({ fault }) => fault === null)
        const taken = clear.flatMap(({ chosen }) => (chosen === newPerson ? [] : [chosen]))
        expect(new Set(taken).size).toBe(taken.length)
        for (const { chosen, namesakes, key } of clear) {
          if (chosen === newPerson) continue
          expect(decisions[key]).toBe(chosen)
          expect(namesakes.map(({ personId }) => personId)).toContain(chosen)
        }
      },
    ),
  )
})

test('decisions are read back from the fields that carry them', () => {
  const key = memberKey(member(1, "H'Hen Niê", '1990-03-05'))
  const fields: [string, unknown][] = [
    [decisionField(key), 'p1'],
    ['members', 'x'],
    ['same.', 'p2'],
    ['same.__proto__', 'p3'],
  ]
  expect(decisionsIn(fields)[key]).toBe('p1')
  expect(Object.keys(decisionsIn(fields))).toEqual([key])
  expect(matchMembers([member(1, 'Nông Thị Ví')], [stored('p1', 'Nông Thị Ví')], {})[0]!.fault).toBe(
    'missing',
  )
})
