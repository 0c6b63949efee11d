import { needsOf } from '~/assessment/needs'
import type { CompetencyResult, DomainResult, Scale } from '~/assessment/results'
import { expectedLevel } from '~/assessment/self-rating'
import { thresholdsOf } from '~/competency/standard'
import { domainMeasure } from './measure'

/**
 * What one person adds to the sums of a measure: the probability of being below the target, the distance to it and its
 * variance (logits), and the self-assessed level with the expected measured one, where there is a self-assessment.
 */
export type Addend = {
  measure: string
  below: number
  distance: number
  variance: number
  self: { level: number; measured: number } | null
}

type Part = Pick<Scale, 'framework' | 'standard' | 'competencies'>

/** The addends of every competency and domain of which a person answered something. */
export function cellAddends(
  scale: Part,
  results: readonly CompetencyResult[],
  domains: readonly DomainResult[],
): Addend[] {
  const answered = results.filter((each) => each.answered > 0)
  const self = new Map(answered.map((result) => [result.competency, selfOf(scale, result)]))
  const needs = needsOf(
    scale,
    Object.fromEntries(results.map(({ competency, target }) => [competency, target])),
  )
  const thresholds = new Map(needs.map(({ competency, threshold }) => [competency, threshold]))
  return [
    ...answered.flatMap(({ competency, below, ability, sd }): Addend[] => {
      const threshold = thresholds.get(competency)
      if (threshold === undefined) return []
      const distance = ability - threshold
      return [{ measure: competency, below, distance, variance: sd * sd, self: self.get(competency) ?? null }]
    }),
    ...domains
      .filter((each) => each.answered > 0)
      .map(({ domain, competencies, below, distance, sd }): Addend => {
        const own = competencies.flatMap((code) => self.get(code) ?? [])
        return { measure: domainMeasure(domain), below, distance, variance: sd * sd, self: meanSelf(own) }
      }),
  ]
}

function selfOf({ framework, standard }: Part, result: CompetencyResult): Addend['self'] {
  const { selfLevel, competency, ability, sd } = result
  if (selfLevel === null) return null
  const thresholds = thresholdsOf(standard, framework, competency)
  return { level: selfLevel, measured: expectedLevel({ ability: { mean: ability, sd }, thresholds }).mean }
}

function meanSelf(own: readonly NonNullable<Addend['self']>[]): Addend['self'] {
  if (own.length === 0) return null
  return {
    level: own.reduce((sum, { level }) => sum + level, 0) / own.length,
    measured: own.reduce((sum, { measured }) => sum + measured, 0) / own.length,
  }
}
