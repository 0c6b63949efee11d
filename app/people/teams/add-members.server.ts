import { fold } from '~/formats/fold'
import { now } from '~/platform/clock/now.server'
import { inTransaction, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { takenStaffCodes } from '../persons/existing-people.server'
import { insertPerson } from '../persons/store-person.server'
import { placeOfCommune } from '../places/places.server'
import { sameBirth } from '../roster/birth-date'
import { staffCodeMaker } from '../roster/staff-code'
import { teamAt } from './team-at.server'
import { newPerson, type Decisions, type Doubt, type MemberLine, type Namesake } from './team-form'

export type AddAnswer =
  { added: number; joined: number; doubts?: never } | { doubts: Doubt[]; added?: never; joined?: never }

/**
 * Puts a list of people into a team: new ones as community members with an account that a slip opens, those whom
 * the commune already has (decided line by line) as they are. Somebody who may already be there is asked about first;
 * nothing is stored before every line is clear.
 */
export async function addMembers(
  actor: Actor,
  communeCode: string,
  teamId: string,
  lines: MemberLine[],
  decisions: Decisions,
): Promise<AddAnswer> {
  const place = placeOfCommune(communeCode)
  authorise(actor, 'teams.manage', place)
  return inTransaction(async (tx): Promise<AddAnswer> => {
    teamAt(tx, communeCode, teamId)
    const here = peopleHere(tx, communeCode)
    const found = lines.map((line) => ({ line, namesakes: namesakesOf(line, here) }))
    const open = found.filter(
      ({ line, namesakes }) => namesakes.length > 0 && !isDecided(decisions[line.line], namesakes),
    )
    if (open.length > 0) {
      const doubts = found
        .filter(({ namesakes }) => namesakes.length > 0)
        .map(({ line, namesakes }) => ({ line: line.line, fullName: line.fullName, namesakes }))
      return { doubts }
    }
    const codeFor = staffCodeMaker(takenStaffCodes(tx))
    const at = dbDate(now())
    let joined = 0
    for (const { line, namesakes } of found) {
      const decided = decisions[line.line]
      const stored = namesakes.find(({ personId }) => personId === decided)
      const personId =
        stored?.personId ??
        insertPerson(
          tx,
          {
            staffCode: codeFor(communeCode),
            fullName: line.fullName,
            birthDate: line.birthDate,
            kind: 'community_team',
            sex: null,
            email: null,
            positionCodes: [],
            ...place,
          },
          { at, by: actor.accountId },
        )
      if (stored) joined += 1
      tx.sql.run('UPDATE Person SET teamId = ? WHERE id = ?', teamId, personId)
    }
    const added = lines.length - joined
    await audit(tx, actor.accountId, 'team.add', teamId, { communeCode, added, joined })
    return { added, joined }
  })
}

function isDecided(decision: string | undefined, namesakes: Namesake[]): boolean {
  return decision === newPerson || namesakes.some(({ personId }) => personId === decision)
}

function peopleHere(tx: Tx, communeCode: string): Namesake[] {
  return tx.sql.all<Namesake>(
    `SELECT p.id AS personId, p.staffCode, p.fullName, p.birthDate, t.name AS team
     FROM PersonCommune pc JOIN Person p ON p.id = pc.personId LEFT JOIN CommunityTeam t ON t.id = p.teamId
     WHERE pc.communeCode = ? AND pc.until IS NULL`,
    communeCode,
  )
}

/** The same name, and no birth dates that are known to differ. */
function namesakesOf({ fullName, birthDate }: MemberLine, here: Namesake[]): Namesake[] {
  return here.filter(
    (stored) =>
      fold(stored.fullName) === fold(fullName) &&
      (!stored.birthDate || !birthDate || sameBirth(stored.birthDate, birthDate)),
  )
}
