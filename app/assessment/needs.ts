import type { Framework, Targets } from '~/competency/framework'
import { thresholdsOf, type Standard } from '~/competency/standard'

/** A competency that a person's position needs: its dimension, and where the needed level begins on the scale (logits). */
export type Need = { competency: string; dimension: number; target: number; threshold: number }

type Scale = { framework: Framework; standard: Standard; competencies: readonly string[] }

/**
 * The competencies of a target profile in the framework's order. A level that a quiz cannot show counts as the highest
 * one that it can; a competency without thresholds is left out.
 */
export function needsOf({ framework, standard, competencies }: Scale, targets: Targets): Need[] {
  return competencies.flatMap((competency, dimension) => {
    const target = targets[competency]
    if (target === undefined) return []
    const thresholds = thresholdsOf(standard, framework, competency)
    const needed = thresholds.find(({ level }) => level >= target) ?? thresholds.at(-1)
    return needed ? [{ competency, dimension, target, threshold: needed.from }] : []
  })
}
