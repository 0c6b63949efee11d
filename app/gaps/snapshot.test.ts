import { expect, it } from 'vitest'
import { actor, campaign, plannerGrant } from '../../tests/builders/campaign'
import { close, closedCampaign } from '../../tests/builders/closed-campaign'
import { freshDatabase } from '../../tests/builders/database'

await freshDatabase()
const { inTransaction, reader } = await import('~/platform/db/db.server')
const { communesIn } = await import('~/people/places/places.server')
const { methodReport } = await import('./method-report.server')
const { methodVersion } = await import('./method')
const { hashOfFigures } = await import('./snapshot.server')

const province = '04'
const planner = actor({ grants: [plannerGrant(province)] })
const communes = communesIn(province)
  .slice(0, 4)
  .map(({ code }) => code) as [string, string, string, string]

it('keeps what the released figures were made from, and tells when they are no longer those', async () => {
  const { campaignId } = await closedCampaign(province, communes)
  const { snapshot, method, campaign: stored } = methodReport(planner, campaignId)
  expect(method).toBe(methodVersion)
  expect(snapshot).toMatchObject({
    method: methodVersion,
    standardVersion: 1,
    parameterVersion: null,
    frameworkVersion: 'its@1',
    formVersion: 'commune-staff@2',
    communeFormVersion: 'commune-conditions@1',
    asked: 46,
    submitted: 46,
    communeForms: 0,
    closedAt: stored.closedAt,
    estimatedAt: stored.estimatedAt,
    holds: true,
  })
  expect(snapshot!.hash).toMatch(/^[0-9a-f]{64}$/)
  await inTransaction(async (tx) =>
    tx.sql.run('UPDATE Estimate SET share = share / 2 WHERE campaignId = ? AND place = ?', campaignId, ''),
  )
  expect(methodReport(planner, campaignId).snapshot?.holds).toBe(false)
})

it('says what it has of a campaign in which fewer than five were measured, and of one from before', async () => {
  const campaignId = await campaign({ provinceCode: province, communeCodes: communes })
  await close(campaignId, new Date())
  const report = methodReport(planner, campaignId)
  expect(report).toMatchObject({ population: null, method: methodVersion, snapshot: { submitted: 0 } })
  await inTransaction(async (tx) =>
    tx.sql.run("DELETE FROM ReleasedPart WHERE campaignId = ? AND part = 'snapshot'", campaignId),
  )
  expect(methodReport(planner, campaignId)).toMatchObject({ snapshot: null, method: null })
  expect(hashOfFigures(reader.sql, campaignId)).toBe(report.snapshot!.hash)
})
