import { map } from '../irt/ability'
import { categoryProbabilities } from '../irt/models'
import type { ItemParameters } from '../irt/parameters'
import { mean, variance } from '../numeric/statistics'
import { eStep } from './marginal'
import type { MmlResult } from './mml'

export type PersonMeasure = {
  /** Sum of the answers as they stand in the data. */
  raw: number
  answered: number
  eap: number
  sd: number
  map: number
  mapSd: number
  /** Standardised log-likelihood of the pattern; null below two answers. Below −2: answers that do not fit together. */
  lz: number | null
}

/**
 * Abilities of the calibrated persons, one for each pattern: EAP with posterior standard deviation (Bock and Mislevy
 * 1982), mode, and person fit. Items that could not be placed say nothing.
 */
export function measurePatterns(result: MmlResult): PersonMeasure[] {
  const { blocks, coded, quadrature, items } = result
  const { nodes } = quadrature
  const measures: PersonMeasure[] = []
  eStep(blocks, coded.patterns, quadrature, (index, posterior) => {
    const { categories } = coded.patterns[index]!
    let eap = 0
    let square = 0
    for (let q = 0; q < nodes.length; q++) {
      eap += posterior[q]! * nodes[q]!
      square += posterior[q]! * nodes[q]! ** 2
    }
    const answers = items.flatMap(({ parameters }, j) =>
      parameters && categories[j]! >= 0 ? [{ parameters, category: categories[j]! }] : [],
    )
    const mode = map(answers, { mean: 0, sd: 1 })
    measures.push({
      raw: categories.reduce((sum, k, j) => sum + (k < 0 ? 0 : coded.values[j]![k]!), 0),
      answered: categories.reduce((sum, k) => sum + (k < 0 ? 0 : 1), 0),
      eap,
      sd: Math.sqrt(Math.max(0, square - eap * eap)),
      map: mode.mean,
      mapSd: mode.sd,
      lz: personFit(answers, eap),
    })
  })
  return measures
}

/**
 * Person fit l_z = (l − E l) / √Var l, l the log-likelihood of the answers at ability θ: Drasgow, Levine and Williams
 * 1985, Brit. J. Math. Stat. Psychol. 38:67 (eq. 4–6; polytomous there too). About N(0, 1) on long tests.
 * @returns null below two answers or where every answer is certain
 */
export function personFit(
  answers: readonly { parameters: ItemParameters; category: number }[],
  theta: number,
): number | null {
  if (answers.length < 2) return null
  let difference = 0
  let spread = 0
  for (const { parameters, category } of answers) {
    const probabilities = categoryProbabilities(parameters, theta)
    const logs = probabilities.map((p) => Math.log(Math.max(p, 1e-300)))
    const expected = logs.reduce((sum, log, k) => sum + probabilities[k]! * log, 0)
    difference += logs[category]! - expected
    spread += logs.reduce((sum, log, k) => sum + probabilities[k]! * (log - expected) ** 2, 0)
  }
  return spread > 1e-12 ? difference / Math.sqrt(spread) : null
}

export type AbilityReliability = { empirical: number | null; marginal: number | null }

/**
 * Reliability of EAP abilities. empirical: var(EAP) / (var(EAP) + mean(sd²)); marginal: 1 − mean(sd²) / 1, the variance
 * of θ being 1 (Green, Bock, Humphreys, Linn and Reckase 1984, J. Educ. Meas. 21:347). null below two persons.
 */
export function abilityReliability(persons: readonly { eap: number; sd: number }[]): AbilityReliability {
  if (persons.length < 2) return { empirical: null, marginal: null }
  const error = mean(persons.map(({ sd }) => sd * sd))
  const spread = variance(persons.map(({ eap }) => eap))
  return { empirical: spread / (spread + error), marginal: 1 - error }
}
