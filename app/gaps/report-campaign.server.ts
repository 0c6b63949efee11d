import type { WorkSystem } from '~/assessment/form'
import { reader } from '~/platform/db/db.server'
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
  frameworkVersionId: string
  personFormVersionId: string
  communeFormVersionId: string | null
  communeCodes: string
  systems: string | null
}

/** A campaign as its report names it. */
export type ReportCampaign = Omit<Row, 'title' | 'titleEn' | 'sample' | 'communeCodes' | 'systems'> & {
  title: Bilingual
  sample: boolean
  communeCodes: string[]
  systems: WorkSystem[]
}

const sql = `SELECT c.id, c.provinceCode, p.name AS province, c.title, c.titleEn, c.state, c.sample, c.closesOn, c.closedAt,
  c.frameworkVersionId, c.personFormVersionId, c.communeFormVersionId, c.communeCodes, c.systems
  FROM Campaign c JOIN Province p ON p.code = c.provinceCode WHERE c.id = ?`

export function reportCampaign(id: string): ReportCampaign {
  const row = reader.sql.get<Row>(sql, id)
  if (!row) throw refuse('notFound')
  const { title, titleEn, sample, communeCodes, systems, ...rest } = row
  return {
    ...rest,
    title: { vi: title, en: titleEn ?? title },
    sample: sample === 1,
    communeCodes: JSON.parse(communeCodes) as string[],
    systems: systems ? (JSON.parse(systems) as WorkSystem[]) : [],
  }
}

/** Results come out once, when the campaign closes, so that no single answer shows. */
export function requireReleased({ state, closesOn }: ReportCampaign): void {
  if (state !== 'closed') throw refuse('notReleased', { date: formatDate(closesOn) })
}
