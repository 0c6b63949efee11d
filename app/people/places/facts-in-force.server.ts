import { reader } from '~/platform/db/db.server'
import type { Bilingual } from '~/platform/i18n/locale'

/** What a province says in the place of a default; `value` is null where it went back to the default. */
export type OwnFact = { id: number; value: Bilingual | null; at: string; by: string | null }

type Db = { sql: Pick<typeof reader.sql, 'all'> }
type Row = { id: number; code: string; vi: string; en: string; at: string; by: string | null }

/** The newest word of a province on each fact that it ever changed, by code. */
export function ownFacts(provinceCode: string, db: Db = reader): Map<string, OwnFact> {
  const rows = db.sql.all<Row>(
    `SELECT f.id, f.code, f.vi, f.en, f.at, a.displayName AS by FROM LocalFact f LEFT JOIN Account a ON a.id = f.by
     WHERE f.provinceCode = ?
       AND f.id = (SELECT max(id) FROM LocalFact WHERE provinceCode = f.provinceCode AND code = f.code)`,
    provinceCode,
  )
  return new Map(
    rows.map(({ code, ...row }) => [code, { id: row.id, value: valueOf(row), at: row.at, by: row.by }]),
  )
}

export function valueOf({ vi, en }: Bilingual): Bilingual | null {
  return vi === '' ? null : { vi, en }
}

/** Whether any province has said anything of its own. */
export function anyOwnFacts(): boolean {
  return reader.sql.get('SELECT 1 FROM LocalFact LIMIT 1') !== undefined
}
