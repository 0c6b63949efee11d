import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '../../tests/builders/database'
import { refusal } from '../../tests/builders/refusal'
import { actor, campaign, invitee, leaderGrant, person, plannerGrant } from '../../tests/builders/campaign'

await freshDatabase()
const { inTransaction, reader } = await import('~/platform/db/db.server')
const { readWorkbook } = await import('~/formats/workbook.server')
const { closeCampaign, closeDueCampaigns } = await import('./close-campaign.server')
const { desk } = await import('./desk.server')
const { extendCampaign } = await import('./extend-campaign.server')
const { findCampaign } = await import('./find-campaign.server')
const { listCampaigns } = await import('./list-campaigns.server')
const { listMissing } = await import('./list-missing.server')
const { missingWorkbook } = await import('./missing-workbook.server')
const { responseRates } = await import('./response-rates.server')
const { viewCampaign } = await import('./view-campaign.server')

const [caoBang, baoLac, coBa] = ['04', '01321', '01327']
const planner = actor({ grants: [plannerGrant(caoBang)] })
const elsewhere = actor({ grants: [plannerGrant('19')] })
const leader = actor({ grants: [leaderGrant(caoBang, baoLac)] })
const otherLeader = actor({ grants: [leaderGrant(caoBang, '01273')] })

async function asked(
  campaignId: string,
  communeCode: string,
  fullName: string,
  state: 'submitted' | 'started' | null,
) {
  const { personId } = await person({ provinceCode: caoBang, communeCode, positionCode: 'finance', fullName })
  const inviteeId = await invitee({ campaignId, personId, communeCode, positionCode: 'finance' })
  if (state) await sitting({ campaignId, communeCode, inviteeId, submitted: state === 'submitted' })
}

function sitting(parts: { campaignId: string; communeCode: string; inviteeId?: string; submitted: boolean }) {
  const { campaignId, communeCode, inviteeId = null, submitted } = parts
  return inTransaction((tx) =>
    tx.sitting.create({
      data: {
        id: randomUUID(),
        campaignId,
        communeCode,
        inviteeId,
        kind: inviteeId ? 'person' : 'commune',
        formVersionId: 'commune-staff@2',
        plan: '[]',
        communeKey: inviteeId ? null : `${campaignId}:${communeCode}`,
        channel: 'web',
        locale: 'vi',
        startedAt: new Date(),
        submittedAt: submitted ? new Date() : null,
      },
    }),
  )
}

let id: string

beforeAll(async () => {
  id = await campaign({ provinceCode: caoBang, communeCodes: [coBa, baoLac] })
  await asked(id, baoLac, 'Trần Thị An', null)
  await asked(id, baoLac, 'Lê Văn Đức', 'started')
  await asked(id, baoLac, 'Nông Văn Ân', null)
  await asked(id, baoLac, 'Hoàng Thị Bình', 'submitted')
  await asked(id, coBa, 'Bế Văn Cao', null)
  await sitting({ campaignId: id, communeCode: baoLac, submitted: true })
})

describe('response rates', () => {
  it('count each commune for a planner', () => {
    const rates = responseRates(planner, findCampaign(reader, id))
    expect(rates.map(({ name, ...rest }) => ({ name, ...rest }))).toEqual([
      {
        code: baoLac,
        name: 'Xã Bảo Lạc',
        asked: 4,
        submitted: 1,
        started: 1,
        notStarted: 2,
        form: 'submitted',
      },
      { code: coBa, name: 'Xã Cô Ba', asked: 1, submitted: 0, started: 0, notStarted: 1, form: 'notStarted' },
    ])
  })

  it('show a leader the own commune only', () => {
    expect(viewCampaign(leader, id, 'vi').rates.map(({ code }) => code)).toEqual([baoLac])
    expect(listCampaigns(leader, 'vi')).toMatchObject([{ id, asked: 4, submitted: 1 }])
  })

  it('are refused to others', async () => {
    for (const other of [elsewhere, otherLeader, actor()]) {
      expect(await refusal(() => viewCampaign(other, id, 'vi'))).toBe('notAllowed')
    }
    expect(listCampaigns(elsewhere, 'vi')).toEqual([])
  })
})

describe('the list of who has not submitted', () => {
  it('goes by commune and then by given name', () => {
    const { people, communeForms } = listMissing(planner, id, null, 'vi')
    expect(people.map(({ name, started }) => [name, started])).toEqual([
      ['Trần Thị An', false],
      ['Nông Văn Ân', false],
      ['Lê Văn Đức', true],
      ['Bế Văn Cao', false],
    ])
    expect(communeForms).toEqual([{ code: coBa, name: 'Xã Cô Ba', started: false }])
  })

  it('is a leader’s for the own commune, and nobody else’s', async () => {
    expect(listMissing(leader, id, null, 'vi').people).toHaveLength(3)
    expect(await refusal(() => listMissing(leader, id, coBa, 'vi'))).toBe('notAllowed')
    expect(await refusal(() => listMissing(elsewhere, id, null, 'vi'))).toBe('notAllowed')
    expect(await refusal(() => listMissing(planner, id, '99999', 'vi'))).toBe('notFound')
    expect(await refusal(missingWorkbook(otherLeader, id, null, { locale: 'vi', sample: false }))).toBe(
      'notAllowed',
    )
  })

  it('can be exported, and says on every sheet that its data are samples', async () => {
    const file = await missingWorkbook(planner, id, baoLac, { locale: 'vi', sample: true })
    expect(file.name).toBe('chua-nop-xa-bao-lac-dot-thu.xlsx')
    const read = await readWorkbook(file.body)
    if (!read.ok) throw new Error('unreadable')
    expect(read.sheets.map(({ name }) => name)).toEqual(['Thông tin', 'Chưa nộp', 'Phiếu của xã'])
    for (const { rows } of read.sheets)
      expect(rows[1]?.[0]).toBe('Dữ liệu mẫu để xem thử, không phải kết quả khảo sát thật')
    expect(read.sheets[1]?.rows.slice(2).map((row) => row[1])).toEqual([
      'Trần Thị An',
      'Nông Văn Ân',
      'Lê Văn Đức',
    ])
  })
})

describe('closing', () => {
  it('happens by the date, on the day after the last', async () => {
    const over = await campaign({ provinceCode: caoBang, communeCodes: [coBa], closesOn: '2026-01-31' })
    expect(await closeDueCampaigns()).toBe(1)
    expect(await closeDueCampaigns()).toBe(0)
    expect(findCampaign(reader, over)).toMatchObject({
      state: 'closed',
      closedAt: expect.any(String) as string,
    })
    expect(findCampaign(reader, id).state).toBe('open')
    expect(await refusal(extendCampaign(planner, over, '2099-01-01'))).toBe('campaignClosed')
  })

  it('can be put off, but not brought forward', async () => {
    const other = await campaign({ provinceCode: caoBang, communeCodes: [coBa], closesOn: '2090-01-31' })
    await extendCampaign(planner, other, '2090-02-28')
    expect(findCampaign(reader, other).closesOn).toBe('2090-02-28')
    expect(await refusal(extendCampaign(planner, other, '2090-02-27'))).toBe('badRequest')
    expect(await refusal(extendCampaign(elsewhere, other, '2091-01-01'))).toBe('notAllowed')
    expect(await refusal(extendCampaign(leader, other, '2091-01-01'))).toBe('notAllowed')
  })

  it('is the planner’s, once', async () => {
    const other = await campaign({ provinceCode: caoBang, communeCodes: [coBa] })
    expect(await refusal(closeCampaign(elsewhere, other))).toBe('notAllowed')
    expect(await refusal(closeCampaign(leader, other))).toBe('notAllowed')
    await closeCampaign(planner, other)
    const { closedAt, closesOn } = findCampaign(reader, other)
    expect(closesOn < '2099').toBe(true)
    await closeCampaign(planner, other)
    expect(findCampaign(reader, other).closedAt).toBe(closedAt)
    const draft = await campaign({ provinceCode: caoBang, communeCodes: [coBa], state: 'draft' })
    expect(await refusal(closeCampaign(planner, draft))).toBe('badRequest')
  })
})

describe('the desk', () => {
  it('shows a planner the province and a leader the own commune', () => {
    const { planner: own, communes } = desk(planner, 'vi')
    expect(own).toMatchObject({ provinceName: 'Cao Bằng', people: 5, notActivated: 5 })
    expect(own?.open.map((each) => each.id)).toContain(id)
    expect(communes).toEqual([])
    const [commune] = desk(leader, 'vi').communes
    expect(commune).toMatchObject({ code: baoLac, people: 4 })
    expect(commune?.open.find((each) => each.id === id)).toMatchObject({
      asked: 4,
      submitted: 1,
      form: 'submitted',
    })
  })

  it('shows trainers and administrators what they look after, and is refused to others', async () => {
    const grant = { provinceCode: null, communeCode: null }
    expect(desk(actor({ grants: [{ role: 'trainer', ...grant }] }), 'vi').trainer).toMatchObject({ forms: 4 })
    expect(desk(actor({ grants: [{ role: 'administrator', ...grant }] }), 'vi').administrator).toMatchObject({
      accounts: 5,
      people: 5,
    })
    expect(await refusal(() => desk(actor({ grants: [{ role: 'learner', ...grant }] }), 'vi'))).toBe(
      'notAllowed',
    )
  })
})
