import { reader, type Tx } from '~/platform/db/db.server'

type From = { sql: Pick<Tx['sql'], 'get' | 'all'> }

export type EntryState = 'waiting' | 'confirmed' | 'returned'

/** What was entered for a criterion of a commune; `by` and `decidedBy` are the names of those who did. */
export type Entry = {
  id: number
  communeCode: string
  criterion: string
  value: number
  meaning: string
  date: string
  evidence: string
  state: EntryState
  reason: string | null
  at: string
  by: string | null
  decidedAt: string | null
  decidedBy: string | null
}

const columns = `e.id, e.communeCode, e.criterion, e.value, e.meaning, e.date, e.evidence, e.state, e.reason, e.at, a.displayName AS by,
  e.decidedAt, d.displayName AS decidedBy`
const joins = `FROM ScorecardEntry e LEFT JOIN Account a ON a.id = e."by" LEFT JOIN Account d ON d.id = e.decidedBy`

/** The entries in force of a province, one a commune and criterion, of one commune where it is named. */
export function entriesInForce(
  provinceCode: string,
  communeCode: string | null = null,
  from: From = reader,
): Entry[] {
  return from.sql.all<Entry>(
    `SELECT ${columns} ${joins} WHERE e.id IN (
       SELECT max(id) FROM ScorecardEntry WHERE provinceCode = ? AND (? IS NULL OR communeCode = ?)
       GROUP BY communeCode, criterion) ORDER BY e.at DESC, e.id DESC`,
    provinceCode,
    communeCode,
    communeCode,
  )
}

/** Everything that was entered for a criterion of a commune, the newest first. */
export function entryHistory(communeCode: string, criterion: string): Entry[] {
  return reader.sql.all<Entry>(
    `SELECT ${columns} ${joins} WHERE e.communeCode = ? AND e.criterion = ? ORDER BY e.id DESC`,
    communeCode,
    criterion,
  )
}
