import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { answeredBank } from '../../../tests/builders/answered-bank'
import { actor, plannerGrant } from '../../../tests/builders/campaign'
import { freshDatabase } from '../../../tests/builders/database'
import { refusal } from '../../../tests/builders/refusal'
import type { CalibrationOptions } from './calibration-run'

await freshDatabase()
const { inTransaction, reader } = await import('~/platform/db/db.server')
const { jobResult, findJob, runJobs } = await import('~/platform/jobs/jobs.server')
const { calibrate } = await import('./calibrate.server')
const { calibrationCampaigns, startCalibration } = await import('./start-calibration.server')
const { decideCalibration } = await import('./decide-calibration.server')
const { viewCalibration, viewCalibrations } = await import('./view-calibrations.server')
const { measuringOf, parametersInForce } = await import('../measuring.server')

const trainer = actor({
  grants: [{ role: 'trainer', provinceCode: '04', communeCode: null }],
  accountId: randomUUID(),
})
const competencies = ['4.1', '7.3', '1.1']
let closed: string
let versionId: number

const optionsOf = (id: number) =>
  JSON.parse(
    reader.sql.get<{ options: string }>('SELECT options FROM ParameterVersion WHERE id = ?', id)!.options,
  ) as CalibrationOptions
const itemsOf = (id: number) =>
  JSON.parse(
    reader.sql.get<{ items: string }>('SELECT items FROM ParameterVersion WHERE id = ?', id)!.items,
  ) as unknown

beforeAll(async () => {
  await inTransaction((tx) =>
    tx.account.create({
      data: { id: trainer.accountId, username: 'trainer', displayName: 'Giảng viên', createdAt: new Date() },
    }),
  )
  closed = await answeredBank({ people: 130, competencies })
}, 60_000)

async function run(campaigns: string[], shrinkage = true) {
  const jobId = await startCalibration(trainer, { campaigns, shrinkage })
  await runJobs()
  return { job: findJob(jobId)!, result: jobResult(jobId) as { id: number } | null }
}

describe('a calibration', () => {
  it('uses closed campaigns of the own place', async () => {
    const open = await answeredBank({ people: 1, competencies, state: 'open', seed: 'open' })
    expect(calibrationCampaigns(trainer)).toMatchObject([{ id: closed, people: 130 }])
    expect(
      calibrationCampaigns(actor({ grants: [{ role: 'trainer', provinceCode: '08', communeCode: null }] })),
    ).toEqual([])
    for (const campaigns of [[], [open], [closed, randomUUID()]])
      expect(await refusal(startCalibration(trainer, { campaigns, shrinkage: true }))).toBe('badRequest')
  })

  it('says how many people are missing', async () => {
    const few = await answeredBank({ people: 3, competencies, seed: 'few' })
    const { job, result } = await run([few])
    expect(result).toBeNull()
    expect(job).toMatchObject({
      state: 'failed',
      failure: { key: 'job.tooFew', values: { people: 3, needed: 100 } },
    })
    const { job: free } = await run([closed], false)
    expect(free.failure).toMatchObject({ values: { people: 130, needed: 500 } })
    expect(viewCalibrations(trainer)).toMatchObject({ versions: [], inForce: null })
  })

  it('ends as a proposal with what has to be known, and measures nothing yet', async () => {
    const { result } = await run([closed])
    versionId = result!.id
    const { entry, report, inForce } = viewCalibration(trainer, versionId)
    expect(entry).toMatchObject({
      state: 'proposed',
      persons: 130,
      items: 9,
      by: 'Giảng viên',
      shrinkage: true,
    })
    expect(inForce).toBe(false)
    expect(parametersInForce()).toBeNull()
    expect(report).toMatchObject({
      converged: true,
      dif: [],
      population: { estimated: { components: false } },
    })
    const answered = report.items.filter((item) => item.answered > 0)
    for (const item of answered) {
      expect(item.answered).toBe(130)
      expect(item.errors).not.toBeNull()
      expect(Math.abs(item.infit! - 1)).toBeLessThan(0.3)
    }
    // Nothing has moved; a bound of one in a hundred may still meet one of nine items.
    expect(answered.filter(({ drift }) => drift?.drifted).length).toBeLessThanOrEqual(1)
    expect(report.items.find((item) => item.answered === 0)).toMatchObject({
      notes: ['unanswered'],
      drift: null,
    })
    expect(Object.keys(itemsOf(versionId) as object)).toHaveLength(9)
  })

  it('gives the same numbers again from its options, whatever was answered since', async () => {
    const options = optionsOf(versionId)
    expect(options).toMatchObject({ campaigns: [closed], parentId: null })
    await inTransaction(async (tx) => {
      const [late] = tx.sql.all<{ id: string }>('SELECT id FROM Sitting WHERE campaignId = ? LIMIT 1', closed)
      tx.sql.run(
        `INSERT INTO Sitting (id, campaignId, kind, communeCode, formVersionId, plan, channel, locale, startedAt, submittedAt)
         SELECT ?, campaignId, kind, communeCode, formVersionId, plan, channel, locale, startedAt, '2026-11-01T00:00:00.000+00:00'
         FROM Sitting WHERE id = ?`,
        randomUUID(),
        late!.id,
      )
    })
    const { items, report } = await calibrate(options, () => {})
    expect(items).toEqual(itemsOf(versionId))
    expect(report.persons).toBe(130)
  })

  it('is adopted for campaigns to come, rejected with a reason, and adopted again', async () => {
    const decideOn = (what: 'adopted' | 'rejected', seen: number, reason: string | null = null) =>
      decideCalibration(trainer, { id: versionId, what, reason, seen })
    expect(await decideOn('adopted', 0)).toBe('saved')
    expect(parametersInForce()).toBe(versionId)
    const scale = { frameworkVersionId: 'its@1', standardId: null }
    const id = '4.1-1a@2'
    const fresh = measuringOf({ ...scale, parameterVersionId: versionId }).parametersOf(id)
    expect(fresh).toEqual((itemsOf(versionId) as Record<string, unknown>)[id])
    expect(measuringOf({ ...scale, parameterVersionId: null }).parametersOf(id)).not.toEqual(fresh)
    const { prior, population, dimensionOf } = measuringOf({ ...scale, parameterVersionId: versionId })
    const { means, components } = viewCalibration(trainer, versionId).report.population
    expect(Object.keys(means).length).toBeGreaterThan(0)
    for (const [code, mean] of Object.entries(means)) expect(prior.mean[dimensionOf.get(code)!]).toBe(mean)
    expect(population.components).toEqual(components)
    expect(measuringOf({ ...scale, parameterVersionId: null }).prior.mean.every((mean) => mean === 0)).toBe(
      true,
    )
    expect(await decideOn('rejected', 0, 'Nhầm')).toBe('changedMeanwhile')
    expect(await refusal(decideOn('rejected', 1))).toBe('badRequest')
    expect(await decideOn('rejected', 1, 'Chưa đủ tin cậy')).toBe('saved')
    expect(parametersInForce()).toBeNull()
    expect(await decideOn('adopted', 2)).toBe('saved')
    expect(
      viewCalibration(trainer, versionId).decisions.map(({ what, by, reason }) => [what, by, reason]),
    ).toEqual([
      ['adopted', 'Giảng viên', null],
      ['rejected', 'Giảng viên', 'Chưa đủ tin cậy'],
      ['adopted', 'Giảng viên', null],
    ])
  })

  it('goes on from the one in force, and keeps what that one knew of items not asked again', async () => {
    const other = await answeredBank({ people: 110, competencies: ['2.1', '2.2', '2.3'], seed: 'other' })
    const { result } = await run([other])
    expect(optionsOf(result!.id).parentId).toBe(versionId)
    expect(itemsOf(result!.id)).toMatchObject(itemsOf(versionId) as object)
    expect(Object.keys(itemsOf(result!.id) as object)).toHaveLength(18)
  })

  it('is run and decided by trainers alone', async () => {
    const planner = actor({ grants: [plannerGrant('04')] })
    expect(viewCalibrations(planner)).toMatchObject({ mayRun: false, campaigns: [] })
    expect(await refusal(startCalibration(planner, { campaigns: [closed], shrinkage: true }))).toBe(
      'notAllowed',
    )
    expect(
      await refusal(decideCalibration(planner, { id: versionId, what: 'adopted', reason: null, seen: 3 })),
    ).toBe('notAllowed')
    expect(await refusal(() => viewCalibration(planner, 999))).toBe('notFound')
    expect(await refusal(() => viewCalibrations(actor()))).toBe('notAllowed')
  })
})
