import type { Framework, Targets } from '~/competency/framework'
import { levelOfAbility, thresholdsOf, type Standard } from '~/competency/standard'
import { informed, posterior, type Posterior } from './irt/posterior'
import type { Prior } from './irt/prior'
import type { ItemParameters } from './irt/parameters'
import { isRapid, observationsOf, type MeasuredAnswer } from './measured-answers'
import { needsOf } from './needs'
import { normalCdf } from './numeric/normal'

/** What a measurement rests on; see measuringOf(). */
export type Scale = {
  framework: Framework
  standard: Standard
  competencies: readonly string[]
  dimensionOf: ReadonlyMap<string, number>
  domainOf: readonly number[]
  prior: Prior
  parametersOf: (itemVersionId: string) => ItemParameters
}

/** What the answers of one person tell: the posterior, the scored answers behind it, those left out as too quick. */
export type PersonMeasure = { after: Posterior; answers: MeasuredAnswer[]; rapid: number }

/** What a submitted sitting shows of one competency. */
export type CompetencyResult = {
  competency: string
  points: number
  /** Scored answers, "I do not know" included; items not reached and answers given too quickly do not count. */
  answered: number
  /** Level reached by the ability, 0 below the first; null where the answers told too little. */
  level: number | null
  target: number
  /** Level that the person chose in the self-assessment, 0–4; null where it was not answered. */
  selfLevel: number | null
  /** Mean and standard deviation of the posterior, in logits. */
  ability: number
  sd: number
  /** Probability of being below the target, 0–1. */
  below: number
  /** The answers told enough about it: its standard deviation fell by at least a quarter. */
  informed: boolean
}

/** A domain seen as one: the mean of ability − threshold over its competencies that the position needs, in logits. */
export type DomainResult = {
  domain: string
  competencies: string[]
  answered: number
  distance: number
  sd: number
  below: number
  informed: boolean
}

/** The posterior of a person from the scored answers of one sitting. */
export function measurePerson(scale: Scale, answers: readonly MeasuredAnswer[]): PersonMeasure {
  const { observations, rapid } = observationsOf(scale, answers)
  return {
    after: posterior(scale.prior, observations),
    answers: answers.filter((answer) => scale.dimensionOf.has(answer.competency) && !isRapid(answer)),
    rapid,
  }
}

/** Results of all competencies of `targets`, in the order of the framework. */
export function competencyResults(
  scale: Scale,
  targets: Targets,
  { after, answers }: PersonMeasure,
  self: Record<string, number>,
): CompetencyResult[] {
  return needsOf(scale, targets).map(({ competency, dimension, target, threshold }) => {
    const own = answers.filter((answer) => answer.competency === competency)
    const ability = after.mean[dimension]!
    const sd = deviation(after, dimension)
    const told = informed(scale.prior, after, dimension)
    const thresholds = thresholdsOf(scale.standard, scale.framework, competency)
    return {
      competency,
      points: own.reduce((sum, { score }) => sum + score, 0),
      answered: own.length,
      level: told ? levelOfAbility(thresholds, ability) : null,
      target,
      selfLevel: self[competency] ?? null,
      ability,
      sd,
      below: normalCdf((threshold - ability) / sd),
      informed: told,
    }
  })
}

/** Results of all domains with a needed competency; their errors carry the correlation between competencies. */
export function domainResults(
  scale: Omit<Scale, 'dimensionOf' | 'parametersOf'>,
  results: readonly Pick<CompetencyResult, 'competency' | 'target' | 'answered'>[],
  after: Pick<Posterior, 'mean' | 'covariance'>,
): DomainResult[] {
  const targets = Object.fromEntries(results.map(({ competency, target }) => [competency, target]))
  const needs = needsOf(scale, targets)
  return scale.framework.domains.flatMap(({ code }, domain) => {
    const own = needs.filter(({ dimension }) => scale.domainOf[dimension] === domain)
    if (own.length === 0) return []
    const dimensions = own.map(({ dimension }) => dimension)
    const distance =
      own.reduce((sum, { dimension, threshold }) => sum + after.mean[dimension]! - threshold, 0) / own.length
    const sd = meanDeviation(after.covariance, dimensions)
    const competencies = own.map(({ competency }) => competency)
    return [
      {
        domain: code,
        competencies,
        answered: results.reduce(
          (sum, { competency, answered }) => sum + (competencies.includes(competency) ? answered : 0),
          0,
        ),
        distance,
        sd,
        below: normalCdf(-distance / sd),
        informed: sd <= 0.75 * meanDeviation(scale.prior.covariance, dimensions),
      },
    ]
  })
}

/** Whether a measured competency is below its target; null where it was not measured. */
export function belowTarget(result: Pick<CompetencyResult, 'level' | 'target'>): boolean | null {
  return result.level === null ? null : result.level < result.target
}

export function deviation({ mean, covariance }: Pick<Posterior, 'mean' | 'covariance'>, k: number): number {
  return Math.sqrt(covariance.data[k * (mean.length + 1)]!)
}

/** Standard deviation of the mean of some coordinates. */
function meanDeviation(covariance: Posterior['covariance'], dimensions: readonly number[]): number {
  let sum = 0
  for (const i of dimensions) for (const j of dimensions) sum += covariance.data[i * covariance.columns + j]!
  return Math.sqrt(sum) / dimensions.length
}
