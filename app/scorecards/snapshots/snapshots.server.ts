import { randomUUID } from 'node:crypto'
import { communesIn } from '~/people/places/places.server'
import { now } from '~/platform/clock/now.server'
import { inTransaction, reader, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import { vietnamDay } from '~/platform/i18n/format'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { scorecardProvince } from '../catalogue.server'
import { scoresBy } from '../readings/readings-of.server'
import type { CriterionScore } from '../score'
import { inForceOn, versionsOf } from '../versions.server'

/** Scores taken on a day (YYYY-MM-DD) by a version of the criteria; one that was removed is kept, and can come back. */
export type Snapshot = {
  id: string
  version: number
  title: string
  day: string
  sample: boolean
  takenAt: string
  removedAt: string | null
}

const columns = 'id, version, title, day, sample, takenAt, removedAt'
type Row = Omit<Snapshot, 'sample'> & { sample: number }
const snapshotOf = ({ sample, ...row }: Row): Snapshot => ({ ...row, sample: sample === 1 })

/** The snapshots of a province, the newest first. */
export function snapshotsOf(provinceCode: string): Snapshot[] {
  return reader.sql
    .all<Row>(
      `SELECT ${columns} FROM ScorecardSnapshot WHERE provinceCode = ? AND removedAt IS NULL ORDER BY takenAt DESC, id`,
      provinceCode,
    )
    .map(snapshotOf)
}

/** A snapshot of a province by its id, also one that was removed. */
export function snapshotAt(provinceCode: string, id: string): Snapshot {
  const row = reader.sql.get<Row>(
    `SELECT ${columns} FROM ScorecardSnapshot WHERE provinceCode = ? AND id = ?`,
    provinceCode,
    id,
  )
  if (!row) throw refuse('notFound')
  return snapshotOf(row)
}

export type TakenScores = { code: string; name: string; scores: CriterionScore[] }

/** What was stored of each commune in a snapshot. */
export function takenScores(snapshotId: string): TakenScores[] {
  return reader.sql
    .all<{ communeCode: string; name: string; scores: string }>(
      'SELECT communeCode, name, scores FROM ScorecardScore WHERE snapshotId = ? ORDER BY communeCode',
      snapshotId,
    )
    .map(({ communeCode, name, scores }) => ({
      code: communeCode,
      name,
      scores: JSON.parse(scores) as CriterionScore[],
    }))
}

/** The scores of one commune in each snapshot that has them. */
export function takenOf(communeCode: string): Map<string, CriterionScore[]> {
  const rows = reader.sql.all<{ snapshotId: string; scores: string }>(
    `SELECT s.snapshotId, s.scores FROM ScorecardScore s JOIN ScorecardSnapshot n ON n.id = s.snapshotId
     WHERE s.communeCode = ? AND n.removedAt IS NULL`,
    communeCode,
  )
  return new Map(rows.map(({ snapshotId, scores }) => [snapshotId, JSON.parse(scores) as CriterionScore[]]))
}

/** Takes the scores of every commune as they stand now, by the version in force; null where none is. */
export async function takeSnapshot(actor: Actor, title: string): Promise<string | null> {
  const provinceCode = scorecardProvince(actor)
  const day = vietnamDay(now())
  const version = inForceOn(versionsOf(provinceCode), day)
  if (!version) return null
  const communes = communesIn(provinceCode)
  const scores = scoresBy(
    version.card,
    provinceCode,
    communes.map(({ code }) => code),
    day,
  )
  const id = randomUUID()
  await inTransaction(async (tx) => {
    tx.sql.run(
      `INSERT INTO ScorecardSnapshot (id, provinceCode, version, title, day, sample, takenAt, takenBy)
       VALUES (?, ?, ?, ?, ?, EXISTS (SELECT 1 FROM Installation WHERE key = 'sample' AND value = 'true'), ?, ?)`,
      ...[id, provinceCode, version.number, title, day, dbDate(now()), actor.accountId],
    )
    for (const { code, name } of communes)
      tx.sql.run(
        'INSERT INTO ScorecardScore (snapshotId, communeCode, name, scores) VALUES (?, ?, ?, ?)',
        ...[id, code, name, JSON.stringify(scores.get(code) ?? [])],
      )
    await audit(tx, actor.accountId, 'scorecard.snapshot', id, { version: version.number })
  })
  return id
}

/** Takes a snapshot out of the lists, or puts it back. */
export async function setSnapshotRemoved(actor: Actor, id: string, isRemoved: boolean): Promise<void> {
  const provinceCode = scorecardProvince(actor)
  await inTransaction(async (tx) => {
    requireSnapshot(tx, provinceCode, id)
    const at = isRemoved ? dbDate(now()) : null
    tx.sql.run('UPDATE ScorecardSnapshot SET removedAt = ? WHERE id = ?', at, id)
    await audit(tx, actor.accountId, `scorecard.snapshot-${isRemoved ? 'remove' : 'restore'}`, id)
  })
}

function requireSnapshot(tx: Tx, provinceCode: string, id: string): void {
  if (!tx.sql.get('SELECT 1 FROM ScorecardSnapshot WHERE provinceCode = ? AND id = ?', provinceCode, id))
    throw refuse('notFound')
}
