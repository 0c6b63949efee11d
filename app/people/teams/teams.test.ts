import { beforeEach, expect, test } from 'vitest'
import { actor, leaderGrant, person, plannerGrant } from '../../../tests/builders/campaign'
import { freshDatabase } from '../../../tests/builders/database'
import { refusal } from '../../../tests/builders/refusal'
import { memberKey, newPerson } from './match-members'

await freshDatabase()
const { reader } = await import('~/platform/db/db.server')
const { addMembers } = await import('./add-members.server')
const { deleteTeam } = await import('./delete-team.server')
const { listTeams } = await import('./list-teams.server')
const { moveMember } = await import('./move-member.server')
const { nameTeam } = await import('./name-team.server')
const { viewTeam } = await import('./view-team.server')
const { receiveMembers } = await import('./receive-members.server')
const { removeMember } = await import('./remove-member.server')
const { issueTeamSlips } = await import('../slips/issue-slips.server')
const { changePerson } = await import('../persons/store-person.server')
const { inTransaction } = await import('~/platform/db/db.server')

const commune = '01321'
const other = '01304'
const leader = actor({ accountId: 'leader', grants: [leaderGrant('04', commune)] })
let number = 0
let teamId = ''

beforeEach(async () => {
  number += 1
  teamId = (await nameTeam(leader, commune, null, `Tổ thử ${number}`)).teamId!
})

const line = (fullName: string, birthDate: string | null = null, at = 1) => ({
  line: at,
  fullName,
  birthDate,
})
const letters = (i: number) => `${String.fromCharCode(65 + (i % 26))}${'b'.repeat(1 + Math.floor(i / 26))}`
const memberNamed = (name: string) =>
  viewTeam(leader, commune, teamId).members.find(({ fullName }) => fullName.startsWith(name))!
const audited = () => reader.sql.get<{ n: number }>('SELECT count(*) AS n FROM AuditEntry')!.n
const names = () => viewTeam(leader, commune, teamId).members.map(({ fullName }) => fullName)

test('a leader sets up teams of the own commune and of no other', async () => {
  expect(listTeams(leader, commune).teams.map(({ name }) => name)).toContain(`Tổ thử ${number}`)
  await expect(refusal(nameTeam(leader, other, null, 'Tổ khác'))).resolves.toBe('notAllowed')
  await expect(refusal(() => listTeams(leader, other))).resolves.toBe('notAllowed')
  expect(await nameTeam(leader, commune, null, `TO THU ${number}`)).toEqual({ fault: 'form.name.taken' })
  expect(await nameTeam(leader, commune, teamId, `Tổ đã đổi ${number}`)).toEqual({ teamId })
})

test('members get a learner account, are no officials, and each gets a slip', async () => {
  const answer = await addMembers(
    leader,
    commune,
    teamId,
    [
      line(`Nông Văn Mới ${'A'.repeat(number)}`, '1990', 1),
      line(`Lý Thị Mới ${'B'.repeat(number)}`, null, 2),
    ],
    {},
  )
  expect(answer).toEqual({ added: 2, joined: 0 })
  const { members, waiting } = viewTeam(leader, commune, teamId)
  expect(waiting).toBe(2)
  expect(members.map(({ kind, communeCode }) => [kind, communeCode])).toEqual([
    ['community_team', commune],
    ['community_team', commune],
  ])
  const roles = reader.sql.all<{ role: string }>(
    'SELECT r.role FROM RoleGrant r JOIN Account a ON a.id = r.accountId JOIN Person p ON p.id = a.personId WHERE p.teamId = ?',
    teamId,
  )
  expect(roles).toEqual([{ role: 'learner' }, { role: 'learner' }])
  const slips = await issueTeamSlips(leader, commune, teamId)
  expect(slips).toHaveLength(2)
  expect(new Set(slips.map(({ code }) => code)).size).toBe(2)
})

test('who may already be there is asked about, and nothing is stored before', async () => {
  const known = await person({
    provinceCode: '04',
    communeCode: commune,
    positionCode: 'office-statistics',
    fullName: `Hoàng Thị Đã Có ${'C'.repeat(number)}`,
  })
  const lines = [line(known.displayName, '1990', 1), line(`Người Mới ${'D'.repeat(number)}`, null, 2)]
  const decide = (who: string) => ({ [memberKey(lines[0]!)]: who })
  const { undecided } = await addMembers(leader, commune, teamId, lines, {})
  expect(undecided).toMatchObject([
    { fault: 'missing', namesakes: [{ personId: known.personId }] },
    { fault: null, chosen: newPerson },
  ])
  expect(names()).toEqual([])
  expect(await addMembers(leader, commune, teamId, lines, decide('somebody-else'))).toHaveProperty(
    'undecided',
  )
  expect(await addMembers(leader, commune, teamId, lines, decide(known.personId))).toEqual({
    added: 1,
    joined: 1,
  })
  expect(names()).toHaveLength(2)
  const again = { ...decide(known.personId), [memberKey(lines[1]!)]: memberNamed('Người Mới').id }
  const before = audited()
  expect(await addMembers(leader, commune, teamId, lines, again)).toEqual({ added: 0, joined: 0 })
  expect(audited()).toBe(before)
})

test('two lines that choose the same stored person are not stored', async () => {
  const known = await person({
    provinceCode: '04',
    communeCode: commune,
    positionCode: 'office-statistics',
    fullName: `Hoàng Thị Một ${'G'.repeat(number)}`,
  })
  const lines = [line(known.displayName, '1990', 1), line(known.displayName, '1960', 2)]
  const decisions = Object.fromEntries(lines.map((one) => [memberKey(one), known.personId]))
  const { undecided } = await addMembers(leader, commune, teamId, lines, decisions)
  expect(undecided).toMatchObject([{ fault: null }, { fault: 'taken', takenBy: 1 }])
  expect(names()).toEqual([])
})

test('a list is typed, looked at and approved; a choice stays with its person when a line goes', async () => {
  const suffix = 'H'.repeat(number)
  const [known, other] = await Promise.all(
    ['Ma Thị Đã Có', 'Lục Văn Đã Có'].map((name) =>
      person({
        provinceCode: '04',
        communeCode: commune,
        positionCode: 'office-statistics',
        fullName: `${name} ${suffix}`,
      }),
    ),
  )
  const typed = `Họ và tên\n${known!.displayName}\n${other!.displayName}`
  const first = await receiveMembers(leader, commune, teamId, { typed, chosen: {}, step: 'write' })
  expect(first).toMatchObject({ ok: true, list: { step: 'check', asked: false, skipped: [{ line: 1 }] } })
  const chosen = { [memberKey(line(known!.displayName))]: known!.personId }
  const half = await receiveMembers(leader, commune, teamId, { typed, chosen, step: 'check' })
  expect(half).toMatchObject({
    ok: false,
    list: { asked: true, matches: [{ fault: null }, { fault: 'missing' }] },
  })
  const shorter = { typed: other!.displayName, chosen, step: 'check' } as const
  expect(await receiveMembers(leader, commune, teamId, shorter)).toMatchObject({
    ok: false,
    list: { matches: [{ chosen: null, fault: 'missing' }] },
  })
  const kept = await receiveMembers(leader, commune, teamId, { typed, chosen, step: 'check' }, true)
  expect(kept).toMatchObject({ ok: true, list: { typed, chosen, step: 'check', asked: false } })
  expect(names()).toEqual([])
  const whole = { ...chosen, [memberKey(line(other!.displayName))]: newPerson }
  expect(await receiveMembers(leader, commune, teamId, { typed, chosen: whole, step: 'check' })).toEqual({
    ok: true,
    added: 1,
    joined: 1,
  })
})

test('a list that cannot be read comes back as it was typed', async () => {
  const send = (typed: string) =>
    receiveMembers(leader, commune, teamId, { typed, chosen: {}, step: 'write' })
  const many = Array.from({ length: 101 }, (_, i) => `Nông Thị ${letters(i)}`).join('\n')
  for (const [typed, problem] of [
    ['', 'missing'],
    ['Họ và tên', 'missing'],
    [many, 'tooMany'],
    ['Nông Thị Ví\n'.repeat(2_000), 'tooLong'],
  ] as const) {
    expect(await send(typed)).toMatchObject({ ok: false, list: { typed, problem, step: 'write' } })
  }
  expect(await send('Ví')).toMatchObject({ ok: false, list: { typed: 'Ví', faults: [{ why: 'oneWord' }] } })
  expect(names()).toEqual([])
})

test('taking out can be undone; ending a team leaves its people', async () => {
  const name = `Vi Văn Ra ${'E'.repeat(number)}`
  await addMembers(leader, commune, teamId, [line(name)], {})
  const { id } = memberNamed(name)
  expect(await moveMember(leader, commune, teamId, id, false)).toBe(true)
  expect(names()).toEqual([])
  const before = audited()
  expect(await moveMember(leader, commune, teamId, id, false)).toBe(false)
  expect(audited()).toBe(before)
  expect(await moveMember(leader, commune, teamId, id, true)).toBe(true)
  expect(await moveMember(leader, commune, teamId, id, true)).toBe(false)
  expect(names()).toEqual([name])
  await deleteTeam(leader, commune, teamId)
  await expect(refusal(() => viewTeam(leader, commune, teamId))).resolves.toBe('notFound')
  expect(reader.sql.get('SELECT teamId FROM Person WHERE id = ?', id)).toEqual({ teamId: null })
})

test('a team deleted twice is gone once; one of another commune is not found', async () => {
  await deleteTeam(leader, commune, teamId)
  const before = audited()
  await expect(refusal(deleteTeam(leader, commune, teamId))).resolves.toBe('none')
  expect(audited()).toBe(before)
  const planner = actor({ grants: [plannerGrant('04')] })
  const { teamId: elsewhere } = await nameTeam(planner, other, null, `Tổ xa ${number}`)
  await expect(refusal(deleteTeam(leader, commune, elsewhere!))).resolves.toBe('notFound')
})

test('nobody who is unknown or of another commune is moved', async () => {
  const stranger = await person({ provinceCode: '04', communeCode: other, positionCode: 'office-statistics' })
  const before = audited()
  for (const id of [stranger.personId, 'nobody', ''])
    for (const back of [true, false])
      await expect(refusal(moveMember(leader, commune, teamId, id, back))).resolves.toBe('notFound')
  expect(audited()).toBe(before)
})

test('who was written down by mistake can be deleted, with account and slips', async () => {
  const name = `Đinh Thị Nhầm ${'K'.repeat(number)}`
  await addMembers(leader, commune, teamId, [line(name)], {})
  const { id, removable } = memberNamed(name)
  expect(removable).toBe(true)
  await issueTeamSlips(leader, commune, teamId)
  expect(await removeMember(leader, commune, teamId, id)).toBe(true)
  expect(names()).toEqual([])
  for (const table of ['Account WHERE personId', 'Person WHERE id', 'PersonCommune WHERE personId'])
    expect(reader.sql.get(`SELECT 1 FROM ${table} = ?`, id)).toBeUndefined()
  expect(
    reader.sql.get("SELECT action FROM AuditEntry WHERE action = 'person.erase' AND subject = ?", id),
  ).toEqual({
    action: 'person.erase',
  })
  expect(await removeMember(leader, commune, teamId, id)).toBe(false)
})

test.each<[string, (id: string) => [string, ...(string | null)[]]]>([
  ['has a password', (id) => ["UPDATE Account SET passwordHash = 'x' WHERE personId = ?", id]],
  [
    'has signed in',
    (id) => ["UPDATE Account SET lastSignInAt = '2026-11-21T00:00:00.000+00:00' WHERE personId = ?", id],
  ],
  ['is of another kind', (id) => ["UPDATE Person SET kind = 'support_staff' WHERE id = ?", id]],
  ['has no team', (id) => ['UPDATE Person SET teamId = NULL WHERE id = ?', id]],
  [
    'has learned',
    (id) => [
      "INSERT INTO Enrolment (personId, moduleCode, startedAt, lastAt) VALUES (?, 'infosec', '2026-11-21T00:00:00.000+00:00', '2026-11-21T00:00:00.000+00:00')",
      id,
    ],
  ],
  [
    'has a position',
    (id) => [
      "INSERT INTO PersonPosition (personId, positionCode, since) VALUES (?, 'office-statistics', '2026-11-21T00:00:00.000+00:00')",
      id,
    ],
  ],
  [
    'leads',
    (id) => [
      "INSERT INTO RoleGrant (accountId, role, grantedAt) SELECT id, 'leader', createdAt FROM Account WHERE personId = ?",
      id,
    ],
  ],
])('a member who %s cannot be deleted', async (_, change) => {
  const name = `Bế Văn Giữ ${'L'.repeat(number)}`
  await addMembers(leader, commune, teamId, [line(name)], {})
  const { id } = memberNamed(name)
  const [sql, ...params] = change(id)
  await inTransaction(async (tx) => tx.sql.run(sql, ...params))
  expect(memberNamed(name)?.removable ?? false).toBe(false)
  await expect(refusal(removeMember(leader, commune, teamId, id))).resolves.toBe('notFound')
  expect(reader.sql.get('SELECT 1 AS here FROM Person WHERE id = ?', id)).toEqual({ here: 1 })
})

test('only who manages the place deletes a member', async () => {
  const name = `Bế Văn Nơi ${'M'.repeat(number)}`
  await addMembers(leader, commune, teamId, [line(name)], {})
  const { id } = memberNamed(name)
  const stranger = actor({ grants: [leaderGrant('04', other)] })
  await expect(refusal(removeMember(stranger, commune, teamId, id))).resolves.toBe('notAllowed')
  await expect(refusal(removeMember(stranger, other, teamId, id))).resolves.toBe('notFound')
})

test('waiting means those for whom a slip is made: not a closed account, but a locked one', async () => {
  const people = ['Chu Văn Một', 'Chu Văn Hai', 'Chu Văn Ba'].map((name, i) =>
    line(`${name} ${'N'.repeat(number)}`, null, i + 1),
  )
  await addMembers(leader, commune, teamId, people, {})
  const [closed, locked] = people.map(({ fullName }) => memberNamed(fullName).id)
  await inTransaction(async (tx) => {
    tx.sql.run("UPDATE Account SET disabledAt = '2026-11-21T00:00:00.000+00:00' WHERE personId = ?", closed!)
    tx.sql.run("UPDATE Account SET lockedUntil = '2099-11-21T00:00:00.000+00:00' WHERE personId = ?", locked!)
  })
  const listed = listTeams(leader, commune).teams.find(({ id }) => id === teamId)
  expect(listed).toMatchObject({ members: 3, activated: 0, waiting: 2 })
  expect(viewTeam(leader, commune, teamId).waiting).toBe(2)
  expect(await issueTeamSlips(leader, commune, teamId)).toHaveLength(2)
})

test('who moves away leaves the team', async () => {
  await addMembers(leader, commune, teamId, [line(`Ma Văn Đi ${'F'.repeat(number)}`)], {})
  const [member] = viewTeam(leader, commune, teamId).members
  await inTransaction(async (tx) =>
    changePerson(
      tx,
      member!.id,
      [{ field: 'communeCode', from: commune, to: other }],
      '2026-11-21T00:00:00.000+00:00',
    ),
  )
  expect(names()).toEqual([])
})
