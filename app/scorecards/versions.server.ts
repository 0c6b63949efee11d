import { reader, type Tx } from '~/platform/db/db.server'
import type { Card } from './card'

type From = { sql: Pick<Tx['sql'], 'get' | 'all'> }

/** A published set of criteria; it never changes. */
export type Version = {
  number: number
  card: Card
  validFrom: string
  publishedAt: string
  publishedBy: string | null
}

/** The set that a province works on; `revision` counts its changes. */
export type Draft = { id: string; card: Card; revision: number; basedOn: number | null }

type VersionRow = Omit<Version, 'card'> & { card: string }

/** The published versions of a province, the newest first. */
export function versionsOf(provinceCode: string, from: From = reader): Version[] {
  return from.sql
    .all<VersionRow>(
      `SELECT v.number, v.card, v.validFrom, v.publishedAt, a.displayName AS publishedBy
       FROM ScorecardVersion v LEFT JOIN Account a ON a.id = v.publishedBy
       WHERE v.provinceCode = ? AND v.number IS NOT NULL ORDER BY v.number DESC`,
      provinceCode,
    )
    .map(({ card, ...row }) => ({ ...row, card: JSON.parse(card) as Card }))
}

/** The version that counts on a day (YYYY-MM-DD): the newest that is in force by then; null before the first. */
export function inForceOn(versions: readonly Version[], day: string): Version | null {
  return versions.find(({ validFrom }) => validFrom <= day) ?? null
}

export function draftOf(provinceCode: string, from: From = reader): Draft | null {
  const row = from.sql.get<{ id: string; card: string; revision: number; basedOn: number | null }>(
    `SELECT id, card, revision, (SELECT max(number) FROM ScorecardVersion w WHERE w.provinceCode = v.provinceCode) AS basedOn
     FROM ScorecardVersion v WHERE provinceCode = ? AND number IS NULL`,
    provinceCode,
  )
  return row ? { ...row, card: JSON.parse(row.card) as Card } : null
}
