import { now } from '~/platform/clock/now.server'
import { reader, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { vietnamDay } from '~/platform/i18n/format'

export type Via = 'mail' | 'list' | 'message'
export type Nudge = { via: Via; at: string; people: number; byItself: boolean }

/** The newest reminder of each commune of a campaign. */
export function lastNudges(campaignId: string): Map<string, Nudge> {
  const rows = reader.sql.all<{
    communeCode: string
    via: Via
    at: string
    people: number
    by: string | null
  }>('SELECT communeCode, via, at, people, by FROM Nudge WHERE campaignId = ? ORDER BY at, rowid', campaignId)
  return new Map(
    rows.map(({ communeCode, by, ...nudge }) => [communeCode, { ...nudge, byItself: by === null }]),
  )
}

/** Whether anybody was reminded on Vietnam's present day. */
export function nudgedToday(campaignId: string): boolean {
  const newest = reader.sql.get<{ at: string | null }>(
    'SELECT max(at) AS at FROM Nudge WHERE campaignId = ?',
    campaignId,
  )?.at
  return newest != null && vietnamDay(new Date(newest)) === vietnamDay(now())
}

/** How many communes were reminded under this id already: a form that was sent twice reminds once. */
export function countNudged(tx: Pick<Tx, 'sql'>, noteId: string): number {
  const sql = "SELECT COUNT(*) AS n FROM Nudge WHERE id >= ? || ':' AND id < ? || ';'"
  return tx.sql.get<{ n: number }>(sql, noteId, noteId)?.n ?? 0
}

type NewNudge = {
  noteId: string
  campaignId: string
  via: Via
  by: string | null
  communes: readonly { code: string; missing: number }[]
}

export function writeNudges(tx: Pick<Tx, 'sql'>, { noteId, campaignId, via, by, communes }: NewNudge): void {
  for (const { code, missing } of communes)
    tx.sql.run(
      'INSERT INTO Nudge (id, campaignId, communeCode, via, people, at, by) VALUES (?, ?, ?, ?, ?, ?, ?)',
      `${noteId}:${code}`,
      campaignId,
      code,
      via,
      missing,
      dbDate(now()),
      by,
    )
}
