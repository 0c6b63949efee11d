import { reader } from '~/platform/db/db.server'
import type { HiddenKeys } from './hidden-keys'
import type { Population } from './pooled/types'
import type { SegmentCounts } from './segment-counts'
import type { Criterion, Segment } from './segments/segment-people'
import type { SelfFigure } from './self-figures'

/** People asked and people who answered something in the quiz, of one position: what the report says of non-response. */
export type PositionResponse = { position: string; asked: number; measured: number }

/** What the figures of a campaign were made from, as it stood when they were released; `hash` is of the figures. */
export type Snapshot = {
  method: string
  standardId: number
  standardVersion: number
  parameterVersion: number | null
  frameworkVersion: string
  formVersion: string
  communeFormVersion: string | null
  asked: number
  submitted: number
  communeForms: number
  closedAt: string | null
  estimatedAt: string
  hash: string
}

/** The parts of a released report beside its estimates; one that was released before there were snapshots has none. */
export type ReleasedParts = {
  population: (Population & { draws: number; method: string }) | null
  response: PositionResponse[]
  hidden: HiddenKeys
  segments: { segments: Segment[]; criterion: Criterion }
  'segment-cells': { communes: SegmentCounts; positions: SegmentCounts }
  self: SelfFigure[]
  snapshot: Snapshot
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

/** The version of the method that released figures were worked out by; null where it was not kept. */
export function releasedMethod(campaignId: string): string | null {
  return (
    releasedPart(campaignId, 'snapshot')?.method ?? releasedPart(campaignId, 'population')?.method ?? null
  )
}
