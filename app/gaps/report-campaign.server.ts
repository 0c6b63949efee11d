import type { WorkSystem } from '~/assessment/form'
import { reader } from '~/platform/db/db.server'
import { newestJob } from '~/platform/jobs/jobs.server'
import { refuse } from '~/platform/http/errors'
import { formatDate } from '~/platform/i18n/format'
import type { Bilingual } from '~/platform/i18n/locale'

type Row = {
  id: string
  provinceCode: string
  province: string
  title: string
  titleEn: string | null
  state: 'draft' | 'open' | 'closed'
  sample: number
  closesOn: string
  closedAt: string | null
  estimatedAt: string | null
  frameworkVersionId: string
  standardId: number | null
  parameterVersionId: number | null
  personFormVersionId: string
  communeFormVersionId: string | null
  communeCodes: string
  positionCodes: string | null
  systems: string | null
}

/** A campaign as its report names it. */
export type ReportCampaign = Omit<
  Row,
  'title' | 'titleEn' | 'sample' | 'communeCodes' | 'positionCodes' | 'systems'
> & {
  title: Bilingual
  sample: boolean
  communeCodes: string[]
  /** Null: every position. */
  positionCodes: string[] | null
  systems: WorkSystem[]
}

const sql = `SELECT c.id, c.provinceCode, p.name AS province, c.title, c.titleEn, c.state, c.sample, c.closesOn, c.closedAt, c.estimatedAt,
  c.frameworkVersionId, c.standardId, c.parameterVersionId, c.personFormVersionId, c.communeFormVersionId, c.communeCodes, c.positionCodes, c.systems
  FROM Campaign c JOIN Province p ON p.code = c.provinceCode WHERE c.id = ?`

export function reportCampaign(id: string): ReportCampaign {
  const row = reader.sql.get<Row>(sql, id)
  if (!row) throw refuse('notFound')
  const { title, titleEn, sample, communeCodes, positionCodes, systems, ...rest } = row
  return {
    ...rest,
    title: { vi: title, en: titleEn ?? title },
    sample: sample === 1,
    communeCodes: JSON.parse(communeCodes) as string[],
    positionCodes: positionCodes ? (JSON.parse(positionCodes) as string[]) : null,
    systems: systems ? (JSON.parse(systems) as WorkSystem[]) : [],
  }
}

/** The kind of the job that works out the estimates of a closed campaign; its subject is the campaign. */
export const estimateJob = 'estimate'

/** How far the estimates of a closed campaign are; null once they are released, and before it closes. */
export type Estimating = { failed: boolean; done: number; total: number }

export function estimating({ id, state, estimatedAt }: ReportCampaign): Estimating | null {
  if (state !== 'closed' || estimatedAt !== null) return null
  const job = newestJob(estimateJob, id)
  return { failed: job?.state === 'failed', done: job?.done ?? 0, total: job?.total ?? 0 }
}

/** Results come out once, when the campaign has closed and its estimates are there, so that no single answer shows. */
export function requireReleased(campaign: ReportCampaign): void {
  if (campaign.state !== 'closed') throw refuse('notReleased', { date: formatDate(campaign.closesOn) })
  if (campaign.estimatedAt === null) throw refuse('beingEstimated')
}
