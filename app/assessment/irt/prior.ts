import { matrix, type Matrix } from '../numeric/matrix'

/** Variances of the three parts of an ability: common to all competencies, to those of one domain, and its own. */
export type Components = { general: number; domain: number; own: number }
/** A normal distribution over the competencies, in logits; the order of the dimensions is the framework's. */
export type Prior = { mean: Float64Array; covariance: Matrix }

/**
 * general·11′ + domain·(same domain) + own·I, of which domainOf[k] is the domain of competency k: the second-order factor
 * structure as a covariance (Schmid and Leiman 1957, Psychometrika 22:53, with equal loadings). Positive definite when
 * own > 0 and the others are at least 0.
 */
export function structuredCovariance(domainOf: readonly number[], c: Components): Matrix {
  const n = domainOf.length
  return matrix(
    n,
    n,
    (i, j) => c.general + (domainOf[i] === domainOf[j] ? c.domain : 0) + (i === j ? c.own : 0),
  )
}

/** N(mean, structuredCovariance): the prior of a person, with the same mean (logits) in each competency. */
export function structuredPrior(domainOf: readonly number[], c: Components, mean = 0): Prior {
  return {
    mean: new Float64Array(domainOf.length).fill(mean),
    covariance: structuredCovariance(domainOf, c),
  }
}
