import { now } from '~/platform/clock/now.server'
import { inTransaction, type Tx } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { compareNames } from '~/formats/fold'
import { personPlace } from '../persons/person-place.server'
import { communeByCode, placeOfCommune } from '../places/places.server'
import { teamAt } from '../teams/team-at.server'
import { newSlip, slipExpiry } from './new-slip.server'

/** A slip as it is printed; its code exists nowhere else. */
export type PrintedSlip = {
  personId: string
  name: string
  commune: string
  username: string
  code: string
  expiresAt: string
}

type Holder = {
  accountId: string
  personId: string
  fullName: string
  username: string
  passwordHash: string | null
  communeName: string | null
}

const holders = `SELECT a.id AS accountId, p.id AS personId, p.fullName, a.username, a.passwordHash, c.name AS communeName
  FROM Person p JOIN Account a ON a.personId = p.id AND a.disabledAt IS NULL
  LEFT JOIN PersonCommune pc ON pc.personId = p.id AND pc.until IS NULL
  LEFT JOIN Commune c ON c.code = pc.communeCode`

/** Makes slips for everybody at a commune who has no password yet; slips printed earlier and not used end. */
export async function issueCommuneSlips(
  actor: Actor,
  communeCode: string,
): Promise<{ commune: string; slips: PrintedSlip[] }> {
  authorise(actor, 'slips.issue', placeOfCommune(communeCode))
  const { name } = communeByCode(communeCode)
  const slips = await inTransaction(async (tx) => {
    const made = await printedAll(tx, 'pc.communeCode = ?', communeCode, actor.accountId)
    await audit(tx, actor.accountId, 'slips.commune', communeCode, { slips: made.length })
    return made
  })
  return { commune: name, slips }
}

/** The same for the members of a community team. */
export async function issueTeamSlips(
  actor: Actor,
  communeCode: string,
  teamId: string,
): Promise<PrintedSlip[]> {
  authorise(actor, 'slips.issue', placeOfCommune(communeCode))
  return inTransaction(async (tx) => {
    teamAt(tx, communeCode, teamId)
    const made = await printedAll(tx, 'p.teamId = ?', teamId, actor.accountId)
    await audit(tx, actor.accountId, 'slips.team', teamId, { slips: made.length })
    return made
  })
}

/**
 * Makes a slip for one person. Somebody who has a password keeps it until the new code is used, and is told
 * at the next sign-in; that needs to be confirmed first.
 */
export async function issuePersonSlip(
  actor: Actor,
  personId: string,
  confirmed: boolean,
): Promise<{ slip: PrintedSlip; needsConfirmation?: never } | { needsConfirmation: true; slip?: never }> {
  return inTransaction(async (tx) => {
    authorise(actor, 'slips.issue', personPlace(tx, personId))
    const holder = tx.sql.get<Holder>(`${holders} WHERE p.id = ?`, personId)
    if (!holder) throw refuse('notFound')
    if (holder.passwordHash !== null && !confirmed) return { needsConfirmation: true as const }
    const slip = await printed(tx, holder, actor.accountId)
    await audit(tx, actor.accountId, 'slips.person', personId, { hadPassword: holder.passwordHash !== null })
    return { slip }
  })
}

/** Slips, by given name, for those whom a condition finds and who have no password. */
async function printedAll(tx: Tx, condition: string, of: string, by: string): Promise<PrintedSlip[]> {
  const waiting = tx.sql.all<Holder>(`${holders} WHERE ${condition} AND a.passwordHash IS NULL`, of)
  const ordered = waiting.sort((a, b) => compareNames(a.fullName, b.fullName))
  const made: PrintedSlip[] = []
  for (const holder of ordered) made.push(await printed(tx, holder, by))
  return made
}

async function printed(tx: Tx, holder: Holder, by: string): Promise<PrintedSlip> {
  const { accountId, personId, fullName, username, communeName } = holder
  const code = await newSlip(tx, accountId, by)
  return {
    personId,
    name: fullName,
    commune: communeName ?? '',
    username,
    code,
    expiresAt: slipExpiry(now()).toISOString(),
  }
}
