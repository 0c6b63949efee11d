import { now } from '~/platform/clock/now.server'
import { inTransaction } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { takenStaffCodes } from '../persons/existing-people.server'
import { insertPerson } from '../persons/store-person.server'
import { placeOfCommune } from '../places/places.server'
import { staffCodeMaker } from '../roster/staff-code'
import { matchMembers, newPerson, type Decisions, type Match } from './match-members'
import { peopleHere } from './people-here.server'
import type { MemberLine } from './read-members'
import { teamAt } from './team-at.server'

export type AddAnswer =
  { added: number; joined: number; undecided?: never } | { undecided: Match[]; added?: never; joined?: never }

/**
 * Puts a list of people into a team: new ones as community members with an account that a slip opens, those whom
 * the commune already has (decided person by person) as they are. Nothing is stored before everybody is decided.
 */
export async function addMembers(
  actor: Actor,
  communeCode: string,
  teamId: string,
  members: MemberLine[],
  decisions: Decisions,
): Promise<AddAnswer> {
  const place = placeOfCommune(communeCode)
  authorise(actor, 'teams.manage', place)
  return inTransaction(async (tx): Promise<AddAnswer> => {
    teamAt(tx, communeCode, teamId)
    const here = peopleHere(tx, communeCode)
    const matches = matchMembers(members, here, decisions)
    if (matches.some(({ fault }) => fault !== null)) return { undecided: matches }
    const codeFor = staffCodeMaker(takenStaffCodes(tx))
    const at = dbDate(now())
    let added = 0
    let joined = 0
    for (const { member, chosen } of matches) {
      if (chosen !== null && chosen !== newPerson) {
        joined += tx.sql.run(
          'UPDATE Person SET teamId = ? WHERE id = ? AND teamId IS NOT ?',
          teamId,
          chosen,
          teamId,
        )
        continue
      }
      const { fullName, birthDate } = member
      const personId = insertPerson(
        tx,
        {
          staffCode: codeFor(communeCode),
          fullName,
          birthDate,
          kind: 'community_team',
          sex: null,
          email: null,
          positionCodes: [],
          ...place,
        },
        { at, by: actor.accountId },
      )
      tx.sql.run('UPDATE Person SET teamId = ? WHERE id = ?', teamId, personId)
      added += 1
    }
    if (added + joined > 0)
      await audit(tx, actor.accountId, 'team.add', teamId, { communeCode, added, joined })
    return { added, joined }
  })
}
