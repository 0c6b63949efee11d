import { describe, expect, it } from 'vitest'
import { leaderOf, learner, plannerOf } from '../../../tests/builders/actors'
import { campaign } from '../../../tests/builders/campaign'
import { freshDatabase } from '../../../tests/builders/database'
import { refusal } from '../../../tests/builders/refusal'
import { wholeFile } from '../../../tests/builders/whole-file'

await freshDatabase()
const { inTransaction, reader } = await import('~/platform/db/db.server')
const { communesIn } = await import('~/people/places/places.server')
const { readWorkbook } = await import('~/formats/workbook.server')
const { requestsOf } = await import('./requests-of.server')
const { recordStanding, undoStanding } = await import('./record-standing.server')
const { viewRequest } = await import('./view-request.server')
const { viewRequests } = await import('./view-requests.server')
const { communeRequests } = await import('./commune-requests.server')
const { requestsFile } = await import('./requests-file.server')

const [a, b, c, d] = communesIn('04').map(({ code }) => code) as [string, string, string, string]
const planner = plannerOf('04')
const campaignId = await campaign({ provinceCode: '04', communeCodes: [a, b, c, d] })

/** A commune's own form, submitted with these answers. */
async function form(communeCode: string, answers: Record<string, unknown>): Promise<void> {
  const at = new Date('2026-11-10T08:00:00Z')
  await inTransaction((tx) =>
    tx.sitting.create({
      data: {
        id: `form-${communeCode}`,
        kind: 'commune',
        campaignId,
        communeCode,
        communeKey: `${campaignId}:${communeCode}`,
        formVersionId: 'commune-conditions@1',
        plan: '[]',
        channel: 'intake',
        locale: 'vi',
        startedAt: at,
        submittedAt: at,
        responses: {
          create: Object.entries(answers).map(([step, value]) => ({
            step,
            answerId: step,
            value: JSON.stringify(value),
            at,
          })),
        },
      },
    }),
  )
}

const words = '=HYPERLINK("x") Xin thêm máy quét cho điểm trường Nà Mùng'
await form(a, { requests: ['computers', 'training'], suggestion: words })
await form(b, { requests: ['training'] })
await form(c, { requests: ['none'] })
const standing = (key: string, code: string) =>
  requestsOf(planner, campaignId)
    .groups.flatMap(({ requests }) => requests)
    .filter((each) => each.key === key)
    .flatMap(({ communes }) => communes)
    .find((each) => each.code === code)!
const change = {
  state: 'working',
  who: 'training',
  inCharge: 'Sở Nội vụ',
  dueOn: null,
  answer: null,
  reason: null,
} as const

describe('requests of communes', () => {
  it('are gathered from the forms, by who must act; that there is nothing to ask is no request', () => {
    const found = requestsOf(planner, campaignId)
    expect([found.forms, found.of, found.asking]).toEqual([3, 4, 2])
    expect(
      found.groups.map(({ who, requests }) => [
        who,
        requests.map(({ key, communes }) => [key, communes.length]),
      ]),
    ).toEqual([
      ['province', [['computers', 1]]],
      ['training', [['training', 2]]],
      [null, [[`own-${a}`, 1]]],
    ])
    expect(found.groups[2]!.requests[0]).toMatchObject({ isOwnWords: true, text: { vi: words, en: words } })
  })

  it('are written down for many communes at once and differ in one; the history keeps both', async () => {
    const both = await recordStanding(planner, campaignId, 'training', { ...change, communes: [a, b] })
    expect(both.communes).toBe(2)
    await recordStanding(planner, campaignId, 'training', { communes: [b], state: 'done', answer: 'Đã học' })
    expect(standing('training', a)).toMatchObject({ state: 'working', inCharge: 'Sở Nội vụ' })
    expect(standing('training', b)).toMatchObject({ state: 'done', inCharge: 'Sở Nội vụ', answer: 'Đã học' })
    const { history } = viewRequest(planner, campaignId, 'training', null)
    expect(history.map(({ state, communes }) => [state, communes.length])).toEqual([
      ['done', 1],
      ['working', 2],
    ])
    const again = await recordStanding(planner, campaignId, 'training', { ...change, communes: [a] })
    expect(again).toEqual({ change: null, communes: 0 })
  })

  it('are taken back to what was before, but not over what came later', async () => {
    const first = await recordStanding(planner, campaignId, 'computers', {
      communes: [a],
      state: 'declined',
      reason: 'chưa có vốn',
    })
    expect(viewRequest(planner, campaignId, 'computers', first.change).undoable).toBe(first.change)
    expect(await undoStanding(planner, campaignId, first.change!)).toBe(1)
    expect(standing('computers', a)).toMatchObject({ state: 'new', who: 'province', reason: null })
    expect(await undoStanding(planner, campaignId, first.change!)).toBe(0)
    const { history } = viewRequest(planner, campaignId, 'computers', null)
    expect(history.map(({ undoes, undone }) => [undoes, undone])).toEqual([
      [true, false],
      [false, true],
    ])
    const kept = reader.sql.get<{ n: number }>(
      "SELECT count(*) AS n FROM RequestStanding WHERE request = 'computers'",
    )!
    expect(kept.n).toBe(2)
    const audited = reader.sql.all<{ action: string; detail: string }>(
      "SELECT action, detail FROM AuditEntry WHERE action LIKE 'requests.%' ORDER BY id",
    )
    expect(audited.at(-1)!.action).toBe('requests.undo')
    expect(audited.every(({ detail }) => !detail.includes('vốn'))).toBe(true)
  })

  it('move to another group when somebody else must act', async () => {
    await recordStanding(planner, campaignId, `own-${a}`, {
      communes: [a],
      who: 'commune',
      state: 'accepted',
    })
    const { groups } = requestsOf(planner, campaignId)
    expect(groups.find(({ who }) => who === 'commune')!.requests.map(({ key }) => key)).toEqual([`own-${a}`])
    expect(groups.some(({ who }) => who === null)).toBe(false)
  })

  it('are narrowed to a state, while the counts stay those of all', () => {
    const all = viewRequests(planner, { campaign: campaignId, state: null })
    const done = viewRequests(planner, { campaign: campaignId, state: 'done' })
    expect(done.groups.flatMap(({ requests }) => requests.map(({ key }) => key))).toEqual(['training'])
    expect(done.counts).toEqual(all.counts)
    expect(viewRequests(planner, { campaign: 'nothing', state: 'nonsense' })).toMatchObject({ state: null })
    expect(viewRequests(plannerOf('19'), { campaign: campaignId, state: null })).toMatchObject({
      campaign: null,
    })
  })

  it('are shown to the leader of the commune with their answers, and to no other', () => {
    const own = communeRequests(leaderOf('04', b), b, null)
    expect(own.requests.map(({ key, communes }) => [key, communes.map(({ code }) => code)])).toEqual([
      ['training', [b]],
    ])
    expect(own.requests[0]!.communes[0]!.answer).toBe('Đã học')
    expect(communeRequests(leaderOf('04', c), c, null)).toMatchObject({ submitted: true, requests: [] })
    expect(communeRequests(leaderOf('04', d), d, null)).toMatchObject({ submitted: false, requests: [] })
  })

  it('are refused to everybody else', async () => {
    const leader = leaderOf('04', a)
    for (const who of [leader, plannerOf('19'), learner]) {
      expect(await refusal(() => requestsOf(who, campaignId))).toBe('notAllowed')
      expect(await refusal(() => requestsFile(who, campaignId, 'csv', 'vi'))).toBe('notAllowed')
      expect(await refusal(() => viewRequest(who, campaignId, 'training', null))).toBe('notAllowed')
      expect(await refusal(recordStanding(who, campaignId, 'training', { communes: [a] }))).toBe('notAllowed')
      expect(await refusal(undoStanding(who, campaignId, 'x'))).toBe('notAllowed')
    }
    expect(await refusal(() => communeRequests(leader, b, null))).toBe('notAllowed')
  })

  it('refuse what nobody asked for, and communes that did not ask', async () => {
    expect(await refusal(() => requestsOf(planner, 'nothing'))).toBe('notFound')
    expect(await refusal(() => viewRequest(planner, campaignId, 'line', null))).toBe('notFound')
    const wrong = (communes: string[]) =>
      recordStanding(planner, campaignId, 'training', { ...change, communes })
    expect(await refusal(wrong([c]))).toBe('badRequest')
    expect(await refusal(wrong([]))).toBe('badRequest')
    expect(await refusal(recordStanding(planner, campaignId, 'line', { communes: [a] }))).toBe('notFound')
  })

  it('leave as a workbook and as CSV, where words that look like a formula stay words', async () => {
    const { name, body } = requestsFile(planner, campaignId, 'xlsx', 'vi')
    expect(name).toBe('kien-nghi-cua-cac-xa-dot-thu.xlsx')
    const read = await readWorkbook(await wholeFile(body))
    if (!read.ok) throw new Error(read.problem.code)
    const { rows, formulas } = read.sheets[0]!
    expect(rows).toHaveLength(5)
    expect(rows.find((row) => row[4] === 'xã tự viết')![3]).toBe(words)
    expect([...formulas]).toEqual([])
    const csv = (await wholeFile(requestsFile(planner, campaignId, 'csv', 'en').body)).toString('utf8')
    expect(csv.split('\r\n')).toHaveLength(6)
    expect(csv).toContain(`"'=HYPERLINK(""x"") Xin thêm`)
  })
})
