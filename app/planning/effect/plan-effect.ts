import type { Delivery } from '../problem'
import { differenceInDifferences, effectMethod, type Estimate, type Pair } from './did'

/** A person in a competency, as both campaigns measured it; abilities in logits, `below` 0–1. */
export type Measured = {
  person: string
  commune: string
  position: string
  competency: string
  target: number
  before: { ability: number; below: number }
  after: { ability: number; below: number }
  signal: number
}

/** What somebody did in a class of the plan before the second measurement. */
export type Took = {
  person: string
  module: string
  delivery: Delivery
  competencies: readonly string[]
  completed: boolean
}

/** What is kept of a plan's effect: figures of groups only. */
export type PlanEffectData = {
  method: string
  /** People measured in both campaigns in something that the plan taught. */
  people: number
  /** Of them those who took part without completing: on neither side. */
  partly: number
  ability: Estimate | null
  below: Estimate | null
  modules: { module: string; delivery: Delivery; ability: Estimate | null; below: Estimate | null }[]
}

/**
 * The effect of a plan from people measured before and after: whoever completed a class that taught a competency, against
 * whoever was not (yet) taught it, each with people of the same position, competency and target. Who took part without
 * completing is on neither side. Of a module by itself, people who were taught the same by another one are left out.
 * `weightOf`: how much a competency counts in the plan.
 */
export function planEffect(
  measured: readonly Measured[],
  took: readonly Took[],
  weightOf: (competency: string) => number,
): PlanEffectData {
  const byPerson = new Map<string, Took[]>()
  for (const each of took) byPerson.set(each.person, [...(byPerson.get(each.person) ?? []), each])
  const taught = new Set(took.flatMap(({ competencies }) => competencies))
  const inPlan = measured.filter(({ competency }) => taught.has(competency))
  const of = (one: Measured) =>
    (byPerson.get(one.person) ?? []).filter(({ competencies }) => competencies.includes(one.competency))
  const kinds = [...new Map(took.map((each) => [`${each.module} ${each.delivery}`, each])).values()]
    .map(({ module, delivery }) => ({ module, delivery }))
    .sort((a, b) => (`${a.module} ${a.delivery}` < `${b.module} ${b.delivery}` ? -1 : 1))
  const partly = inPlan.filter((one) => of(one).length > 0 && !of(one).some(({ completed }) => completed))
  const standing = (one: Measured): boolean | null => {
    const own = of(one)
    if (own.some(({ completed }) => completed)) return true
    return own.length === 0 ? false : null
  }
  return {
    method: effectMethod,
    people: new Set(inPlan.map(({ person }) => person)).size,
    partly: new Set(partly.map(({ person }) => person)).size,
    ...estimates(inPlan, standing, weightOf),
    modules: kinds.map(({ module, delivery }) => {
      const own = new Set(
        took
          .filter((each) => each.module === module && each.delivery === delivery)
          .flatMap(({ competencies }) => competencies),
      )
      const stands = (one: Measured): boolean | null => {
        const done = of(one).filter(({ completed }) => completed)
        if (done.length === 0) return standing(one)
        return done.every((each) => each.module === module && each.delivery === delivery) ? true : null
      }
      const about = inPlan.filter(({ competency }) => own.has(competency))
      return { module, delivery, ...estimates(about, stands, weightOf) }
    }),
  }
}

function estimates(
  measured: readonly Measured[],
  standing: (one: Measured) => boolean | null,
  weightOf: (competency: string) => number,
): { ability: Estimate | null; below: Estimate | null } {
  const pairsOf = (key: 'ability' | 'below') =>
    measured.flatMap((one): Pair[] => {
      const trained = standing(one)
      if (trained === null) return []
      const { person, commune, position, competency, target, before, after, signal } = one
      return [
        {
          ...{ person, commune, trained, before: before[key], after: after[key] },
          stratum: `${position} ${competency} ${target}`,
          signal: key === 'ability' ? signal : 1,
          weight: weightOf(competency),
        },
      ]
    })
  return {
    ability: differenceInDifferences(pairsOf('ability')),
    below: differenceInDifferences(pairsOf('below')),
  }
}
