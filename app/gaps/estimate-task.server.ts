import { defineTask } from '~/platform/jobs/thread.server'
import { hiddenKeys, type HiddenKeys, type PatternInput } from './hidden-keys'
import { pooledEstimates } from './pooled/estimates'
import type { PooledInput, PooledResult } from './pooled/types'
import { segmentPeople, type SegmentInput, type Segments } from './segments/segment-people'

type Input = { pooled: PooledInput; segments: SegmentInput; pattern: PatternInput }
export type Estimated = { pooled: PooledResult; segments: Segments; hidden: HiddenKeys }

/** The long part of closing a campaign: it reads and writes nothing, and runs beside the pages. */
export const estimateInThread = defineTask<Input, Estimated>(
  'gaps.estimate',
  ({ pooled, segments, pattern }, progress) => ({
    pooled: pooledEstimates(pooled, (done, total) => progress(done, total)),
    segments: segmentPeople(segments, pooled.seed),
    hidden: hiddenKeys(pattern),
  }),
)
