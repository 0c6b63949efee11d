import type { Db } from '~/competency/target-profiles.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { can, type Action } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import type { CampaignState } from './campaign'
import type { Draft } from './draft'

export type CampaignRecord = Draft & {
  id: string
  provinceCode: string
  frameworkVersionId: string
  standardId: number | null
  parameterVersionId: number | null
  state: CampaignState
  sample: boolean
  openedAt: string | null
  closedAt: string | null
  estimatedAt: string | null
  createdAt: string
}

type Row = Omit<CampaignRecord, 'communeCodes' | 'positionCodes' | 'sample'> & {
  communeCodes: string
  positionCodes: string | null
  sample: number
}

export const campaignColumns = `id, provinceCode, title, titleEn, personFormVersionId, communeFormVersionId, quizMode,
  frameworkVersionId, standardId, parameterVersionId, communeCodes, positionCodes, opensOn, closesOn, state, sample,
  openedAt, closedAt, estimatedAt, createdAt`

export function campaignOf(row: Row): CampaignRecord {
  return {
    ...row,
    communeCodes: JSON.parse(row.communeCodes) as string[],
    positionCodes: row.positionCodes ? (JSON.parse(row.positionCodes) as string[]) : null,
    sample: row.sample === 1,
  }
}

/** A campaign by its id, for whoever has been authorised; refuses an id that there is not. */
export function findCampaign(db: Db, id: string): CampaignRecord {
  const row = db.sql.get<Row>(`SELECT ${campaignColumns} FROM Campaign WHERE id = ?`, id)
  if (!row) throw refuse('notFound')
  return campaignOf(row)
}

/** A campaign of the actor's own province, to be managed. */
export function managedCampaign(actor: Actor, db: Db, id: string): CampaignRecord {
  authorise(actor, 'campaign.manage')
  const campaign = findCampaign(db, id)
  authorise(actor, 'campaign.manage', { provinceCode: campaign.provinceCode })
  return campaign
}

/** The communes of a campaign where the actor may do `action`: all for a planner, the own one for a leader; refuses where none. */
export function communesWithin(actor: Actor, action: Action, campaign: CampaignRecord): string[] {
  const { provinceCode, communeCodes } = campaign
  if (can(actor, action, { provinceCode })) return communeCodes
  const own = communeCodes.filter((communeCode) => can(actor, action, { provinceCode, communeCode }))
  if (own.length === 0 || campaign.state === 'draft') throw refuse('notAllowed')
  return own
}
