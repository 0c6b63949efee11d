import { now } from '~/platform/clock/now.server'
import { inTransaction, reader } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import type { Actor } from '~/platform/policy/actor'

const minutes = 5

/** Notes that a person has a draft open, at most once a minute. */
export async function notePresence(actor: Actor, draftId: string): Promise<void> {
  const recent = reader.sql.get(
    'SELECT 1 FROM DraftPresence WHERE draftId = ? AND accountId = ? AND at > ?',
    ...[draftId, actor.accountId, dbDate(new Date(now().getTime() - 60_000))],
  )
  if (recent) return
  await inTransaction((tx) => {
    tx.sql.run(
      `INSERT INTO DraftPresence (draftId, accountId, at) VALUES (?, ?, ?)
       ON CONFLICT (draftId, accountId) DO UPDATE SET at = excluded.at`,
      ...[draftId, actor.accountId, dbDate(now())],
    )
    return Promise.resolve()
  })
}

/** Who else had a draft open, or saved it, in the last minutes. */
export function othersAt(actor: Actor, draftId: string): { name: string; at: string }[] {
  return reader.sql.all<{ name: string; at: string }>(
    `SELECT a.displayName AS name, max(p.at) AS at FROM (
       SELECT accountId, at FROM DraftPresence WHERE draftId = ?
       UNION ALL SELECT by AS accountId, at FROM DraftRevision WHERE draftId = ?) p
     JOIN Account a ON a.id = p.accountId
     WHERE p.accountId <> ? AND p.at > ? GROUP BY a.id ORDER BY at DESC`,
    ...[draftId, draftId, actor.accountId, dbDate(new Date(now().getTime() - minutes * 60_000))],
  )
}
