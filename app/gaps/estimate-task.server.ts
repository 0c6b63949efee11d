import { defineTask } from '~/platform/jobs/thread.server'
import { figureCells, type Names } from './figure-cells'
import { hiddenKeys, type HiddenKeys, type PatternInput } from './hidden-keys'
import { pooledEstimates } from './pooled/estimates'
import type { PooledInput, PooledResult } from './pooled/types'
import { segmentPeople, type SegmentInput, type Segments } from './segments/segment-people'

type Input = { pooled: PooledInput; segments: SegmentInput; pattern: PatternInput; names: Names }
export type Estimated = { pooled: PooledResult; segments: Segments; hidden: HiddenKeys; withheld: string[] }

/** The long part of closing a campaign: it reads and writes nothing, and runs beside the pages. */
export const estimateInThread = defineTask<Input, Estimated>(
  'gaps.estimate',
  ({ pooled: input, segments, pattern, names }, progress) => {
    const pooled = pooledEstimates(input, (done, total) => progress(done, total))
    return {
      pooled,
      segments: segmentPeople(segments, input.seed),
      ...hiddenKeys({ ...pattern, cells: figureCells(pooled, names), unit: pooled.draws }),
    }
  },
)
