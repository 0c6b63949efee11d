import { describe, expect, it, vi } from 'vitest'
import { actor, campaign, invitee, leaderGrant, person, plannerGrant } from '../../tests/builders/campaign'
import { close, closedCampaign, submitted } from '../../tests/builders/closed-campaign'
import { freshDatabase } from '../../tests/builders/database'
import { refusal } from '../../tests/builders/refusal'

await freshDatabase()
const { inTransaction, reader } = await import('~/platform/db/db.server')
const { runJobs } = await import('~/platform/jobs/jobs.server')
const { closeCampaign } = await import('~/campaigns/close-campaign.server')
const { erasePerson } = await import('~/campaigns/erase-person.server')
const { communesIn } = await import('~/people/places/places.server')
const { communeReport } = await import('./commune-report.server')
const { measureReport } = await import('./measure-report.server')
const { provinceReport } = await import('./province-report.server')
const { segmentsReport } = await import('./segments-report.server')
const { methodReport } = await import('./method-report.server')
const { parseGapQuery } = await import('./gap-query')
const { queueMissingEstimates, retryEstimate } = await import('./estimate-campaign.server')

const province = '04'
const communes = communesIn(province)
  .slice(0, 4)
  .map(({ code }) => code) as [string, string, string, string]
const [a, b] = communes
const planner = actor({ grants: [plannerGrant(province)] })
const view = parseGapQuery(new URLSearchParams())

const estimates = (campaignId: string) =>
  reader.sql.all<{ measured: number; share: number; distance: number; distanceSd: number }>(
    'SELECT * FROM Estimate WHERE campaignId = ? ORDER BY place, "group", measure',
    campaignId,
  )
const cells = (campaignId: string) =>
  reader.sql.all<Record<string, number | string>>(
    'SELECT * FROM GapCell WHERE campaignId = ? ORDER BY communeCode, groupKind, groupCode, measure',
    campaignId,
  )
const rounded = (rows: Record<string, number | string>[]) =>
  rows.map((row) =>
    Object.values(row).map((value) => (typeof value === 'number' ? Math.round(value * 1e3) / 1e3 : value)),
  )

async function answered(communeCode: string, levels: number[]): Promise<string> {
  const campaignId = await campaign({ provinceCode: province, communeCodes: communes })
  for (const level of levels) await submitted({ campaignId, provinceCode: province, communeCode, level })
  return campaignId
}

/** Takes a released campaign back to how it stood when it closed. */
async function unreleased(campaignId: string): Promise<void> {
  await inTransaction(async (tx) => {
    tx.sql.run('DELETE FROM Estimate WHERE campaignId = ?', campaignId)
    tx.sql.run('DELETE FROM Job WHERE subject = ?', campaignId)
    tx.sql.run('UPDATE Campaign SET estimatedAt = NULL WHERE id = ?', campaignId)
  })
}

async function estimateAgain(campaignId: string): Promise<void> {
  await retryEstimate(planner, campaignId)
  await runJobs()
}

describe('closing a campaign', () => {
  it('ends answers at once and releases the figures when they are worked out, as a whole', async () => {
    const campaignId = await answered(a, [0, 1, 2, 2, 3, 1])
    await closeCampaign(planner, campaignId)
    const waiting = provinceReport(planner, campaignId, view)
    expect(waiting).toMatchObject({ figures: null, estimating: { failed: false } })
    expect(await refusal(() => communeReport(planner, campaignId, a))).toBe('beingEstimated')
    expect(await refusal(() => measureReport(planner, campaignId, '4.1', view))).toBe('beingEstimated')
    await runJobs()
    expect(provinceReport(planner, campaignId, view)).toMatchObject({ estimating: null })
    expect(
      communeReport(planner, campaignId, a).gaps.find(({ measure }) => measure.code === '4.1'),
    ).toMatchObject({ figure: { n: 6, people: 6 } })
  })

  it('begins to work them out by itself', async () => {
    const campaignId = await answered(a, [1])
    await closeCampaign(planner, campaignId)
    await vi.waitFor(
      () => expect(provinceReport(planner, campaignId, view).campaign.estimatedAt).not.toBeNull(),
      8000,
    )
  })

  it('gives the same figures for the same answers, whenever it is worked out', async () => {
    const { campaignId } = await closedCampaign(province, communes)
    const first = estimates(campaignId)
    expect(first.length).toBeGreaterThan(20)
    await unreleased(campaignId)
    await estimateAgain(campaignId)
    expect(estimates(campaignId)).toEqual(first)
  })

  it('leaves released figures alone when the job is begun anew, also after somebody was erased', async () => {
    const { campaignId, people } = await closedCampaign(province, communes)
    const first = estimates(campaignId)
    await inTransaction(async (tx) =>
      tx.sql.run("UPDATE Job SET state = 'running', finishedAt = NULL WHERE subject = ?", campaignId),
    )
    await erasePerson(planner, people[0]!.personId)
    await runJobs()
    expect(estimates(campaignId)).toEqual(first)
  })

  it('keeps with a campaign from before there were standards the one that it was measured by', async () => {
    const standardOf = (id: string) =>
      reader.sql.get<{ standardId: number | null }>('SELECT standardId FROM Campaign WHERE id = ?', id)!
        .standardId
    const submittedTo = await answered(a, [1])
    expect(standardOf(submittedTo)).not.toBeNull()
    const { campaignId } = await closedCampaign(province, communes)
    await unreleased(campaignId)
    await inTransaction(async (tx) =>
      tx.sql.run('UPDATE Campaign SET standardId = NULL WHERE id = ?', campaignId),
    )
    await estimateAgain(campaignId)
    expect(standardOf(campaignId)).toBe(standardOf(submittedTo))
  })

  it('measures and counts anew what was submitted before abilities were measured', async () => {
    const { campaignId, people } = await closedCampaign(province, communes)
    const [before, counted] = [estimates(campaignId), rounded(cells(campaignId))]
    await unreleased(campaignId)
    await inTransaction(async (tx) => {
      tx.sql.run(
        'DELETE FROM SittingAbility WHERE sittingId IN (SELECT id FROM Sitting WHERE campaignId = ?)',
        campaignId,
      )
      tx.sql.run(
        `UPDATE SittingResult SET ability = NULL, sd = NULL, below = NULL, informed = 0, level = 2
         WHERE sittingId IN (SELECT id FROM Sitting WHERE campaignId = ?)`,
        campaignId,
      )
      tx.sql.run('UPDATE GapCell SET below = n, distance = 0, variance = 0 WHERE campaignId = ?', campaignId)
    })
    await estimateAgain(campaignId)
    expect(estimates(campaignId)).toEqual(before)
    expect(rounded(cells(campaignId))).toEqual(counted)
    expect(people).toHaveLength(12)
  })

  it('leaves out a person who was erased between closing and the estimates', async () => {
    const { campaignId, people } = await closedCampaign(province, communes)
    await unreleased(campaignId)
    await erasePerson(planner, people[0]!.personId)
    await estimateAgain(campaignId)
    const whole = reader.sql.get(
      `SELECT measured, people FROM Estimate WHERE campaignId = ? AND place = ? AND "group" = '' AND measure = '4.1'`,
      campaignId,
      a,
    )
    expect(whole).toEqual({ measured: 11, people: 11 })
    const own = cells(campaignId).find((each) => each.communeCode === a && each.measure === '4.1')
    expect(own).toMatchObject({ n: 11 })
  })
})

describe('results of a handful of people', () => {
  it.each([1, 4])('tell nothing of them on any page: %i', async (people) => {
    const campaignId = await answered(a, Array(people).fill(3) as number[])
    await close(campaignId, new Date())
    expect(segmentsReport(planner, campaignId).segments).toEqual([])
    expect(methodReport(planner, campaignId).population).toBeNull()
    const parts = reader.sql.all<{ part: string; data: string }>(
      "SELECT part, data FROM ReleasedPart WHERE campaignId = ? AND part IN ('self', 'segments', 'population') ORDER BY part",
      campaignId,
    )
    expect(parts.map(({ part, data }) => [part, JSON.parse(data) as unknown])).toMatchObject([
      ['segments', { segments: [] }],
      ['self', []],
    ])
  })

  it('are left out of the profile of a larger group', async () => {
    const campaignId = await answered(a, [0, 1, 2, 3, 0, 1, 2, 3])
    const most = reader.sql.all<{ id: string }>(
      'SELECT id FROM Invitee WHERE campaignId = ? ORDER BY id LIMIT 6',
      campaignId,
    )
    await inTransaction(async (tx) => {
      for (const { id } of most) {
        tx.sql.run(`UPDATE Invitee SET targets = '{"4.1":2}' WHERE id = ?`, id)
        tx.sql.run("DELETE FROM SittingResult WHERE sittingId = ? AND competency <> '4.1'", id)
      }
    })
    await close(campaignId, new Date())
    const [everybody] = segmentsReport(planner, campaignId).segments
    const told = everybody!.domains.filter(({ distance }) => distance !== null)
    expect(told.map(({ n }) => n)).toEqual([8])
  })
})

describe('answers that tell little or say all the same', () => {
  it.each([
    ['nobody', []],
    ['one person', [2]],
    ['everybody right', Array.from({ length: 8 }, () => 3)],
    ['everybody wrong', Array.from({ length: 8 }, () => 0)],
  ])('releases finite figures or none: %s', async (_, levels) => {
    const campaignId = await answered(b, levels)
    const silent = await person({
      provinceCode: province,
      communeCode: a,
      positionCode: 'office-statistics',
    })
    await invitee({ campaignId, personId: silent.personId, communeCode: a })
    await close(campaignId, new Date())
    const rows = estimates(campaignId)
    expect(rows.length > 0).toBe(levels.length >= 5)
    for (const { share, distance, distanceSd } of rows) {
      expect(share).toBeGreaterThanOrEqual(0)
      expect(share).toBeLessThanOrEqual(1)
      expect(Number.isFinite(distance) && distanceSd > 0).toBe(true)
    }
    expect(provinceReport(planner, campaignId, view)).toMatchObject({ estimating: null })
    expect(communeReport(planner, campaignId, b).first.length).toBeLessThanOrEqual(2)
  })
})

describe('estimates that fail', () => {
  it('are said, tried once more by themselves, and begun again by the planner', async () => {
    const campaignId = await answered(a, [1, 1, 1, 1, 1])
    const targets = (value: string) =>
      inTransaction(async (tx) =>
        tx.sql.run('UPDATE Invitee SET targets = ? WHERE campaignId = ?', value, campaignId),
      )
    await targets('not JSON')
    await closeCampaign(planner, campaignId)
    await runJobs()
    expect(provinceReport(planner, campaignId, view)).toMatchObject({ estimating: { failed: true } })
    for (let i = 0; i < 3; i += 1) {
      await queueMissingEstimates()
      await runJobs()
    }
    const failed = () =>
      reader.sql.get<{ n: number }>('SELECT count(*) AS n FROM Job WHERE subject = ?', campaignId)!.n
    expect(failed()).toBe(2)
    const leader = actor({ grants: [leaderGrant(province, a)] })
    expect(await refusal(retryEstimate(leader, campaignId))).toBe('notAllowed')
    await targets('{"4.1":2,"7.3":2}')
    await estimateAgain(campaignId)
    expect(provinceReport(planner, campaignId, view)).toMatchObject({ estimating: null })
    expect(estimates(campaignId).length).toBeGreaterThan(0)
  })
})

describe('change since the campaign before', () => {
  it('is told with its interval, and claimed where it is clear', async () => {
    await closedCampaign(province, communes, { closedAt: new Date('2027-03-01T00:00:00Z') })
    const later = await closedCampaign(province, communes, {
      closedAt: new Date('2027-09-01T00:00:00Z'),
      more: 1,
    })
    const { change, earlier } = measureReport(planner, later.campaignId, '4.1', view)
    expect(earlier?.closedAt).toContain('2027-03-01')
    expect(change).toMatchObject({ standing: 'better', certainty: 'almostCertain' })
    expect(change!.distanceLow).toBeGreaterThan(0)
    expect(change!.shareHigh).toBeLessThan(0)
  })

  it('is not told between sample and real data, other positions, nor of a province of other communes', async () => {
    const at = (closedAt: string) => closedCampaign(province, communes, { closedAt: new Date(closedAt) })
    const before = await at('2028-03-01T00:00:00Z')
    const later = await at('2028-09-01T00:00:00Z')
    const change = async (sql: string) => {
      await inTransaction(async (tx) =>
        tx.sql.run(`UPDATE Campaign SET ${sql} WHERE id = ?`, before.campaignId),
      )
      return measureReport(planner, later.campaignId, '4.1', view)
    }
    expect((await change('sample = 0')).earlier?.id).not.toBe(before.campaignId)
    expect((await change(`sample = 1, positionCodes = '["finance"]'`)).earlier?.id).not.toBe(
      before.campaignId,
    )
    const others = JSON.stringify(communes.slice(0, 3))
    const fewer = await change(`positionCodes = NULL, communeCodes = '${others}', estimatedAt = '2028-03-02'`)
    expect(fewer.earlier?.id).toBe(before.campaignId)
    expect(fewer.change).toBeNull()
    expect(fewer.rows.find(({ code }) => code === b)?.change).not.toBeNull()
  })
})
