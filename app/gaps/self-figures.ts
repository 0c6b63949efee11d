import { fromSites } from '~/assessment/irt/posterior'
import { structuredCovariance, type Components, type Prior } from '~/assessment/irt/prior'
import { deviation, type Scale } from '~/assessment/results'
import { groupSelf, selfAgainstMeasured, type SelfDifference, type SelfPair } from '~/assessment/self-rating'
import { thresholdsOf } from '~/competency/standard'
import type { AskedPerson } from './asked-person'
import { domainMeasure } from './measure'
import { wholeProvince } from './pattern'
import type { Population } from './pooled/types'
import { smallestGroup } from './suppression'

/** How far the people of a place over- or underrate themselves in a measure. */
export type SelfFigure = SelfDifference & { place: string; measure: string }

export type OwnSelf = { place: string; measure: string; self: SelfDifference }

/** Everybody asked as one normal distribution: what people, positions and places differ by, added up. */
export function populationPrior(domainOf: readonly number[], fitted: Population): Prior {
  const { person, position, place, mean } = fitted
  const of = (part: keyof Components) => person[part] + position[part] + place[part]
  const sum = { general: of('general'), domain: of('domain'), own: of('own') }
  return { mean: Float64Array.from(mean), covariance: structuredCovariance(domainOf, sum) }
}

type Part = Pick<Scale, 'framework' | 'standard' | 'dimensionOf'>

/**
 * Self against measured for each place and the province, in each competency and domain in which at least five people did
 * both. `own`: what ownSelf() gives of each person.
 */
export function selfFigures(
  scale: Pick<Scale, 'framework'>,
  people: readonly AskedPerson[],
  own: readonly (readonly OwnSelf[])[],
): SelfFigure[] {
  const groups = new Map<string, OwnSelf[]>()
  const asked = new Map<string, number>()
  for (const [i, person] of people.entries()) {
    const measures = new Set(
      person.needs.flatMap(({ competency }) => [competency, familyOf(scale, competency)]),
    )
    for (const measure of measures)
      for (const place of [person.communeCode, wholeProvince]) {
        const key = `${place}|${measure}`
        asked.set(key, (asked.get(key) ?? 0) + 1)
      }
    for (const each of own[i] ?? [])
      for (const place of [person.communeCode, wholeProvince]) {
        const key = `${place}|${each.measure}`
        const known = groups.get(key)
        if (known) known.push({ ...each, place })
        else groups.set(key, [{ ...each, place }])
      }
  }
  return [...groups.entries()].flatMap(([key, group]): SelfFigure[] => {
    if (group.length < smallestGroup) return []
    const made = groupSelf(
      group.map(({ self }) => self),
      asked.get(key) ?? null,
    )
    return made ? [{ place: group[0]!.place, measure: group[0]!.measure, ...made }] : []
  })
}

/**
 * Self against measured of one person, by competency and domain. `population` is the fitted distribution of everybody
 * asked: the reference prior would draw the measured side towards what was expected before anybody answered.
 */
export function ownSelf(scale: Part, { communeCode, told }: AskedPerson, population: Prior): OwnSelf[] {
  if (!told) return []
  const after = fromSites(population, told.sites)
  const pairs = new Map<string, SelfPair[]>()
  for (const { competency, answered, selfLevel } of told.results) {
    const dimension = scale.dimensionOf.get(competency)
    if (selfLevel === null || answered === 0 || dimension === undefined) continue
    const thresholds = thresholdsOf(scale.standard, scale.framework, competency)
    const ability = { mean: after.mean[dimension]!, sd: deviation(after, dimension) }
    const pair = { self: selfLevel, ability, thresholds }
    for (const measure of [competency, familyOf(scale, competency)])
      pairs.set(measure, [...(pairs.get(measure) ?? []), pair])
  }
  return [...pairs].flatMap(([measure, own]): OwnSelf[] => {
    const self = selfAgainstMeasured(own)
    return self ? [{ place: communeCode, measure, self }] : []
  })
}

function familyOf({ framework }: Pick<Scale, 'framework'>, competency: string): string {
  const domain = framework.domains.find(({ competencies }) =>
    competencies.some(({ code }) => code === competency),
  )
  return domainMeasure(domain?.code ?? '')
}
