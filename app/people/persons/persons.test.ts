import { describe, expect, it } from 'vitest'
import { administrator, leaderOf, learner, plannerOf } from '../../../tests/builders/actors'
import { freshDatabase } from '../../../tests/builders/database'
import type { NewPerson } from './person-form'

await freshDatabase()
const { createPerson } = await import('./create-person.server')
const { editPerson } = await import('./edit-person.server')
const { viewPerson } = await import('./view-person.server')
const { searchPeople } = await import('./search-people.server')
const { listCommunePeople } = await import('./list-commune-people.server')
const { communeCounts, communeOverview } = await import('./commune-counts.server')
const { peopleAt } = await import('./people-at.server')
const { issueCommuneSlips, issuePersonSlip } = await import('../slips/issue-slips.server')
const { hashToken, normaliseCode } = await import('~/platform/auth/tokens.server')
const { inTransaction, reader } = await import('~/platform/db/db.server')

const planner = plannerOf('04')
const leader = leaderOf('04', '01321')
const someone: NewPerson = {
  fullName: 'Nông Thị Hường',
  birthDate: '1988-03-05',
  sex: 'female',
  kind: 'civil_servant',
  email: null,
  staffCode: null,
  commune: '01321',
  position: 'justice-civil-status',
  also: ['external-affairs', 'justice-civil-status'],
}
const elsewhere = communeCounts(planner).communes.find(({ code }) => code !== '01321')!.code
const refused = { status: 403 }

async function created(over: Partial<NewPerson> = {}): Promise<string> {
  const { personId } = await createPerson(planner, { ...someone, ...over })
  if (!personId) throw new Error('not created')
  return personId
}
const edited = { ...someone, also: ['external-affairs'] }

describe('a person', () => {
  it('is put in with an account, a learner and a staff code of ours', async () => {
    const view = viewPerson(planner, await created())
    expect(view).toMatchObject({
      staffCode: '01321-0001',
      username: '01321-0001',
      account: 'notActivated',
      hasPassword: false,
    })
    expect(view.positionCodes).toEqual(['justice-civil-status', 'external-affairs'])
    const grants = reader.sql.all('SELECT role, provinceCode, communeCode FROM RoleGrant')
    expect(grants).toEqual([{ role: 'learner', provinceCode: '04', communeCode: '01321' }])
  })

  it('is not put in twice unless said to be another', async () => {
    const again = await createPerson(planner, { ...someone, commune: elsewhere })
    expect(again.doubles?.map(({ because }) => because)).toEqual([['sameBirth', 'samePosition']])
    expect(
      (await createPerson(planner, { ...someone, commune: elsewhere, different: 'yes' })).personId,
    ).toBeTruthy()
    expect(await createPerson(planner, { ...someone, fullName: 'Ai Đó', staffCode: '01321-0001' })).toEqual({
      fault: 'form.staffCode.taken',
    })
  })

  it('moves with the learner, loses the lead of the commune left, and keeps the history', async () => {
    const id = await created({ fullName: 'Lý A Páo' })
    const accountId = reader.sql.get<{ id: string }>('SELECT id FROM Account WHERE personId = ?', id)!.id
    await inTransaction((tx) =>
      tx.roleGrant.create({
        data: { accountId, role: 'leader', provinceCode: '04', communeCode: '01321', grantedAt: new Date() },
      }),
    )
    await editPerson(planner, id, {
      ...edited,
      fullName: 'Lý A Páo',
      commune: elsewhere,
      position: 'external-affairs',
      also: [],
    })
    const view = viewPerson(planner, id)
    expect(view.communes.map(({ until }) => until === null)).toEqual([true, false])
    expect(view.positions.filter(({ until }) => until === null)).toEqual([
      expect.objectContaining({ code: 'external-affairs', rank: 0 }),
    ])
    expect(view.positions).toHaveLength(3)
    const grants = reader.sql.all('SELECT role, communeCode FROM RoleGrant WHERE accountId = ?', accountId)
    expect(grants).toEqual([{ role: 'learner', communeCode: elsewhere }])
    expect(
      reader.sql.all("SELECT detail FROM AuditEntry WHERE action = 'person.move' AND subject = ?", id),
    ).toHaveLength(1)
  })

  it('is corrected; what is emptied is erased, what is the same leaves no trace', async () => {
    const id = await created({ fullName: 'Bế Ích Quân', email: 'a@b.vn', staffCode: 'CB7' })
    const form = { ...edited, fullName: 'Bế Ích Quân', email: null, staffCode: null, birthDate: '1988' }
    await editPerson(planner, id, form)
    expect(viewPerson(planner, id)).toMatchObject({ email: null, staffCode: 'CB7', birthDate: '1988' })
    const before = reader.sql.get<{ n: number }>('SELECT count(*) AS n FROM AuditEntry')!.n
    await editPerson(planner, id, form)
    expect(reader.sql.get<{ n: number }>('SELECT count(*) AS n FROM AuditEntry')!.n).toBe(before)
    expect(await editPerson(planner, id, { ...form, staffCode: '01321-0001' })).toEqual({
      fault: 'form.staffCode.taken',
    })
  })

  it('takes an unused account along to a new staff code, and leaves a used one its name', async () => {
    const id = await created({ fullName: 'Mạc Thị Mới' })
    await editPerson(planner, id, { ...edited, fullName: 'Mạc Thị Mới', staffCode: 'CB 100' })
    expect(viewPerson(planner, id).username).toBe('CB100')
    await issuePersonSlip(planner, id, false)
    await editPerson(planner, id, { ...edited, fullName: 'Mạc Thị Mới', staffCode: 'CB200' })
    expect(viewPerson(planner, id)).toMatchObject({ staffCode: 'CB200', username: 'CB100' })
  })
})

describe('lists', () => {
  it('find people with or without marks, in the province only', () => {
    expect(searchPeople(planner, 'nong thi huong').total).toBe(2)
    expect(searchPeople(planner, 'HƯỜNG').total).toBe(2)
    expect(searchPeople(planner, '01321-0001').rows[0]!.fullName).toBe('Nông Thị Hường')
    expect(searchPeople(planner, '%').total).toBe(0)
    expect(searchPeople(plannerOf('19'), 'huong').total).toBe(0)
    expect(searchPeople(administrator, 'huong').total).toBe(2)
  })

  it('show a commune by given name', () => {
    const { rows, total } = listCommunePeople(leader, '01321', 9)
    expect(rows.map(({ fullName }) => fullName)).toEqual(['Nông Thị Hường', 'Mạc Thị Mới', 'Bế Ích Quân'])
    expect(total).toBe(3)
    expect(communeOverview(leader, '01321')).toMatchObject({
      people: 3,
      activated: 0,
      waiting: 3,
      openSlips: 1,
    })
    expect(communeCounts(leader).communes.map(({ code }) => code)).toEqual(['01321'])
    expect(communeCounts(planner, 'bao lac').communes).toHaveLength(1)
  })

  it('tell a campaign who is there', () => {
    const all = { provinceCode: '04', communeCodes: ['01321', elsewhere], positionCodes: null }
    expect(peopleAt(reader, all)).toHaveLength(5)
    expect(peopleAt(reader, { ...all, communeCodes: ['01321'] })[0]).toMatchObject({
      positionCodes: ['justice-civil-status', 'external-affairs'],
      positionCode: 'justice-civil-status',
      departmentCode: 'office',
    })
    expect(peopleAt(reader, { ...all, positionCodes: ['justice-civil-status'] })).toHaveLength(4)
    expect(peopleAt(reader, { ...all, kinds: ['support_staff'] })).toEqual([])
    expect(peopleAt(reader, { ...all, provinceCode: '19' })).toEqual([])
  })
})

describe('slips', () => {
  it('are made for those without a password, anew each time, stored hashed', async () => {
    const first = await issueCommuneSlips(leader, '01321')
    expect(first.slips.map(({ name }) => name)).toEqual(['Nông Thị Hường', 'Mạc Thị Mới', 'Bế Ích Quân'])
    const again = await issueCommuneSlips(leader, '01321')
    const open = reader.sql
      .all<{ codeHash: string }>('SELECT codeHash FROM ActivationSlip WHERE revokedAt IS NULL')
      .map(({ codeHash }) => codeHash)
    expect(open.sort()).toEqual(again.slips.map(({ code }) => hashToken(normaliseCode(code))).sort())
    expect(JSON.stringify(reader.sql.all('SELECT * FROM ActivationSlip'))).not.toContain(again.slips[0]!.code)
  })

  it('of somebody who has a password need a confirmation and are announced', async () => {
    const [person] = searchPeople(planner, 'Bế Ích Quân').rows
    await inTransaction(
      async (tx) => void tx.sql.run("UPDATE Account SET passwordHash = 'x' WHERE personId = ?", person!.id),
    )
    expect(await issuePersonSlip(leader, person!.id, false)).toEqual({ needsConfirmation: true })
    expect((await issuePersonSlip(leader, person!.id, true)).slip?.code).toMatch(/^[A-Z0-9]{12}$/)
    const account = reader.sql.get<{ slipNoticeAt: string; passwordHash: string }>(
      'SELECT slipNoticeAt, passwordHash FROM Account WHERE personId = ?',
      person!.id,
    )!
    expect(account).toEqual({ slipNoticeAt: expect.any(String), passwordHash: 'x' })
    expect((await issueCommuneSlips(leader, '01321')).slips).toHaveLength(2)
  })
})

describe('who may do what', () => {
  it('ends at the own place and role', async () => {
    const [person] = searchPeople(planner, 'Nông Thị Hường').rows.filter(
      ({ communeCode }) => communeCode === '01321',
    )
    const id = person!.id
    const strangers = [plannerOf('19'), leaderOf('04', elsewhere), learner]
    for (const stranger of strangers) {
      expect(() => viewPerson(stranger, id)).toThrow(expect.objectContaining(refused))
      expect(() => listCommunePeople(stranger, '01321', 1)).toThrow(expect.objectContaining(refused))
      expect(() => communeOverview(stranger, '01321')).toThrow(expect.objectContaining(refused))
      await expect(issueCommuneSlips(stranger, '01321')).rejects.toMatchObject(refused)
      await expect(issuePersonSlip(stranger, id, true)).rejects.toMatchObject(refused)
    }
    for (const stranger of [...strangers, leader]) {
      await expect(editPerson(stranger, id, edited)).rejects.toMatchObject(refused)
      await expect(createPerson(stranger, someone)).rejects.toMatchObject(refused)
      if (stranger !== strangers[0])
        expect(() => searchPeople(stranger, 'huong')).toThrow(expect.objectContaining(refused))
    }
    await expect(editPerson(planner, id, { ...edited, commune: '00004' })).rejects.toMatchObject(refused)
    expect(viewPerson(leader, id).may).toEqual({ edit: false, slip: true })
  })
})
