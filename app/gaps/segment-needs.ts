import type { Framework } from '~/competency/framework'
import type { Segment } from './segments/segment-people'

/** What a segment needs of a competency: the level most of its positions ask for, and the one it may be taken to have. */
export type SegmentNeed = { competency: string; level: number; target: number }

/** Up to here a mean distance to target counts as reached, as in the names of segments. */
const reached = -0.25

/**
 * The needs of a group, from which modules can be advised: in each domain in which it lies below target, every competency
 * that positions ask for, at the level asked for most often, less the levels that the domain's mean distance amounts to, at
 * least one. `widthOf`: logits from one level of a competency to the next.
 */
export function segmentNeeds(
  { domains }: Pick<Segment, 'domains'>,
  framework: Framework,
  targets: readonly { competency: string; level: number; n: number }[],
  widthOf: (competency: string) => number,
): SegmentNeed[] {
  return domains.flatMap(({ domain, distance }) => {
    if (distance === null || distance > reached) return []
    return (framework.domains[domain]?.competencies ?? []).flatMap(({ code }) => {
      const usual = targets
        .filter(({ competency }) => competency === code)
        .reduce<{ level: number; n: number } | null>(
          (most, each) => (most && most.n >= each.n ? most : each),
          null,
        )
      const missing = Math.max(1, Math.round(-distance / widthOf(code)))
      return usual
        ? [{ competency: code, target: usual.level, level: Math.max(0, usual.level - missing) }]
        : []
    })
  })
}
