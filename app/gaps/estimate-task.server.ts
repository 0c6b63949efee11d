import { defineTask } from '~/platform/jobs/thread.server'
import { pooledEstimates } from './pooled/estimates'
import type { PooledInput, PooledResult } from './pooled/types'
import { segmentPeople, type SegmentInput, type Segments } from './segments/segment-people'

type Input = { pooled: PooledInput; segments: SegmentInput }
export type Estimated = { pooled: PooledResult; segments: Segments }

/** The long part of closing a campaign: it reads and writes nothing, and runs beside the pages. */
export const estimateInThread = defineTask<Input, Estimated>(
  'gaps.estimate',
  ({ pooled, segments }, progress) => ({
    pooled: pooledEstimates(pooled, (done, total) => progress(done, total)),
    segments: segmentPeople(segments, pooled.seed),
  }),
)
