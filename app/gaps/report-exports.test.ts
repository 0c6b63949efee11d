import { describe, expect, it } from 'vitest'
import { actor, leaderGrant, plannerGrant } from '../../tests/builders/campaign'
import { closedCampaign } from '../../tests/builders/closed-campaign'
import { freshDatabase } from '../../tests/builders/database'

await freshDatabase()
const { inTransaction } = await import('~/platform/db/db.server')
const { communesIn } = await import('~/people/places/places.server')
const { readWorkbook } = await import('~/formats/workbook.server')
const { readCsv } = await import('~/formats/csv')
const { reportWorkbook } = await import('./report-workbook.server')
const { reportCsv } = await import('./report-csv.server')
const { consentedResult, consentedResults } = await import('./consented-results.server')

const province = '04'
const communes = communesIn(province)
  .slice(0, 4)
  .map(({ code }) => code) as [string, string, string, string]
const [a, b] = communes
const planner = actor({ grants: [plannerGrant(province)] })
const leader = actor({ grants: [leaderGrant(province, a)] })
const otherLeader = actor({ grants: [leaderGrant(province, b)] })
const { campaignId, people } = await closedCampaign(province, communes)

describe('exports', () => {
  it('writes typed cells, empty where hidden, and says on every sheet that the data are samples', async () => {
    const { name, body } = await reportWorkbook(planner, campaignId, 'vi')
    expect(name).toBe('khoang-trong-nang-luc-dot-thu-20261120.xlsx')
    const read = await readWorkbook(body)
    if (!read.ok) throw new Error(read.problem.code)
    expect(read.sheets.map((sheet) => sheet.name)).toEqual([
      'Cách tính',
      'Bảng nhiệt',
      'Số liệu',
      'Câu trả lời',
      'Trả lời',
    ])
    for (const { rows } of read.sheets) expect(String(rows[1]![0])).toContain('Dữ liệu mẫu')
    const figures = read.sheets[2]!.rows
    const row = (place: string, group: string | null) =>
      figures.find((each) => each[0] === place && each[2] === '4.1' && each[4] === group)
    const shown = row(b, null)!
    expect(shown.slice(5, 8)).toEqual(['Mọi người', 30, 30])
    const [share, low, high] = shown.slice(8, 11) as number[]
    expect(low! < share! && share! < high!).toBe(true)
    expect(shown.slice(14, 17)).toEqual([expect.any(Number), expect.any(Number), 'có'])
    expect(shown.slice(17)).toEqual([null, null, null, null, null, null, 'Dữ liệu mẫu'])
    const nothing = Array.from({ length: 16 }, () => null)
    expect(row(a, null)!.slice(6, 23)).toEqual([...nothing, 'ẩn'])
    expect(row(province, 'position:one-stop-reception')!.slice(6, 23)).toEqual([...nothing, 'ẩn'])
    const heat = read.sheets[1]!.rows
    expect(heat.find((each) => each[0] === b)![2 + 4]).toBe(share)
    expect(heat.find((each) => each[0] === a)![2 + 4] ?? null).toBeNull()
  })

  it('writes CSV with the same columns, marked as UTF-8', () => {
    const { name, body } = reportCsv(planner, campaignId, 'en')
    expect(name).toMatch(/^competency-gaps-.*\.csv$/)
    expect(body.startsWith('\ufeff')).toBe(true)
    const read = readCsv(Buffer.from(body))
    if (!read.ok) throw new Error(read.problem.code)
    const [head, ...rows] = read.sheets[0]!.rows
    expect(head!.slice(6)).toEqual([
      'People measured',
      'People who need it',
      'Share below target',
      '90% interval: from',
      '90% interval: to',
      'Distance to target',
      'Distance, 90%: from',
      'Distance, 90%: to',
      'Rank: from',
      'Rank: to',
      'Informed',
      'Change of distance',
      'Change, 90%: from',
      'Change, 90%: to',
      'Change of share below target',
      'What can be said of the change',
      'Not shown',
      'Remark',
    ])
    const shown = rows.filter((row) => row[22] === null)
    expect(shown.every((row) => Number(row[6]) >= 5 && Number(row[8]) >= 0)).toBe(true)
    const others = rows.filter((row) => row[22] !== null)
    expect(others.some((row) => row[22] === 'hidden')).toBe(true)
    expect(others.every((row) => row.slice(6, 16).every((cell) => cell === null))).toBe(true)
  })
})

describe('consented results', () => {
  const consent = (personId: string, given: boolean) =>
    inTransaction((tx) =>
      tx.consent.create({
        data: { personId, campaignId, purpose: 'leader_sees_result', given, at: new Date() },
      }),
    )
  const listed = () => consentedResults(leader, campaignId, a).people.map(({ personId }) => personId)

  it('follows the newest consent, and the person to another commune', async () => {
    const [first, second] = [people[0]!.personId, people[1]!.personId]
    expect(listed()).toEqual([])
    await consent(first, true)
    await consent(second, true)
    expect(new Set(listed())).toEqual(new Set([first, second]))
    expect(consentedResult(leader, campaignId, a, first).results.map(({ competency }) => competency)).toEqual(
      ['4.1', '7.3', '7.4'],
    )
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
