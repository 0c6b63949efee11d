import type { Tx } from '~/platform/db/db.server'
import { groupOf, type Names } from './figure-cells'
import { isDomainMeasure } from './measure'
import { cellKey, isReleased, wholeProvince } from './pattern'
import type { CellEstimate } from './pooled/types'
import { smallestGroup } from './suppression'

const estimateSql = `INSERT INTO Estimate (campaignId, place, "group", measure, measured, people, share, shareLow, shareHigh,
  distance, distanceSd, distanceLow, distanceHigh, informed, rankLow, rankHigh, rankOf, higher)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

/** Takes back whatever an earlier run of the estimates has left. */
export function clearEstimates(tx: Tx, campaignId: string): void {
  tx.sql.run('DELETE FROM Estimate WHERE campaignId = ?', campaignId)
  tx.sql.run('DELETE FROM ReleasedPart WHERE campaignId = ?', campaignId)
}

/** Writes the estimates that are released, of groups large enough to be shown at all; the others are never kept. */
export function insertEstimates(
  tx: Tx,
  campaignId: string,
  cells: readonly CellEstimate[],
  names: Names,
  withheld: ReadonlySet<string>,
): void {
  for (const cell of cells) {
    if (cell.measured < smallestGroup) continue
    const place = cell.place === null ? wholeProvince : names.places[cell.place]!
    const [group, measure] = [groupOf(cell, names), names.measures[cell.measure]!]
    if (!isReleased({ place, group }, isDomainMeasure(measure))) continue
    if (withheld.has(cellKey(place, group, measure))) continue
    const rank = cell.place !== null && cell.group.kind === 'all' ? cell.rank : null
    tx.sql.run(
      estimateSql,
      campaignId,
      place,
      group,
      measure,
      cell.measured,
      cell.people,
      digits(cell.share),
      digits(cell.shareLow),
      digits(cell.shareHigh),
      digits(cell.distance),
      digits(cell.distanceSd),
      digits(cell.distanceLow),
      digits(cell.distanceHigh),
      cell.informed ? 1 : 0,
      rank?.low ?? null,
      rank?.high ?? null,
      rank?.of ?? null,
      cell.higher === null ? null : digits(cell.higher),
    )
  }
}

export function insertPart(tx: Tx, campaignId: string, part: string, data: unknown): void {
  tx.sql.run(
    'INSERT INTO ReleasedPart (campaignId, part, data) VALUES (?, ?, ?)',
    campaignId,
    part,
    JSON.stringify(data, (_, value: unknown) =>
      typeof value === 'number' ? Number(value.toPrecision(6)) : value,
    ),
  )
}

/** Beyond six digits the draws say nothing. */
function digits(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
