import { reader } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { personRows, type PersonRow } from '../persons/person-row.server'
import { communeByCode, placeOfCommune } from '../places/places.server'
import { waitingIn } from './list-teams.server'
import { removableMembers } from './remove-member.server'
import { teamAt, type Team } from './team-at.server'

/** A member; one who was written down by mistake and never used the account can be deleted. */
export type Member = PersonRow & { removable: boolean }

export type TeamView = Team & {
  commune: { code: string; name: string }
  members: Member[]
  /** Members for whom slips can be printed. */
  waiting: number
}

export function viewTeam(actor: Actor, communeCode: string, teamId: string): TeamView {
  authorise(actor, 'teams.manage', placeOfCommune(communeCode))
  const team = teamAt(reader, communeCode, teamId)
  const { code, name } = communeByCode(communeCode)
  const removable = removableMembers(reader, teamId)
  const members = personRows('p.teamId = ?', teamId).map((row) => ({
    ...row,
    removable: removable.has(row.id),
  }))
  return { ...team, commune: { code, name }, members, waiting: waitingIn(teamId) }
}
