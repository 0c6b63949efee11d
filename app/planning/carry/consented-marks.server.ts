import { reader } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'

/**
 * Who of a commune is more likely than not below target in what a class teaches: only of people whose newest answer lets the
 * leader see their result of that campaign, and only for that leader. Nothing else of a result leaves this query.
 */
export function consentedMarks(
  actor: Actor,
  place: { provinceCode: string; communeCode: string },
  { campaignId, competencies }: { campaignId: string | null; competencies: readonly string[] },
): Set<string> {
  if (campaignId === null || !can(actor, 'result.consented', place)) return new Set()
  const rows = reader.sql.all<{ personId: string }>(
    `SELECT DISTINCT i.personId FROM Invitee i
     JOIN PersonCommune pc ON pc.personId = i.personId AND pc.until IS NULL AND pc.communeCode = i.communeCode
     JOIN Sitting s ON s.inviteeId = i.id AND s.submittedAt IS NOT NULL
     JOIN Campaign g ON g.id = i.campaignId AND g.estimatedAt IS NOT NULL
     JOIN Consent k ON k.id = (SELECT max(id) FROM Consent WHERE personId = i.personId AND campaignId = i.campaignId
       AND purpose = 'leader_sees_result')
     JOIN SittingResult r ON r.sittingId = s.id AND r.competency IN (SELECT value FROM json_each(?))
     WHERE i.campaignId = ? AND i.communeCode = ? AND k.given = 1 AND r.target > 0 AND r.below > 0.5`,
    JSON.stringify(competencies),
    campaignId,
    place.communeCode,
  )
  return new Set(rows.map(({ personId }) => personId))
}
