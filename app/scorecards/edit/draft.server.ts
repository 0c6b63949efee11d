import { randomUUID } from 'node:crypto'
import { now } from '~/platform/clock/now.server'
import { inTransaction, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import { vietnamDay } from '~/platform/i18n/format'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import type { Card } from '../card'
import { cardFaults, type CardFault } from '../card-faults'
import { catalogueOf, knownIn, scorecardProvince } from '../catalogue.server'
import { exampleCard } from '../example.server'
import { draftOf, versionsOf, type Draft } from '../versions.server'

/** Begins a draft: a copy of the newest version, or of the example where there is none. One that was begun stays. */
export async function beginDraft(actor: Actor): Promise<void> {
  const provinceCode = scorecardProvince(actor)
  const example = await exampleCard()
  await inTransaction(async (tx) => {
    if (draftOf(provinceCode, tx)) return
    const [newest] = versionsOf(provinceCode, tx)
    tx.sql.run(
      `INSERT INTO ScorecardVersion (id, provinceCode, number, card, revision, createdAt, createdBy) VALUES (?, ?, NULL, ?, 1, ?, ?)`,
      ...[
        randomUUID(),
        provinceCode,
        JSON.stringify(newest?.card ?? example),
        dbDate(now()),
        actor.accountId,
      ],
    )
    await audit(tx, actor.accountId, 'scorecard.draft', provinceCode, { basedOn: newest?.number ?? null })
  })
}

/** Throws the draft away; what was published stays. */
export async function discardDraft(actor: Actor): Promise<void> {
  const provinceCode = scorecardProvince(actor)
  await inTransaction(async (tx) => {
    tx.sql.run('DELETE FROM ScorecardVersion WHERE provinceCode = ? AND number IS NULL', provinceCode)
    await audit(tx, actor.accountId, 'scorecard.discard', provinceCode)
  })
}

export type DraftAnswer = { fault: 'changed' | 'taken' } | { fault?: never }

/**
 * Changes the draft in one transaction. `revision` is the one that the form began from: where somebody changed the draft since,
 * nothing is stored. `change` gives the new card, or why it cannot be made.
 */
export async function changeDraft(
  actor: Actor,
  revision: number | null,
  what: string,
  change: (card: Card) => Card | 'taken',
): Promise<DraftAnswer> {
  const provinceCode = scorecardProvince(actor)
  return inTransaction(async (tx) => {
    const draft = requireDraft(provinceCode, tx)
    if (revision !== null && draft.revision !== revision) return { fault: 'changed' as const }
    const card = change(draft.card)
    if (card === 'taken') return { fault: 'taken' as const }
    tx.sql.run(
      'UPDATE ScorecardVersion SET card = ?, revision = revision + 1 WHERE id = ?',
      JSON.stringify(card),
      draft.id,
    )
    await audit(tx, actor.accountId, `scorecard.${what}`, provinceCode)
    return {}
  })
}

function requireDraft(provinceCode: string, tx: Tx): Draft {
  const draft = draftOf(provinceCode, tx)
  if (!draft) throw refuse('notFound')
  return draft
}

export type PublishAnswer =
  | { number: number; fault?: never }
  | { fault: 'publish.early' | 'publish.same' | 'publish.faults'; faults: CardFault[]; number?: never }

/**
 * Publishes the draft as the next version, in force from a day (YYYY-MM-DD) that may lie ahead. It may not begin before the
 * version it follows, nor before the last snapshot: what was taken by the old criteria stays theirs.
 */
export async function publishDraft(actor: Actor, validFrom: string): Promise<PublishAnswer> {
  const provinceCode = scorecardProvince(actor)
  const known = knownIn(catalogueOf(provinceCode))
  return inTransaction(async (tx) => {
    const draft = requireDraft(provinceCode, tx)
    const faults = cardFaults(draft.card, known)
    if (faults.length > 0) return { fault: 'publish.faults' as const, faults }
    const [newest] = versionsOf(provinceCode, tx)
    const taken = tx.sql.get<{ day: string | null }>(
      'SELECT max(day) AS day FROM ScorecardSnapshot WHERE provinceCode = ? AND removedAt IS NULL',
      provinceCode,
    )
    const earliest = [newest?.validFrom, taken?.day]
      .filter((day) => day != null)
      .sort()
      .at(-1)
    if (earliest !== undefined && validFrom < earliest) return { fault: 'publish.early' as const, faults: [] }
    if (newest && JSON.stringify(newest.card) === JSON.stringify(draft.card))
      return { fault: 'publish.same' as const, faults: [] }
    const number = (newest?.number ?? 0) + 1
    tx.sql.run(
      'UPDATE ScorecardVersion SET number = ?, validFrom = ?, publishedAt = ?, publishedBy = ? WHERE id = ?',
      ...[number, validFrom, dbDate(now()), actor.accountId, draft.id],
    )
    await audit(tx, actor.accountId, 'scorecard.publish', provinceCode, { number, validFrom })
    return { number }
  })
}

/** The day that the form of publishing begins with. */
export function publishDay(): string {
  return vietnamDay(now())
}
