import { targetsFor } from '~/competency/target-profiles.server'
import { heldPositions } from '~/people/positions/held-positions.server'
import { reader } from '~/platform/db/db.server'
import type { Audience } from './module'
import { unmeasured, type Need } from './recommend'

/** Why a person is advised something: the newest survey result, what the position asks for, or work in a team. */
export type Basis =
  { kind: 'result'; campaignId: string; submittedAt: string } | { kind: 'position' | 'team' | 'none' }

export type LearnerNeeds = { audience: Audience; basis: Basis; needs: Need[] }

const newestSql = `SELECT s.id AS sittingId, s.campaignId, s.submittedAt FROM Invitee i JOIN Sitting s ON s.inviteeId = i.id
  WHERE i.personId = ? AND s.submittedAt IS NOT NULL ORDER BY s.submittedAt DESC LIMIT 1`

/** What a person needs to learn, from the newest submitted survey, else from the target profile of the positions. */
export function needsOf(personId: string): LearnerNeeds {
  const person = reader.sql.get<{ kind: string; provinceCode: string }>(
    'SELECT kind, provinceCode FROM Person WHERE id = ?',
    personId,
  )
  const audience = person?.kind === 'community_team' ? 'team' : 'staff'
  const newest = reader.sql.get<{ sittingId: string; campaignId: string; submittedAt: string }>(
    newestSql,
    personId,
  )
  if (newest) {
    const { sittingId, campaignId, submittedAt } = newest
    const sql = 'SELECT competency, level, target FROM SittingResult WHERE sittingId = ? ORDER BY competency'
    const needs = reader.sql.all<Need>(sql, sittingId)
    return { audience, basis: { kind: 'result', campaignId, submittedAt }, needs }
  }
  const needs = person ? positionNeeds(person.provinceCode, personId) : []
  const kind = needs.length > 0 ? 'position' : audience === 'team' ? 'team' : 'none'
  return { audience, basis: { kind }, needs }
}

function positionNeeds(provinceCode: string, personId: string): Need[] {
  return unmeasured(targetsFor(reader, provinceCode, heldPositions(personId)))
}
