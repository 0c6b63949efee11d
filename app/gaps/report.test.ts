import { describe, expect, it } from 'vitest'
import type { Shown } from './figures'
import type { Actor } from '~/platform/policy/actor'
import { actor, campaign, leaderGrant, learnerGrant, plannerGrant } from '../../tests/builders/campaign'
import { closedCampaign } from '../../tests/builders/closed-campaign'
import { freshDatabase } from '../../tests/builders/database'

await freshDatabase()
const { reader } = await import('~/platform/db/db.server')
const { communesIn } = await import('~/people/places/places.server')
const { provinceReport } = await import('./province-report.server')
const { communeReport } = await import('./commune-report.server')
const { measureReport } = await import('./measure-report.server')
const { segmentsReport } = await import('./segments-report.server')
const { conditionsReport } = await import('./conditions-report.server')
const { methodReport } = await import('./method-report.server')
const { reportCsv } = await import('~/interchange/workbook/report-csv.server')
const { consentedResults } = await import('./consented-results.server')
const { parseGapQuery } = await import('./gap-query')

const province = '04'
const communes = communesIn(province)
  .slice(0, 4)
  .map(({ code }) => code) as [string, string, string, string]
const [a, b, , quiet] = communes
const planner = actor({ grants: [plannerGrant(province)] })
const stranger = actor({ grants: [plannerGrant('24')] })
const leader = actor({ grants: [leaderGrant(province, a)] })
const otherLeader = actor({ grants: [leaderGrant(province, b)] })
const learner = actor({ personId: 'someone', grants: [learnerGrant] })
const view = (query = '') => parseGapQuery(new URLSearchParams(query))
const { campaignId } = await closedCampaign(province, communes)
const open = await campaign({ provinceCode: province, communeCodes: [a, b] })

describe('addToCells', () => {
  it('adds each submission to everybody, department and position, and leaves out what was not answered', () => {
    const cell = (group: string, measure: string) =>
      reader.sql.get<Record<string, number>>(
        'SELECT n, below, distance, variance, selfN, selfSum, levelSum FROM GapCell WHERE campaignId = ? AND communeCode = ? AND groupKind = ? AND measure = ?',
        campaignId,
        a,
        group,
        measure,
      )
    const results = reader.sql.get<{ below: number; distance: number; variance: number }>(
      `SELECT sum(r.below) AS below, sum(r.ability - 0.19) AS distance, sum(r.sd * r.sd) AS variance
       FROM SittingResult r JOIN Sitting s ON s.id = r.sittingId
       WHERE s.campaignId = ? AND s.communeCode = ? AND r.competency = '4.1'`,
      campaignId,
      a,
    )!
    for (const group of ['all', 'department', 'position']) {
      const sums = cell(group, '4.1')!
      expect(sums).toMatchObject({ n: 12, selfN: 12, selfSum: 24 })
      for (const part of ['below', 'distance', 'variance'] as const)
        expect(sums[part]).toBeCloseTo(results[part], 6)
      expect(sums.levelSum).toBeLessThan(24)
      expect(cell(group, 'd:4')!.distance).toBeCloseTo(results.distance, 3)
    }
    expect(cell('all', '7.4')).toBeUndefined()
  })

  it('counts people who answered a question, and each option', () => {
    const counts = reader.sql.all<{ option: string; n: number }>(
      "SELECT option, n FROM ConditionCell WHERE campaignId = ? AND communeCode = ? AND groupKind = 'all' AND question = 'computer' ORDER BY option",
      campaignId,
      a,
    )
    expect(counts.map(({ option, n }) => [option, n])).toEqual([
      ['', 12],
      ['none', 9],
      ['own', 3],
    ])
  })
})

describe('provinceReport', () => {
  const cells = (query: string) => {
    const { figures } = provinceReport(planner, campaignId, view(query))
    return Object.fromEntries(
      figures!.heat.parts[0]!.rows.map((row) => [
        row.code,
        row.cells[figures!.columns.findIndex(({ code }) => code === 'd:4')],
      ]),
    )
  }

  it('shows estimates with their interval, hides a small commune and the smallest other with it', () => {
    expect(cells('')).toMatchObject({
      [a]: 'hidden',
      [b]: { n: 30, people: 30 },
      [communes[2]]: 'hidden',
      [quiet]: null,
    })
    const shown = cells('')[b] as Shown
    expect(shown.low).toBeLessThan(shown.share)
    expect(shown.high).toBeGreaterThan(shown.share)
    expect(shown.distance).toBeLessThan(0)
    expect(shown.rank!.low).toBeLessThanOrEqual(shown.rank!.high)
  })

  it('places communes by skills and conditions, with the response by position', () => {
    const { figures, response } = provinceReport(planner, campaignId, view())
    expect(response.positions.map(({ position, asked, submitted }) => [position, asked, submitted])).toEqual(
      expect.arrayContaining([
        ['office-statistics', 36, 36],
        ['finance', 4, 4],
      ]),
    )
    const placed = figures!.placed.find(({ code }) => code === b)!
    const { skills } = conditionsReport(planner, campaignId).rows.find(({ code }) => code === b)!
    expect(skills!.low).toBeLessThan(skills!.high)
    expect(placed.skills).toEqual({ value: skills!.value, middle: skills!.middle })
    expect(figures!.placed.find(({ code }) => code === quiet)).toMatchObject({
      skills: null,
      conditions: null,
      place: { quadrant: 'unclear' },
    })
    expect(figures!.earlier).toBeNull()
    expect(provinceReport(planner, campaignId, view('group=department:office')).figures!.placed).toEqual([])
  })

  it('hides departments that could be worked out from the commune', () => {
    expect(cells('group=department:economy')[b]).toBe('hidden')
    expect(cells('group=department:service-centre')[b]).toBe('hidden')
    expect(cells('group=department:office')[b]).toMatchObject({ n: 20 })
  })

  it('counts the response of the group shown and sorts communes without a figure to the end', () => {
    const report = provinceReport(planner, campaignId, view('group=department:economy&sort=d:4'))
    expect(report.response).toMatchObject({ asked: 4, submitted: 4, communes: 4 })
    expect(provinceReport(planner, campaignId, view('sort=d:4')).figures!.heat.parts[0]!.rows[0]!.code).toBe(
      b,
    )
  })

  it('ignores a group, order or view that there is not', () => {
    const report = provinceReport(
      planner,
      campaignId,
      view('group=department:nowhere&sort=nothing&view=x&dir=up'),
    )
    expect(report.group).toBeNull()
    for (const query of ['group=position:finance', 'view=competencies&group=department:office'])
      expect(provinceReport(planner, campaignId, view(query)).group, query).toBeNull()
    expect(report.figures!.columns).toHaveLength(8)
  })

  it('shows response rates only while the campaign is open', () => {
    expect(provinceReport(planner, open, view())).toMatchObject({ figures: null })
  })
})

describe('communeReport', () => {
  it('names the gaps, the lack of conditions and the standing of a commune', () => {
    const report = communeReport(planner, campaignId, b)
    expect(report.first.map(({ measure, needed }) => [measure.code, needed]).sort()).toEqual([
      ['4.1', 30],
      ['7.3', 30],
    ])
    const surely = report.first.map(({ figure, needed }) => figure.low * needed)
    expect(surely).toEqual(surely.toSorted((x, y) => y - x))
    expect(report.placement.place.skills).not.toBe('behind')
    expect(report.gaps.find(({ measure }) => measure.code === 'd:4')).toMatchObject({ selfWords: 'over' })
    expect(report.conditions.find(({ code }) => code === 'computer')).toMatchObject({
      hidden: false,
      n: 20,
      lacking: 0,
      state: 'fine',
    })
    const own = communeReport(leader, campaignId, a)
    expect(own.conditions.find(({ code }) => code === 'computer')).toMatchObject({
      n: 12,
      lacking: 9,
      state: 'lacking',
    })
    expect(own.first).toEqual([])
    expect(communeReport(planner, campaignId, quiet)).toMatchObject({
      first: [],
      conditions: [],
      communeForm: null,
    })
  })
})

describe('measureReport', () => {
  it('lists every commune, those not shown last', () => {
    const report = measureReport(planner, campaignId, '4.1', view())
    expect(report.rows.map(({ code }) => code)).toEqual([b, a, communes[2], quiet])
    expect(report.province).toMatchObject({ n: 46, people: 46 })
    expect(() => measureReport(planner, campaignId, '9.9', view())).toThrow()
  })
})

describe('segmentsReport', () => {
  it('counts the people of each segment where there are enough', () => {
    const { segments, communes: rows, criterion } = segmentsReport(planner, campaignId)
    expect(segments.reduce((sum, { n }) => sum + n, 0)).toBe(46)
    expect(criterion?.method).toBe('prediction-strength')
    for (const { counts } of rows) expect(counts.every((n) => n === null || n === 0 || n >= 5)).toBe(true)
  })
})

describe('conditionsReport', () => {
  it('names what is to be done in how many communes', () => {
    const report = conditionsReport(planner, campaignId)
    expect(report.rows).toHaveLength(4)
    expect(report.advice).toContainEqual(
      expect.objectContaining({
        key: 'recommend.computers',
        who: 'province',
        communes: [expect.objectContaining({ code: a })],
      }),
    )
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
      ['segments', (who) => segmentsReport(who, campaignId), [200, 403, 403, 403, 403]],
      ['conditions', (who) => conditionsReport(who, campaignId), [200, 403, 403, 403, 403]],
      ['csv', (who) => reportCsv(who, campaignId, 'vi'), [200, 403, 403, 403, 403]],
      ['commune', (who) => communeReport(who, campaignId, a), [200, 403, 200, 403, 403]],
      ['method', (who) => methodReport(who, campaignId), [200, 403, 200, 200, 403]],
      ['consented', (who) => consentedResults(who, campaignId, a), [403, 403, 200, 403, 403]],
    ]
    for (const [name, read, expected] of reads) {
      expect([
        name,
        [planner, stranger, leader, otherLeader, learner].map((who) => refusal(() => read(who))),
      ]).toEqual([name, expected])
    }
  })

  it('releases nothing of an open campaign', () => {
    expect(refusal(() => communeReport(leader, open, a))).toBe(403)
    expect(refusal(() => measureReport(planner, open, '4.1', view()))).toBe(403)
    expect(refusal(() => reportCsv(planner, open, 'vi'))).toBe(403)
    expect(refusal(() => provinceReport(planner, 'nothing', view()))).toBe(404)
  })
})
