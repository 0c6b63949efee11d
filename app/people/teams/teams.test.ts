import { beforeEach, expect, test } from 'vitest'
import { actor, leaderGrant, person } from '../../../tests/builders/campaign'
import { freshDatabase } from '../../../tests/builders/database'
import { refusal } from '../../../tests/builders/refusal'

await freshDatabase()
const { reader } = await import('~/platform/db/db.server')
const { addMembers } = await import('./add-members.server')
const { deleteTeam } = await import('./delete-team.server')
const { listTeams } = await import('./list-teams.server')
const { moveMember } = await import('./move-member.server')
const { nameTeam } = await import('./name-team.server')
const { viewTeam } = await import('./view-team.server')
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
  const { doubts } = await addMembers(leader, commune, teamId, lines, {})
  expect(doubts).toMatchObject([{ line: 1, namesakes: [{ personId: known.personId }] }])
  expect(names()).toEqual([])
  expect(await addMembers(leader, commune, teamId, lines, { 1: 'somebody-else' })).toHaveProperty('doubts')
  expect(await addMembers(leader, commune, teamId, lines, { 1: known.personId })).toEqual({
    added: 1,
    joined: 1,
  })
  expect(names()).toHaveLength(2)
})

test('taking out can be undone; ending a team leaves its people', async () => {
  const name = `Vi Văn Ra ${'E'.repeat(number)}`
  await addMembers(leader, commune, teamId, [line(name)], {})
  const [member] = viewTeam(leader, commune, teamId).members
  await moveMember(leader, commune, teamId, member!.id, false)
  expect(names()).toEqual([])
  await moveMember(leader, commune, teamId, member!.id, true)
  expect(names()).toEqual([name])
  await deleteTeam(leader, commune, teamId)
  await expect(refusal(() => viewTeam(leader, commune, teamId))).resolves.toBe('notFound')
  expect(reader.sql.get('SELECT teamId FROM Person WHERE id = ?', member!.id)).toEqual({ teamId: null })
})

test('somebody of another commune is not put in, and who moves away leaves the team', async () => {
  const stranger = await person({ provinceCode: '04', communeCode: other, positionCode: 'office-statistics' })
  await moveMember(leader, commune, teamId, stranger.personId, true)
  expect(names()).toEqual([])
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
