import type { Measuring } from '~/assessment/measuring.server'
import { reader, type Tx } from '~/platform/db/db.server'
import { addMeasures } from './add-to-cells.server'
import { cellAddends } from './cell-addends'
import type { AskedPerson } from './asked-person'

type Row = {
  communeCode: string
  groupKind: string
  groupCode: string
  measure: string
  n: number
  below: number
  distance: number
}

/**
 * Whether the sums of a campaign are those of its submitted sittings. They are not where an answer came in before
 * abilities were measured, or where somebody was erased since: estimates rest on the sittings, so the sums follow them.
 */
export function cellsAgree(campaignId: string, scale: Measuring, people: readonly AskedPerson[]): boolean {
  const rows = reader.sql.all<Row>(
    'SELECT communeCode, groupKind, groupCode, measure, n, below, distance FROM GapCell WHERE campaignId = ?',
    campaignId,
  )
  const sums = new Map(
    rows.map(({ communeCode, groupKind, groupCode, measure, n, below, distance }) => [
      [communeCode, groupKind, groupCode, measure].join('|'),
      { n, below, distance },
    ]),
  )
  for (const { communeCode, departmentCode, positionCode, told } of people) {
    if (!told) continue
    for (const { measure, below, distance } of cellAddends(scale, told.results, told.domains)) {
      for (const group of ['all|', `department|${departmentCode}`, `position|${positionCode}`]) {
        const sum = sums.get(`${communeCode}|${group}|${measure}`)
        if (!sum) return false
        sum.n -= 1
        sum.below -= below
        sum.distance -= distance
      }
    }
  }
  return [...sums.values()].every(
    ({ n, below, distance }) => n === 0 && Math.abs(below) < 1e-2 && Math.abs(distance) < 1e-2,
  )
}

/** Makes the sums of a campaign anew from its submitted sittings. */
export function recountCells(
  tx: Tx,
  campaignId: string,
  scale: Measuring,
  people: readonly AskedPerson[],
): void {
  tx.sql.run('DELETE FROM GapCell WHERE campaignId = ?', campaignId)
  for (const { communeCode, positionCode, departmentCode, told } of people) {
    if (!told) continue
    const { results, domains } = told
    addMeasures(tx, scale, { campaignId, communeCode, positionCode, departmentCode, results, domains })
  }
}
