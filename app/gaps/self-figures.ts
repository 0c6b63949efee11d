import { groupSelf, selfAgainstMeasured, type SelfDifference, type SelfPair } from '~/assessment/self-rating'
import type { Scale } from '~/assessment/results'
import { thresholdsOf } from '~/competency/standard'
import type { AskedPerson } from './asked-person'
import { domainMeasure } from './measure'
import { wholeProvince } from './pattern'

/** How far the people of a place over- or underrate themselves in a measure. */
export type SelfFigure = SelfDifference & { place: string; measure: string }

type OwnSelf = { place: string; measure: string; self: SelfDifference }

/** Self against measured for each place and the province, in each competency and domain in which anybody did both. */
export function selfFigures(
  scale: Pick<Scale, 'framework' | 'standard'>,
  people: readonly AskedPerson[],
): SelfFigure[] {
  const groups = new Map<string, OwnSelf[]>()
  const asked = new Map<string, number>()
  for (const person of people) {
    const measures = new Set(person.needs.flatMap(({ competency }) => [competency, familyOf(scale, competency)]))
    for (const measure of measures)
      for (const place of [person.communeCode, wholeProvince]) {
        const key = `${place}|${measure}`
        asked.set(key, (asked.get(key) ?? 0) + 1)
      }
    for (const own of selfOf(scale, person))
      for (const place of [person.communeCode, wholeProvince]) {
        const key = `${place}|${own.measure}`
        const known = groups.get(key)
        if (known) known.push({ ...own, place })
        else groups.set(key, [{ ...own, place }])
      }
  }
  return [...groups.entries()].flatMap(([key, own]): SelfFigure[] => {
    const made = groupSelf(
      own.map(({ self }) => self),
      asked.get(key) ?? null,
    )
    return made ? [{ place: own[0]!.place, measure: own[0]!.measure, ...made }] : []
  })
}

function selfOf(scale: Pick<Scale, 'framework' | 'standard'>, { communeCode, told }: AskedPerson): OwnSelf[] {
  const pairs = new Map<string, SelfPair[]>()
  for (const { competency, answered, selfLevel, ability, sd } of told?.results ?? []) {
    if (selfLevel === null || answered === 0) continue
    const thresholds = thresholdsOf(scale.standard, scale.framework, competency)
    const pair = { self: selfLevel, ability: { mean: ability, sd }, thresholds }
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
