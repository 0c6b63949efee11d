import { placeOfCommune } from '~/people/places/places.server'
import { now } from '~/platform/clock/now.server'
import { inTransaction, reader, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import { vietnamDay } from '~/platform/i18n/format'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { activeCriteria, isEntered, meaningOf, type Card, type Criterion } from '../card'
import { inForceOn, versionsOf } from '../versions.server'
import type { EntryInput } from './entry-form'

/** The criteria that count today, or, before the first version is in force, those that will. */
export function cardToday(provinceCode: string): Card | null {
  const versions = versionsOf(provinceCode)
  return (inForceOn(versions, vietnamDay(now())) ?? versions.at(-1))?.card ?? null
}

/** A criterion that is entered, by its code; refuses one that is not there, or that has its figure from elsewhere. */
export function enteredCriterion(provinceCode: string, code: string): Criterion {
  const card = cardToday(provinceCode)
  const criterion = card && activeCriteria(card).find((each) => each.code === code)
  if (!criterion || !isEntered(criterion.source)) throw refuse('notFound')
  return criterion
}

/** Stores what a commune says of a criterion. It counts from now on and waits for a planner; what a planner enters is confirmed. */
export async function enterValue(
  actor: Actor,
  communeCode: string,
  code: string,
  { value, date, evidence }: EntryInput,
): Promise<void> {
  const place = placeOfCommune(communeCode)
  authorise(actor, 'scorecard.enter', place)
  const criterion = enteredCriterion(place.provinceCode, code)
  const confirms = can(actor, 'scorecard.edit', { provinceCode: place.provinceCode })
  const at = dbDate(now())
  await inTransaction(async (tx) => {
    tx.sql.run(
      `INSERT INTO ScorecardEntry (provinceCode, communeCode, criterion, value, meaning, date, evidence, state, at, "by", decidedAt, decidedBy)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[place.provinceCode, communeCode, code, value, meaningOf(criterion.source), date, evidence],
      ...[confirms ? 'confirmed' : 'waiting', at, actor.accountId],
      ...(confirms ? [at, actor.accountId] : [null, null]),
    )
    await audit(tx, actor.accountId, 'scorecard.enter', communeCode, { criterion: code })
  })
}

/** Confirms an entry, or returns it with a reason; only the one in force can be decided, again and again. */
export async function decideEntry(
  actor: Actor,
  id: number,
  decision: { state: 'confirmed' } | { state: 'returned'; reason: string },
): Promise<void> {
  const entry = requireInForce(id, reader)
  authorise(actor, 'scorecard.edit', { provinceCode: entry.provinceCode })
  await inTransaction(async (tx) => {
    requireInForce(id, tx)
    tx.sql.run(
      'UPDATE ScorecardEntry SET state = ?, reason = ?, decidedAt = ?, decidedBy = ? WHERE id = ?',
      ...[decision.state, decision.state === 'returned' ? decision.reason : null],
      ...[dbDate(now()), actor.accountId, id],
    )
    await audit(tx, actor.accountId, `scorecard.${decision.state}`, entry.communeCode, {
      criterion: entry.criterion,
    })
  })
}

type Row = { provinceCode: string; communeCode: string; criterion: string; newest: number }

function requireInForce(id: number, from: { sql: Pick<Tx['sql'], 'get'> }): Row {
  const row = from.sql.get<Row>(
    `SELECT e.provinceCode, e.communeCode, e.criterion,
       (SELECT max(id) FROM ScorecardEntry n WHERE n.communeCode = e.communeCode AND n.criterion = e.criterion) AS newest
     FROM ScorecardEntry e WHERE e.id = ?`,
    id,
  )
  if (row?.newest !== id) throw refuse('notFound')
  return row
}
