import { describe, expect, it } from 'vitest'
import { newPersonSchema, positionCodesOf, type PersonChoices } from './person-form'

const name = { vi: 'a', en: 'a' }
const choices: PersonChoices = {
  communes: [{ code: '01321', name: 'Xã Bảo Lạc' }],
  departments: [
    {
      code: 'office',
      name,
      positions: [
        { code: 'chief', name },
        { code: 'clerk', name },
      ],
    },
  ],
}
const schema = newPersonSchema(choices, '2026-11-21')
const good = { fullName: '  nông  thị hường ', kind: 'civil_servant', commune: '01321', position: 'clerk' }
const faults = (form: object) =>
  Object.fromEntries(
    schema.safeParse(form).error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? [],
  )

describe('the form of a person', () => {
  it('tidies what was typed', () => {
    const person = schema.parse({
      ...good,
      birthDate: '5.3.1988',
      email: ' A@B.vn ',
      staffCode: ' cb 1 ',
      also: ['', 'chief', 'clerk'],
    })
    expect(person).toMatchObject({
      birthDate: '1988-03-05',
      email: 'a@b.vn',
      staffCode: 'CB 1',
      sex: null,
      kind: 'civil_servant',
    })
    expect(positionCodesOf(person)).toEqual(['clerk', 'chief'])
  })

  it('says what is missing', () => {
    expect(faults({})).toEqual({
      fullName: 'form.fullName.missing',
      kind: 'form.kind.missing',
      commune: 'form.commune.missing',
      position: 'form.position.missing',
    })
  })

  it('says what cannot be', () => {
    const bad = {
      fullName: 'An 2',
      birthDate: '31/02/1988',
      email: 'không',
      staffCode: '004 188 000 111',
      commune: '99999',
      position: 'x',
      also: ['y'],
    }
    expect(faults({ ...good, ...bad })).toEqual({
      fullName: 'form.fullName.notAName',
      birthDate: 'form.birthDate.badDate',
      email: 'form.email.unreadable',
      staffCode: 'form.staffCode.citizenId',
      commune: 'form.commune.missing',
      position: 'form.position.missing',
      also: 'form.position.missing',
    })
    expect(faults({ ...good, birthDate: '01/02/1888' })).toEqual({
      birthDate: 'form.birthDate.birthOutOfRange',
    })
  })
})
