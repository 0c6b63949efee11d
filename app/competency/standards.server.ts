import { sameData } from '~/formats/same-data'
import { now } from '~/platform/clock/now.server'
import { reader, type Tx } from '~/platform/db/db.server'
import { dbDate, type Statements } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import { standardSchema, type Standard } from './standard'

export type StoredStandard = {
  id: number
  standard: Standard
  shipped: boolean
  reason: string | null
  createdAt: string
  createdBy: string | null
}

type Row = Omit<StoredStandard, 'standard' | 'shipped'> & { data: string; shipped: number }
type Db = { sql: Pick<Statements, 'get' | 'all'> }
const columns = 'id, data, shipped, reason, createdAt, createdBy'

// Rows never change, so what was read once stays right for the life of the process.
const known = new Map<number, StoredStandard>()

function storedOf(row: Row): StoredStandard {
  const before = known.get(row.id)
  if (before) return before
  const { data, shipped, ...rest } = row
  const stored = { ...rest, shipped: shipped === 1, standard: standardSchema.parse(JSON.parse(data)) }
  known.set(row.id, stored)
  return stored
}

export function standardVersion(id: number): StoredStandard {
  const before = known.get(id)
  if (before) return before
  const row = reader.sql.get<Row>(`SELECT ${columns} FROM MeasurementStandard WHERE id = ?`, id)
  if (!row) throw refuse('notFound')
  return storedOf(row)
}

/** The standard in force: the newest that experts edited, or the newest that ships. */
export function standardInForce(frameworkCode: string, db: Db = reader): StoredStandard {
  const row = db.sql.get<Row>(
    `SELECT ${columns} FROM MeasurementStandard WHERE frameworkCode = ? ORDER BY shipped, id DESC LIMIT 1`,
    frameworkCode,
  )
  if (!row) throw refuse('notFound')
  return storedOf(row)
}

/** Every standard that a framework has had, the newest first: the trace of who set the thresholds, when and why. */
export function standardHistory(frameworkCode: string): StoredStandard[] {
  return reader.sql
    .all<Row>(
      `SELECT ${columns} FROM MeasurementStandard WHERE frameworkCode = ? ORDER BY id DESC`,
      frameworkCode,
    )
    .map(storedOf)
}

/** Codes of frameworks whose shipped standard differs from the stored one of the same version. */
export function changedStandards(standards: readonly Standard[]): string[] {
  return standards
    .filter((standard) => {
      const before = shippedData(reader, standard)
      return before !== undefined && !sameData(JSON.parse(before), standard)
    })
    .map(({ framework }) => framework)
}

/** Stores shipped standards that are new. */
export function loadStandards(tx: Tx, standards: readonly Standard[]): void {
  for (const standard of standards) {
    if (shippedData(tx, standard) !== undefined) continue
    tx.sql.run(
      'INSERT INTO MeasurementStandard (frameworkCode, version, shipped, data, createdAt) VALUES (?, ?, 1, ?, ?)',
      standard.framework,
      standard.version,
      JSON.stringify(standard),
      dbDate(now()),
    )
  }
}

function shippedData(db: Db, { framework, version }: Standard): string | undefined {
  return db.sql.get<{ data: string }>(
    'SELECT data FROM MeasurementStandard WHERE frameworkCode = ? AND version = ? AND shipped = 1',
    framework,
    version,
  )?.data
}
