import { reader } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { personRows, type PersonRow } from '../persons/person-row.server'
import { communeByCode, placeOfCommune } from '../places/places.server'
import { teamAt, type Team } from './team-at.server'

export type TeamView = Team & {
  commune: { code: string; name: string }
  members: PersonRow[]
  /** Members without a password, for whom slips can be printed. */
  waiting: number
}

export function viewTeam(actor: Actor, communeCode: string, teamId: string): TeamView {
  authorise(actor, 'teams.manage', placeOfCommune(communeCode))
  const team = teamAt(reader, communeCode, teamId)
  const { code, name } = communeByCode(communeCode)
  const members = personRows('p.teamId = ?', teamId)
  const waiting = members.filter(({ account }) => account === 'notActivated').length
  return { ...team, commune: { code, name }, members, waiting }
}
