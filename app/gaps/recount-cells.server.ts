import { setImmediate } from 'node:timers/promises'
import { inTransaction, reader, type Tx } from '~/platform/db/db.server'
import type { AskedPerson } from './asked-person'

type Sums = {
  n: number
  below: number
  distance: number
  variance: number
  selfN: number
  selfSum: number
  levelSum: number
}
type Row = Sums & { groupKind: string; groupCode: string; measure: string }

const cellsSql = `SELECT groupKind, groupCode, measure, n, below, distance, variance, selfN, selfSum, levelSum
  FROM GapCell WHERE campaignId = ? AND communeCode = ?`

const insertSql = `INSERT INTO GapCell (campaignId, communeCode, groupKind, groupCode, measure, n, below, distance, variance, selfN, selfSum, levelSum)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

/**
 * Makes the sums of a closed campaign those of its submitted sittings. They are not where an answer came in before
 * abilities were measured, or where somebody was erased since. Communes one by one, each whole or not at all, so that
 * nobody waits for a province.
 */
export async function recountCells(campaignId: string, people: readonly AskedPerson[]): Promise<void> {
  const stored = reader.sql.all<{ communeCode: string }>(
    'SELECT DISTINCT communeCode FROM GapCell WHERE campaignId = ?',
    campaignId,
  )
  const communes = new Map<string, AskedPerson[]>(stored.map(({ communeCode }) => [communeCode, []]))
  for (const person of people) {
    const own = communes.get(person.communeCode)
    if (own) own.push(person)
    else communes.set(person.communeCode, [person])
  }
  for (const [communeCode, own] of communes) {
    await setImmediate()
    const sums = sumsOf(own)
    if (agree(reader.sql.all<Row>(cellsSql, campaignId, communeCode), sums)) continue
    await inTransaction(async (tx) => replace(tx, campaignId, communeCode, sums))
  }
}

function sumsOf(people: readonly AskedPerson[]): Map<string, Row> {
  const sums = new Map<string, Row>()
  for (const { departmentCode, positionCode, told } of people) {
    for (const { measure, below, distance, variance, self } of told?.addends ?? []) {
      for (const [groupKind, groupCode] of [
        ['all', ''],
        ['department', departmentCode],
        ['position', positionCode],
      ] as const) {
        const key = keyOf({ groupKind, groupCode, measure })
        const sum = sums.get(key) ?? { groupKind, groupCode, measure, ...nothing }
        sum.n += 1
        sum.below += below
        sum.distance += distance
        sum.variance += variance
        sum.selfN += self ? 1 : 0
        sum.selfSum += self?.level ?? 0
        sum.levelSum += self?.measured ?? 0
        sums.set(key, sum)
      }
    }
  }
  return sums
}

const nothing: Sums = { n: 0, below: 0, distance: 0, variance: 0, selfN: 0, selfSum: 0, levelSum: 0 }
const parts = Object.keys(nothing) as (keyof Sums)[]

function keyOf({ groupKind, groupCode, measure }: Omit<Row, keyof Sums>): string {
  return `${groupKind}|${groupCode}|${measure}`
}

/** Sites are stored with six digits: sums made from them differ from those of the submission by little. */
function agree(rows: readonly Row[], sums: ReadonlyMap<string, Row>): boolean {
  if (rows.length !== sums.size) return false
  return rows.every((row) => {
    const sum = sums.get(keyOf(row))
    return sum !== undefined && parts.every((part) => Math.abs(sum[part] - row[part]) < 1e-2)
  })
}

function replace(tx: Tx, campaignId: string, communeCode: string, sums: ReadonlyMap<string, Row>): void {
  tx.sql.run('DELETE FROM GapCell WHERE campaignId = ? AND communeCode = ?', campaignId, communeCode)
  for (const row of sums.values()) {
    const { groupKind, groupCode, measure } = row
    const values = parts.map((part) => row[part])
    tx.sql.run(insertSql, campaignId, communeCode, groupKind, groupCode, measure, ...values)
  }
}
