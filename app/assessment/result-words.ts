import { certainty, type Certainty } from '~/ui/certainty'
import type { RangedResult } from './result-range'
import type { DomainResult } from './results'

/** Whether a target is reached, as far as the answers tell: `open` where neither is at least probable. */
export type Verdict = { kind: 'below' | 'reached' | 'open'; certainty: Certainty }

/** From the probability of being below the target. */
export function verdictOf(below: number): Verdict {
  const sure = certainty(Math.max(below, 1 - below))
  if (sure === 'notSure') return { kind: 'open', certainty: sure }
  return { kind: below > 0.5 ? 'below' : 'reached', certainty: sure }
}

/** A domain of a result with those of its competencies that can be told on their own, and those that cannot. */
export type DomainPart = DomainResult & { told: RangedResult[]; untold: string[] }

/** Domains with what they are made of; what is most probably below target first, in and among domains. */
export function domainParts(
  domains: readonly DomainResult[],
  results: readonly RangedResult[],
): DomainPart[] {
  const mostBelow = ({ told, informed, below }: DomainPart) =>
    Math.max(...told.map((each) => each.below), informed ? below : -1)
  return domains
    .map((domain) => {
      const own = results.filter(({ competency }) => domain.competencies.includes(competency))
      return {
        ...domain,
        told: own.filter(({ informed }) => informed).sort((a, b) => b.below - a.below),
        untold: own.filter(({ informed }) => !informed).map(({ competency }) => competency),
      }
    })
    .sort((a, b) => mostBelow(b) - mostBelow(a))
}

/** How many of the results that tell something reach the target, do not, or leave it open. */
export function verdictCounts(results: readonly RangedResult[]): Record<Verdict['kind'] | 'all', number> {
  const told = results.filter(({ informed }) => informed)
  const count = (kind: Verdict['kind']) => told.filter(({ below }) => verdictOf(below).kind === kind).length
  return { below: count('below'), reached: count('reached'), open: count('open'), all: told.length }
}
