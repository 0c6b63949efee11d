import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Bilingual } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { scopeOf } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import type { MeasuringVersions } from '../measuring.server'

type CampaignRow = MeasuringVersions & {
  id: string
  provinceCode: string
  title: string
  titleEn: string | null
  state: string
}

/** A campaign whose items an actor may look at. */
export function analysedCampaign(actor: Actor, id: string): CampaignRow {
  authorise(actor, 'analysis.view')
  const row = reader.sql.get<CampaignRow>(
    `SELECT id, provinceCode, title, titleEn, state, frameworkVersionId, standardId, parameterVersionId
     FROM Campaign WHERE id = ? AND state <> 'draft'`,
    id,
  )
  if (!row) throw refuse('notFound')
  authorise(actor, 'analysis.view', { provinceCode: row.provinceCode })
  return row
}

export const titleOf = ({ title, titleEn }: Pick<CampaignRow, 'title' | 'titleEn'>): Bilingual => ({
  vi: title,
  en: titleEn ?? title,
})

export type AnalysedCampaignRow = {
  id: string
  title: Bilingual
  state: string
  opensOn: string
  closesOn: string
  mode: string
  people: number
}

/** The campaigns with submitted sittings whose items an actor may look at, newest first. */
export function listAnalyses(actor: Actor): AnalysedCampaignRow[] {
  authorise(actor, 'analysis.view')
  const { everywhere, provinceCodes } = scopeOf(actor, 'analysis.view')
  const rows = reader.sql.all<Omit<AnalysedCampaignRow, 'title'> & { title: string; titleEn: string | null }>(
    `SELECT c.id, c.title, c.titleEn, c.state, c.opensOn, c.closesOn, c.quizMode AS mode, count(s.id) AS people
     FROM Campaign c JOIN Sitting s ON s.campaignId = c.id AND s.kind = 'person' AND s.submittedAt IS NOT NULL
     WHERE c.state <> 'draft' AND (? OR c.provinceCode IN (SELECT value FROM json_each(?)))
     GROUP BY c.id ORDER BY c.opensOn DESC, c.createdAt DESC`,
    everywhere ? 1 : 0,
    JSON.stringify(provinceCodes),
  )
  return rows.map(({ titleEn, ...row }) => ({ ...row, title: titleOf({ title: row.title, titleEn }) }))
}
