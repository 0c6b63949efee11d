import type { StopReason } from '~/assessment/adaptive/types'
import { fewestForFigures } from '~/assessment/item-analysis/item-flags'
import type { Targets } from '~/competency/framework'
import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { findCampaign, type CampaignRecord } from './find-campaign.server'

/** A submitted adaptive quiz. Its sitting's id is random, so an order by it follows neither names nor time. */
export type QuizRow = {
  sittingId: string
  plan: string
  targets: Targets
  sd: number[]
  stopped: StopReason | null
  asked: number
}
type StoredQuiz = Omit<QuizRow, 'targets' | 'sd'> & { targets: string; sd: string }

const from = `FROM Sitting s JOIN Invitee i ON i.id = s.inviteeId JOIN SittingAbility a ON a.sittingId = s.id
  WHERE s.campaignId = ? AND s.submittedAt IS NOT NULL
  AND EXISTS (SELECT 1 FROM SittingItem t WHERE t.sittingId = s.id)`

/** A campaign whose adaptive quizzes the actor may read, without the people in them. */
export function tracedCampaign(actor: Actor, id: string): CampaignRecord {
  authorise(actor, 'analysis.view')
  const campaign = findCampaign(reader, id)
  authorise(actor, 'analysis.view', { provinceCode: campaign.provinceCode })
  if (campaign.state === 'draft') throw refuse('notFound')
  return campaign
}

/** How many questions each submitted quiz asked, and why it ended. */
export function quizLengths(campaignId: string): Pick<QuizRow, 'asked' | 'stopped'>[] {
  return reader.sql.all(
    `SELECT a.stopped, (SELECT count(*) FROM SittingItem t WHERE t.sittingId = s.id) AS asked ${from}`,
    campaignId,
  )
}

/** Submitted quizzes by their number in the campaign, 1 for the first; none while somebody could be recognised by them. */
export function quizzes(campaignId: string, first: number, count: number): QuizRow[] {
  if (quizLengths(campaignId).length < fewestForFigures) return []
  return reader.sql
    .all<StoredQuiz>(
      `SELECT s.id AS sittingId, s.plan, i.targets, a.sd, a.stopped,
       (SELECT count(*) FROM SittingItem t WHERE t.sittingId = s.id) AS asked ${from} ORDER BY s.id LIMIT ? OFFSET ?`,
      campaignId,
      count,
      first - 1,
    )
    .map((row) => ({
      ...row,
      targets: JSON.parse(row.targets) as Targets,
      sd: JSON.parse(row.sd) as number[],
    }))
}
