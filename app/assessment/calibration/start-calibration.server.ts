import { latestFramework } from '~/competency/frameworks.server'
import { standardInForce } from '~/competency/standards.server'
import { profileFramework } from '~/competency/target-profile'
import { inTransaction, reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import { queueJob } from '~/platform/jobs/jobs.server'
import type { Bilingual } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { scopeOf } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { parametersInForce } from '../measuring.server'
import { calibrateJob } from './calibrate.server'
import type { CalibrationOptions } from './calibration-run'

export type CalibrationCampaign = { id: string; title: Bilingual; closesOn: string; people: number }
type Row = Omit<CalibrationCampaign, 'title'> & { title: string; titleEn: string | null }

const campaignsSql = `SELECT c.id, c.title, c.titleEn, c.closesOn, count(s.id) AS people FROM Campaign c
  JOIN FrameworkVersion f ON f.id = c.frameworkVersionId AND f.code = ?
  JOIN Sitting s ON s.campaignId = c.id AND s.kind = 'person' AND s.submittedAt IS NOT NULL
  WHERE c.state = 'closed' AND (? OR c.provinceCode IN (SELECT value FROM json_each(?)))
  GROUP BY c.id ORDER BY c.closesOn DESC, c.id`

/** The closed campaigns whose answers an actor may calibrate from; null for those of everywhere. */
export function calibrationCampaigns(actor: Actor | null): CalibrationCampaign[] {
  const { everywhere, provinceCodes } = actor
    ? scopeOf(actor, 'calibration.run')
    : { everywhere: true, provinceCodes: [] }
  return reader.sql
    .all<Row>(campaignsSql, profileFramework, everywhere ? 1 : 0, JSON.stringify(provinceCodes))
    .map(({ titleEn, ...row }) => ({ ...row, title: { vi: row.title, en: titleEn ?? row.title } }))
}

/** What a calibration of these campaigns starts from: what is in force now, and answers up to the newest. */
export function calibrationOptions(campaigns: readonly string[], shrinkage: boolean): CalibrationOptions {
  const newest = reader.sql.get<{ until: string | null }>(
    `SELECT max(submittedAt) AS until FROM Sitting WHERE kind = 'person' AND campaignId IN (SELECT value FROM json_each(?))`,
    JSON.stringify(campaigns),
  )
  return {
    frameworkVersionId: latestFramework(profileFramework).id,
    standardId: standardInForce(profileFramework).id,
    parentId: parametersInForce(),
    shrinkage,
    campaigns: [...campaigns].sort(),
    until: newest?.until ?? '',
    seed: 'groups',
  }
}

/** Queues a calibration; while one waits or runs, that one goes on. */
export async function startCalibration(
  actor: Actor,
  { campaigns, shrinkage }: { campaigns: readonly string[]; shrinkage: boolean },
): Promise<string> {
  authorise(actor, 'calibration.run')
  const allowed = new Set(calibrationCampaigns(actor).map(({ id }) => id))
  if (campaigns.length === 0 || !campaigns.every((id) => allowed.has(id))) throw refuse('badRequest')
  const input = calibrationOptions(campaigns, shrinkage)
  return inTransaction(async (tx) => queueJob(tx, { ...calibrateJob, input, createdBy: actor.accountId }))
}
