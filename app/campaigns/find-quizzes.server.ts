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

const submitted = `FROM Sitting s JOIN Invitee i ON i.id = s.inviteeId JOIN SittingAbility a ON a.sittingId = s.id
  WHERE s.campaignId = ? AND s.submittedAt IS NOT NULL
  AND EXISTS (SELECT 1 FROM SittingItem t WHERE t.sittingId = s.id)`

/**
 * The questions of a quiz tell what its person's position needs, and a quiz that has just come in whose it is. So of the
 * people who need the same, quizzes are shown in fives as they came in: none stands alone, and none comes alone.
 */
const shown = `FROM (
  SELECT s.id AS sittingId, s.plan, i.targets, a.sd, a.stopped,
    (SELECT count(*) FROM SittingItem t WHERE t.sittingId = s.id) AS asked,
    row_number() OVER (PARTITION BY i.targets ORDER BY s.submittedAt, s.id) AS place,
    count(*) OVER (PARTITION BY i.targets) AS alike ${submitted})
  WHERE place <= alike - alike % ${fewestForFigures}`

/** A campaign whose adaptive quizzes the actor may read, without the people in them: not who knows when each submits. */
export function tracedCampaign(actor: Actor, id: string): CampaignRecord {
  authorise(actor, 'quiz-trace.view')
  const campaign = findCampaign(reader, id)
  authorise(actor, 'quiz-trace.view', { provinceCode: campaign.provinceCode })
  if (campaign.state === 'draft') throw refuse('notFound')
  return campaign
}

export function submittedQuizzes(campaignId: string): number {
  return reader.sql.get<{ n: number }>(`SELECT count(*) AS n ${submitted}`, campaignId)!.n
}

/** How many questions each quiz that is shown asked, and why it ended. */
export function quizLengths(campaignId: string): Pick<QuizRow, 'asked' | 'stopped'>[] {
  return reader.sql.all(`SELECT asked, stopped ${shown}`, campaignId)
}

/** The quizzes that are shown by their number in the campaign, 1 for the first. */
export function quizzes(campaignId: string, first: number, count: number): QuizRow[] {
  return reader.sql
    .all<StoredQuiz>(
      `SELECT sittingId, plan, targets, sd, stopped, asked ${shown} ORDER BY sittingId LIMIT ? OFFSET ?`,
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
