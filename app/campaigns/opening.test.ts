import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Draft } from './draft'
import type { Targets } from '~/competency/framework'
import { freshDatabase } from '../../tests/builders/database'
import { refusal } from '../../tests/builders/refusal'
import { actor, leaderGrant, person, plannerGrant } from '../../tests/builders/campaign'

await freshDatabase()
const { inTransaction, reader } = await import('~/platform/db/db.server')
const { editProfile } = await import('~/competency/edit-profile.server')
const { profilesInForce, targetsFor } = await import('~/competency/target-profiles.server')
const { createDraft, updateDraft } = await import('./save-draft.server')
const { deleteDraft } = await import('./delete-draft.server')
const { openCampaign, previewOpening } = await import('./open-campaign.server')
const { findCampaign } = await import('./find-campaign.server')
const { listSystems } = await import('./list-systems.server')
const { saveSystems } = await import('./save-systems.server')
const { viewCampaign } = await import('./view-campaign.server')

const caoBang = '04'
const baoLac = { provinceCode: caoBang, communeCode: '01321' }
const coBa = { provinceCode: caoBang, communeCode: '01327' }
const planner = actor({ grants: [plannerGrant(caoBang)] })
const elsewhere = actor({ grants: [plannerGrant('19')] })
const leader = actor({ grants: [leaderGrant(caoBang, baoLac.communeCode)] })

const draft: Draft = {
  title: 'Khảo sát tháng 11',
  titleEn: null,
  personFormVersionId: 'commune-staff@2',
  communeFormVersionId: 'commune-conditions@1',
  quizMode: 'adaptive',
  communeCodes: [baoLac.communeCode, coBa.communeCode],
  positionCodes: null,
  opensOn: '2020-01-01',
  closesOn: '2099-12-31',
}
const makeDraft = (over: Partial<Draft> = {}) =>
  createDraft(planner, caoBang, randomUUID(), { ...draft, ...over })

type Frozen = {
  personId: string
  communeCode: string
  positionCodes: string
  positionCode: string
  departmentCode: string
  targets: string
}
const invitees = (id: string) =>
  reader.sql.all<Frozen>(
    'SELECT personId, communeCode, positionCodes, positionCode, departmentCode, targets FROM Invitee WHERE campaignId = ? ORDER BY personId',
    id,
  )
const systemsOf = (id: string) =>
  reader.sql.get<{ systems: string }>('SELECT systems FROM Campaign WHERE id = ?', id)?.systems

let finance: { personId: string }

beforeAll(async () => {
  finance = await person({ ...baoLac, positionCode: 'finance' })
  await person({ ...baoLac, positionCode: 'office-statistics' })
  await person({ ...coBa, positionCode: 'finance' })
  const both = await person({ ...coBa, positionCode: 'office-statistics' })
  const member = await person({ ...coBa, positionCode: 'community-digital-team-member' })
  const idle = await person({ ...baoLac, positionCode: 'finance' })
  await inTransaction(async (tx) => {
    await tx.personPosition.create({
      data: { personId: both.personId, positionCode: 'finance', rank: 1, since: new Date() },
    })
    await tx.person.update({ where: { id: member.personId }, data: { kind: 'community_team' } })
    await tx.personPosition.updateMany({ where: { personId: idle.personId }, data: { until: new Date() } })
  })
})

describe('opening a campaign', () => {
  it('says before how many people it asks and who cannot answer yet', async () => {
    const { reach, obstacle, opensOn } = previewOpening(planner, await makeDraft())
    expect(obstacle).toBeNull()
    expect(reach).toEqual({ people: 4, communes: 2, emptyCommunes: [], notActivated: 4, withoutPosition: 1 })
    expect(opensOn > '2020-01-01').toBe(true)
  })

  it('freezes people, communes, positions and the highest of their targets', async () => {
    const id = await makeDraft()
    expect(await openCampaign(planner, id)).toBeNull()
    const rows = invitees(id)
    expect(rows).toHaveLength(4)
    const own = rows.find(({ personId }) => personId === finance.personId)!
    expect(own).toMatchObject({
      communeCode: baoLac.communeCode,
      positionCode: 'finance',
      departmentCode: 'economy',
    })
    const two = rows.find(({ positionCodes }) => (JSON.parse(positionCodes) as string[]).length === 2)!
    const [office, money] = ['office-statistics', 'finance'].map((code) =>
      targetsFor(reader, caoBang, [code]),
    )
    const targets = JSON.parse(two.targets) as Targets
    expect(two.positionCode).toBe('office-statistics')
    for (const code of Object.keys({ ...office, ...money })) {
      expect(targets[code]).toBe(Math.max(office![code] ?? 0, money![code] ?? 0))
    }
  })

  it('asks only those who hold one of the chosen positions, with all their positions', async () => {
    const id = await makeDraft({ positionCodes: ['finance'] })
    await openCampaign(planner, id)
    expect(invitees(id).map(({ positionCodes }) => positionCodes.includes('finance'))).toEqual([
      true,
      true,
      true,
    ])
  })

  it('with the form for community teams asks their members alone, with a position or without', async () => {
    const bare = await person({ ...baoLac, positionCode: 'finance' })
    await inTransaction(async (tx) => {
      await tx.person.update({ where: { id: bare.personId }, data: { kind: 'community_team' } })
      await tx.personPosition.deleteMany({ where: { personId: bare.personId } })
    })
    const id = await makeDraft({ personFormVersionId: 'community-team@1', positionCodes: ['finance'] })
    const { reach } = previewOpening(planner, id)
    expect(reach).toMatchObject({ people: 2, withoutPosition: 0 })
    await openCampaign(planner, id)
    const rows = invitees(id)
    expect(rows.map(({ positionCode }) => positionCode)).toEqual(
      Array(2).fill('community-digital-team-member'),
    )
    expect(rows.map(({ personId }) => personId)).toContain(bare.personId)
    expect(Object.keys(JSON.parse(rows[0]!.targets) as Targets)).toContain('7.6')
  })

  it('is not touched by what changes later', async () => {
    const id = await makeDraft()
    await openCampaign(planner, id)
    const before = { rows: invitees(id), systems: systemsOf(id) }
    const present = profilesInForce(reader, caoBang).get('finance')!
    await editProfile(planner, {
      provinceCode: caoBang,
      positionCode: 'finance',
      targets: { '4.1': 1 },
      inForce: present.rowId,
    })
    const [first, ...others] = listSystems(planner)
    await saveSystems(planner, {
      rows: [{ ...first!, vi: 'Tên khác', active: false }, ...others],
      added: { vi: 'Phần mềm mới', en: 'New software' },
    })
    await inTransaction(async (tx) => {
      tx.sql.run(
        'UPDATE PersonCommune SET communeCode = ? WHERE personId = ?',
        coBa.communeCode,
        finance.personId,
      )
      tx.sql.run(
        "UPDATE PersonPosition SET positionCode = 'party-staff' WHERE personId = ?",
        finance.personId,
      )
    })
    expect({ rows: invitees(id), systems: systemsOf(id) }).toEqual(before)

    const next = await makeDraft()
    await openCampaign(planner, next)
    expect(invitees(next)).not.toEqual(before.rows)
    expect(systemsOf(next)).toContain('Phần mềm mới')
    expect(systemsOf(next)).not.toContain('Tên khác')
  })

  it('happens once: a second press changes nothing', async () => {
    const id = await makeDraft()
    await openCampaign(planner, id)
    const before = invitees(id).length
    expect(await openCampaign(planner, id)).toBeNull()
    expect(invitees(id)).toHaveLength(before)
    expect(await refusal(updateDraft(planner, id, draft))).toBe('badRequest')
    expect(await refusal(deleteDraft(planner, id))).toBe('badRequest')
  })

  it('waits for its first day where that is still to come', async () => {
    const id = await makeDraft({ opensOn: '2090-01-01' })
    await openCampaign(planner, id)
    expect(viewCampaign(planner, id, 'vi').phase).toBe('waiting')
    expect(findCampaign(reader, id).opensOn).toBe('2090-01-01')
  })

  it.each([
    ['nobody', { communeCodes: ['01273'] }],
    ['over', { closesOn: '2020-02-01' }],
  ] as const)('is refused where there is an obstacle: %s', async (obstacle, over) => {
    const id = await makeDraft({
      ...over,
      communeCodes: [...('communeCodes' in over ? over.communeCodes : draft.communeCodes)],
    })
    expect(previewOpening(planner, id).obstacle).toBe(obstacle)
    expect(await openCampaign(planner, id)).toBe(obstacle)
    expect(findCampaign(reader, id).state).toBe('draft')
    expect(invitees(id)).toEqual([])
  })

  it('belongs to planners of the province', async () => {
    const id = await makeDraft()
    for (const other of [elsewhere, leader]) {
      expect(await refusal(() => previewOpening(other, id))).toBe('notAllowed')
      expect(await refusal(openCampaign(other, id))).toBe('notAllowed')
      expect(await refusal(updateDraft(other, id, draft))).toBe('notAllowed')
      expect(await refusal(deleteDraft(other, id))).toBe('notAllowed')
      expect(await refusal(createDraft(other, caoBang, randomUUID(), draft))).toBe('notAllowed')
      expect(await refusal(() => viewCampaign(other, id, 'vi'))).toBe('notAllowed')
    }
    expect(await refusal(() => findCampaign(reader, 'nothing'))).toBe('notFound')
  })
})

describe('a draft', () => {
  it('is made once where the form is sent twice', async () => {
    const id = randomUUID()
    expect(await createDraft(planner, caoBang, id, draft)).toBe(id)
    expect(await createDraft(planner, caoBang, id, { ...draft, title: 'Khác' })).toBe(id)
    expect(findCampaign(reader, id).title).toBe(draft.title)
  })

  it('refuses communes of another province and forms of the other kind', async () => {
    expect(await refusal(makeDraft({ communeCodes: ['00004'] }))).toBe('badRequest')
    expect(await refusal(makeDraft({ communeCodes: [] }))).toBe('badRequest')
    expect(await refusal(makeDraft({ personFormVersionId: 'commune-conditions@1' }))).toBe('badRequest')
  })

  it('is deleted, and stays gone', async () => {
    const id = await makeDraft()
    await deleteDraft(planner, id)
    await deleteDraft(planner, id)
    expect(await refusal(() => findCampaign(reader, id))).toBe('notFound')
  })
})
