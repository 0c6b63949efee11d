import { beforeAll, describe, expect, it } from 'vitest'
import type { CompetencyResult } from '~/assessment/results'
import type { Actor } from '~/platform/policy/actor'
import { actor, campaign, invitee, leaderGrant, learnerGrant, person, plannerGrant } from '../../tests/builders/campaign'
import { freshDatabase } from '../../tests/builders/database'

await freshDatabase()
const { inTransaction, reader } = await import('~/platform/db/db.server')
const { frameworkVersion } = await import('~/assessment/content.server')
const { communesIn } = await import('~/people/places/places.server')
const { readWorkbook } = await import('~/formats/workbook.server')
const { readCsv } = await import('~/formats/csv')
const { addToCells } = await import('./add-to-cells.server')
const { provinceReport } = await import('./province-report.server')
const { communeReport } = await import('./commune-report.server')
const { measureReport } = await import('./measure-report.server')
const { methodReport } = await import('./method-report.server')
const { reportWorkbook } = await import('./report-workbook.server')
const { reportCsv } = await import('./report-csv.server')
const { consentedResult, consentedResults } = await import('./consented-results.server')
const { parseGapQuery } = await import('./gap-query')

const province = '04'
const [a, b, c, quiet] = communesIn(province).map(({ code }) => code) as [string, string, string, string]
const planner = actor({ grants: [plannerGrant(province)] })
const stranger = actor({ grants: [plannerGrant('24')] })
const leader = actor({ grants: [leaderGrant(province, a)] })
const otherLeader = actor({ grants: [leaderGrant(province, b)] })
const learner = actor({ personId: 'someone', grants: [learnerGrant] })
const view = (query = '') => parseGapQuery(new URLSearchParams(query))

type Answer = { communeCode: string; positionCode?: string; departmentCode?: string; level: number; computer?: string }
let campaignId = ''
let open = ''
const people: (Actor & { personId: string })[] = []

/** A person answers and submits: sitting, result and cells in one transaction, as the submission writes them. */
async function submit({ communeCode, positionCode = 'office-statistics', departmentCode = 'office', level, computer }: Answer) {
  const who = await person({ provinceCode: province, communeCode, positionCode })
  const inviteeId = await invitee({ campaignId, personId: who.personId, communeCode, positionCode, departmentCode })
  const result = (competency: string, answered: number): CompetencyResult => {
    return { competency, points: level, answered, level: answered > 0 ? level : null, target: 2, selfLevel: 2 }
  }
  const results = [result('4.1', 3), result('7.3', 3), result('7.4', 0)]
  await inTransaction(async (tx) => {
    const sitting = { campaignId, communeCode, formVersionId: 'commune-staff@1', plan: '[]', channel: 'web', locale: 'vi', startedAt: new Date(), submittedAt: new Date() }
    await tx.sitting.create({
      data: {
        id: inviteeId, kind: 'person', inviteeId, ...sitting,
        results: { create: results.map(({ competency, ...each }) => ({ competency, ...each, maxPoints: each.answered })) },
      },
    })
    const conditions = computer ? [{ question: 'computer', options: [computer] }] : []
    addToCells(tx, frameworkVersion('its@1').framework, { campaignId, communeCode, positionCode, departmentCode, results, conditions })
  })
  people.push(who)
}

beforeAll(async () => {
  campaignId = await campaign({ provinceCode: province, communeCodes: [a, b, c, quiet] })
  open = await campaign({ provinceCode: province, communeCodes: [a, b] })
  for (let i = 0; i < 12; i += 1) await submit({ communeCode: a, level: i < 10 ? 1 : 3, computer: i < 9 ? 'none' : 'own' })
  for (let i = 0; i < 20; i += 1) await submit({ communeCode: b, level: i < 2 ? 0 : 2, computer: 'own' })
  for (let i = 0; i < 3; i += 1) await submit({ communeCode: b, level: 1, positionCode: 'finance', departmentCode: 'economy' })
  for (let i = 0; i < 7; i += 1) await submit({ communeCode: b, level: 1, positionCode: 'one-stop-reception', departmentCode: 'service-centre' })
  for (let i = 0; i < 4; i += 1) await submit({ communeCode: c, level: 1 })
  await inTransaction((tx) => tx.campaign.update({ where: { id: campaignId }, data: { state: 'closed', closedAt: new Date('2026-11-20T10:00:00Z'), sample: true } }))
})

describe('addToCells', () => {
  it('adds each submission to everybody, department and position, and leaves out what was not measured', () => {
    const cell = (group: string, measure: string) =>
      reader.sql.get('SELECT n, below, selfN, selfSum, levelSum FROM GapCell WHERE campaignId = ? AND communeCode = ? AND groupKind = ? AND measure = ?', campaignId, a, group, measure)
    for (const group of ['all', 'department', 'position']) {
      expect(cell(group, '4.1')).toEqual({ n: 12, below: 10, selfN: 12, selfSum: 24, levelSum: 16 })
      expect(cell(group, 'd:4')).toMatchObject({ n: 12, below: 10 })
    }
    expect(cell('all', '7.4')).toBeUndefined()
  })

  it('counts people who answered a question, and each option', () => {
    const counts = reader.sql.all<{ option: string; n: number }>(
      "SELECT option, n FROM ConditionCell WHERE campaignId = ? AND communeCode = ? AND groupKind = 'all' AND question = 'computer' ORDER BY option",
      campaignId, a,
    )
    expect(counts.map(({ option, n }) => [option, n])).toEqual([['', 12], ['none', 9], ['own', 3]])
  })
})

describe('provinceReport', () => {
  const cells = (query: string) => {
    const { figures } = provinceReport(planner, campaignId, view(query))
    return Object.fromEntries(figures!.rows.map((row) => [row.code, row.cells[figures!.columns.findIndex(({ code }) => code === 'd:4')]]))
  }

  it('shows shares with their interval, hides a small commune and the smallest other with it', () => {
    expect(cells('')).toMatchObject({ [a]: 'hidden', [b]: { n: 30, below: 12, share: 0.4 }, [c]: 'hidden', [quiet]: null })
  })

  it('hides departments that could be worked out from the commune', () => {
    expect(cells('group=department:economy')[b]).toBe('hidden')
    expect(cells('group=department:service-centre')[b]).toBe('hidden')
    expect(cells('group=department:office')[b]).toMatchObject({ n: 20 })
  })

  it('counts the response of the group shown and sorts communes without a figure to the end', () => {
    const report = provinceReport(planner, campaignId, view('group=department:economy&sort=d:4'))
    expect(report.response).toMatchObject({ asked: 3, submitted: 3, communes: 4 })
    expect(provinceReport(planner, campaignId, view('sort=d:4')).figures!.rows[0]!.code).toBe(b)
  })

  it('ignores a group, order or view that there is not', () => {
    const report = provinceReport(planner, campaignId, view('group=department:nowhere&sort=nothing&view=x&dir=up'))
    expect(report.group).toBeNull()
    expect(report.figures!.columns).toHaveLength(8)
  })

  it('shows response rates only while the campaign is open', () => {
    expect(provinceReport(planner, open, view())).toMatchObject({ figures: null })
  })
})

describe('communeReport', () => {
  it('names the gaps, the lack of conditions and the standing of a commune', () => {
    const report = communeReport(planner, campaignId, b)
    expect(report.first.map(({ measure, needed }) => [measure.code, needed])).toEqual([['4.1', 30], ['7.3', 30]])
    expect(report.conditions.find(({ code }) => code === 'computer')).toMatchObject({ hidden: false, n: 20, lacking: 0, state: 'fine' })
    const own = communeReport(leader, campaignId, a)
    expect(own.conditions.find(({ code }) => code === 'computer')).toMatchObject({ n: 12, lacking: 9, state: 'lacking' })
    expect(own.first).toEqual([])
    expect(communeReport(planner, campaignId, quiet)).toMatchObject({ first: [], conditions: [], communeForm: null })
  })
})

describe('measureReport', () => {
  it('lists every commune, those not shown last', () => {
    const report = measureReport(planner, campaignId, '4.1', view())
    expect(report.rows.map(({ code }) => code)).toEqual([b, a, c, quiet])
    expect(report.province).toMatchObject({ n: 46, below: 26 })
    expect(() => measureReport(planner, campaignId, '9.9', view())).toThrow()
  })
})

describe('who may read', () => {
  const refusal = (work: () => unknown): number => {
    try {
      work()
    } catch (error) {
      if (error instanceof Response) return error.status
      throw error
    }
    return 200
  }

  it('gives the province to its planner and a commune to its leader too', () => {
    const reads: [string, (who: Actor) => unknown, [number, number, number, number, number]][] = [
      ['province', (who) => provinceReport(who, campaignId, view()), [200, 403, 403, 403, 403]],
      ['measure', (who) => measureReport(who, campaignId, '4.1', view()), [200, 403, 403, 403, 403]],
      ['csv', (who) => reportCsv(who, campaignId, 'vi'), [200, 403, 403, 403, 403]],
      ['commune', (who) => communeReport(who, campaignId, a), [200, 403, 200, 403, 403]],
      ['method', (who) => methodReport(who, campaignId), [200, 403, 200, 200, 403]],
      ['consented', (who) => consentedResults(who, campaignId, a), [403, 403, 200, 403, 403]],
    ]
    for (const [name, read, expected] of reads) {
      expect([name, [planner, stranger, leader, otherLeader, learner].map((who) => refusal(() => read(who)))]).toEqual([name, expected])
    }
  })

  it('releases nothing of an open campaign', () => {
    expect(refusal(() => communeReport(leader, open, a))).toBe(403)
    expect(refusal(() => measureReport(planner, open, '4.1', view()))).toBe(403)
    expect(refusal(() => reportCsv(planner, open, 'vi'))).toBe(403)
    expect(refusal(() => provinceReport(planner, 'nothing', view()))).toBe(404)
  })
})

describe('exports', () => {
  it('writes typed cells, empty where hidden, and says on every sheet that the data are samples', async () => {
    const { name, body } = await reportWorkbook(planner, campaignId, 'vi')
    expect(name).toBe('khoang-trong-nang-luc-dot-thu-20261120.xlsx')
    const read = await readWorkbook(Buffer.from(body as Uint8Array))
    if (!read.ok) throw new Error(read.problem.code)
    expect(read.sheets.map((sheet) => sheet.name)).toEqual(['Cách tính', 'Bảng nhiệt', 'Số liệu', 'Câu trả lời', 'Trả lời'])
    for (const { rows } of read.sheets) expect(String(rows[1]![0])).toContain('Dữ liệu mẫu')
    const figures = read.sheets[2]!.rows
    const row = (place: string, group: string | null) => figures.find((each) => each[0] === place && each[2] === '4.1' && each[4] === group)
    expect(row(b, null)!.slice(5)).toEqual(['Mọi người', 30, 0.4, 0.2671, 0.5494, null, 'Dữ liệu mẫu'])
    expect(row(a, null)!.slice(6, 11)).toEqual([null, null, null, null, 'ẩn'])
    expect(row(province, 'position:one-stop-reception')!.slice(6, 11)).toEqual([null, null, null, null, 'ẩn'])
    const heat = read.sheets[1]!.rows
    expect(heat.find((each) => each[0] === b)![2 + 4]).toBe(0.4)
    expect(heat.find((each) => each[0] === a)![2 + 4] ?? null).toBeNull()
  })

  it('writes CSV with the same columns, marked as UTF-8', () => {
    const { name, body } = reportCsv(planner, campaignId, 'en')
    expect(name).toMatch(/^competency-gaps-.*\.csv$/)
    expect(String(body).startsWith('\ufeff')).toBe(true)
    const read = readCsv(Buffer.from(String(body)))
    if (!read.ok) throw new Error(read.problem.code)
    const [head, ...rows] = read.sheets[0]!.rows
    expect(head!.slice(6, 12)).toEqual(['People measured', 'Share below target', '90% interval: from', '90% interval: to', 'Not shown', 'Remark'])
    const shown = rows.filter((row) => row[10] === null)
    expect(shown.every((row) => Number(row[6]) >= 5 && Number(row[7]) >= 0)).toBe(true)
    expect(rows.some((row) => row[10] === 'hidden' && row[6] === null)).toBe(true)
  })
})

describe('consented results', () => {
  const consent = (personId: string, given: boolean) =>
    inTransaction((tx) => tx.consent.create({ data: { personId, campaignId, purpose: 'leader_sees_result', given, at: new Date() } }))
  const listed = () => consentedResults(leader, campaignId, a).people.map(({ personId }) => personId)

  it('follows the newest consent, and the person to another commune', async () => {
    const [first, second] = [people[0]!.personId, people[1]!.personId]
    expect(listed()).toEqual([])
    await consent(first, true)
    await consent(second, true)
    expect(new Set(listed())).toEqual(new Set([first, second]))
    expect(consentedResult(leader, campaignId, a, first).results.map(({ competency }) => competency)).toEqual(['4.1', '7.3', '7.4'])
    await consent(first, false)
    expect(listed()).toEqual([second])
    expect(() => consentedResult(leader, campaignId, a, first)).toThrow()
    await inTransaction(async (tx) => {
      await tx.personCommune.updateMany({ where: { personId: second }, data: { until: new Date() } })
      await tx.personCommune.create({ data: { personId: second, communeCode: b, since: new Date() } })
    })
    expect(listed()).toEqual([])
    expect(consentedResults(otherLeader, campaignId, b).people).toEqual([])
  })
})
