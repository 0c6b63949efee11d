import { certainty, type Certainty } from '~/ui/certainty'
import { discoveries, rates } from './fdr'
import { isShown, type Figure } from './figures'

/** How a place stands to the rest of the province: `higher` lacks more, `lower` less; `unclear` where nothing may be claimed. */
export type Standing = 'higher' | 'lower' | 'unclear'
export type Claim = { standing: Standing; certainty: Certainty | null }

/** A statement that a report could make: the probability that it is true rather than its opposite, null where untested. */
export type Test = { key: string; probability: number | null }

export const unclear: Claim = { standing: 'unclear', certainty: null }

/**
 * Which statements of a report may be made so that on average at most one in ten of those made, with those
 * of placeCommunes(), is false. Twice the
 * posterior probability of the wrong sign stands for the two-sided p-value, which errs on the safe side (Benjamini and
 * Hochberg 1995; for signs Benjamini and Yekutieli 2005, J. Am. Stat. Assoc. 100:71). All statements of the report
 * belong in one call.
 */
export function allowed(tests: readonly Test[]): Set<string> {
  const made = discoveries(
    tests.map(({ probability }) =>
      probability === null ? null : 2 * Math.min(probability, 1 - probability),
    ),
    rates.figures,
  )
  return new Set(tests.flatMap(({ key }, i) => (made[i] ? [key] : [])))
}

/** The test of a place against the rest of the province, which leaves the place out so that the two share nobody. */
export function standingTest(key: string, figure: Figure): Test {
  return { key, probability: isShown(figure) ? figure.higher : null }
}

/** The claim that a standing amounts to, where it may be made. */
export function standingOf(figure: Figure, isAllowed: boolean): Claim {
  if (!isAllowed || !isShown(figure) || figure.higher === null) return unclear
  return {
    standing: figure.higher > 0.5 ? 'higher' : 'lower',
    certainty: certainty(Math.max(figure.higher, 1 - figure.higher)),
  }
}

/**
 * The figures that may be the largest: the top one and those whose interval reaches into its interval, largest first; so
 * two that cannot be told apart are named together.
 */
export function largest<Item extends { figure: Figure }>(items: readonly Item[]): Item[] {
  const shares = (item: Item) => (isShown(item.figure) ? item.figure : null)
  const sorted = items.filter((item) => shares(item)).sort((a, b) => shares(b)!.share - shares(a)!.share)
  const top = sorted[0] && shares(sorted[0])
  return top ? sorted.filter((item) => shares(item)!.high >= top.low) : []
}
