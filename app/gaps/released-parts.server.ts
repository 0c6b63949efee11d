import { reader } from '~/platform/db/db.server'
import type { HiddenKeys } from './hidden-keys'
import type { Population } from './pooled/types'
import type { SegmentCounts } from './segment-counts'
import type { Criterion, Segment } from './segments/segment-people'
import type { SelfFigure } from './self-figures'

/** People asked and people who answered something in the quiz, of one position: what the report says of non-response. */
export type PositionResponse = { position: string; asked: number; measured: number }

/** The parts of a released report beside its estimates. */
export type ReleasedParts = {
  population: (Population & { draws: number; method: string }) | null
  response: PositionResponse[]
  hidden: HiddenKeys
  segments: { segments: Segment[]; criterion: Criterion }
  'segment-cells': { communes: SegmentCounts; positions: SegmentCounts }
  self: SelfFigure[]
}

export function releasedPart<Part extends keyof ReleasedParts>(
  campaignId: string,
  part: Part,
): ReleasedParts[Part] | null {
  const row = reader.sql.get<{ data: string }>(
    'SELECT data FROM ReleasedPart WHERE campaignId = ? AND part = ?',
    campaignId,
    part,
  )
  return row ? (JSON.parse(row.data) as ReleasedParts[Part]) : null
}
