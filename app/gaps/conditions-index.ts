import { indexFacets, type CommuneCondition, type Facet } from './condition-facets'
import { z90 } from './wilson'

/** Of `n` people who answered, `lacking` lack a condition; `province` is the share in the whole province, where known. */
export type PeopleCondition = {
  code: string
  facet: Facet
  n: number
  lacking: number
  province: number | null
}

/** How many of `n` people used a system and how many of them named it as one that often fails. */
export type SystemTrouble = { code: string; used: number; trouble: number }

export type ConditionsInput = {
  /** People asked in the commune; null where it is not known, or a sample of a larger staff. */
  asked: number | null
  people: readonly PeopleCondition[]
  systems: { n: number; of: readonly SystemTrouble[]; province: number | null } | null
  commune: readonly CommuneCondition[]
}

/** 0 to 100, 100 where nothing is lacking; `low`–`high` is the 90 % interval. */
export type IndexValue = { value: number; sd: number; low: number; high: number }
/** `n`: people behind it, 0 where the commune's form alone speaks. */
export type FacetIndex = IndexValue & { facet: Facet; n: number }
export type ConditionsIndex = { total: IndexValue | null; facets: FacetIndex[] }

/** People with the province's share who are added to each commune's answers, so that five answers do not swing it. */
const priorPeople = 4
/** Where both forms speak, the commune's own counts one third: it is one officer's answer, the others are many. */
const communeWeight = 1 / 3
/** Standard error of a share as one officer reports it. */
const communeError = 0.1
/** Between facets, answers of the same people go together; taken as one half, more than is usually seen. */
const betweenFacets = 0.5

/**
 * Index of conditions of one commune in up to five facets and their mean. The share lacking of a condition is beta-binomial:
 * the answers, four people of the province's share, and for who was asked and did not answer the prediction from both, so
 * that nothing is left uncertain where everybody answered (Gelman and others 2013, Bayesian Data Analysis, ch. 2). Conditions of one facet are taken as fully dependent, which is on the safe side.
 * @returns `total` is null where no facet is known
 */
export function conditionsIndex(input: ConditionsInput): ConditionsIndex {
  const known = indexFacets.flatMap((facet) => facetIndex(input, facet))
  if (known.length === 0) return { total: null, facets: [] }
  const sum = known.reduce((all, { sd }) => all + sd, 0)
  const squares = known.reduce((all, { sd }) => all + sd * sd, 0)
  const sd = Math.sqrt((1 - betweenFacets) * squares + betweenFacets * sum * sum) / known.length
  const value = known.reduce((all, each) => all + each.value, 0) / known.length
  return { total: indexValue(value, sd), facets: known }
}

function facetIndex(input: ConditionsInput, facet: Facet): FacetIndex[] {
  const asked = input.asked
  const answered = input.people
    .filter((each) => each.facet === facet && each.n > 0)
    .map(({ n, lacking, province }) => ({ n, ...lackingShare(n, lacking, province, asked) }))
  if (facet === 'software') answered.push(...softwareShare(input))
  const own = input.commune.filter((each) => each.facet === facet)
  if (answered.length === 0 && own.length === 0) return []
  const mean = (values: number[]) => values.reduce((sum, each) => sum + each, 0) / values.length
  const weight = own.length === 0 ? 0 : answered.length === 0 ? 1 : communeWeight
  const people = answered.length === 0 ? { share: 0, sd: 0 } : meanShare(answered)
  const commune = own.length === 0 ? 0 : mean(own.map(({ lacking }) => lacking))
  const share = (1 - weight) * people.share + weight * commune
  const sd = Math.hypot((1 - weight) * people.sd, weight * communeError)
  const n = Math.max(0, ...answered.map((each) => each.n))
  return [{ facet, n, ...indexValue(100 * (1 - share), 100 * sd) }]
}

function meanShare(shares: { share: number; sd: number }[]): { share: number; sd: number } {
  const mean = (pick: (each: { share: number; sd: number }) => number) =>
    shares.reduce((sum, each) => sum + pick(each), 0) / shares.length
  return { share: mean(({ share }) => share), sd: mean(({ sd }) => sd) }
}

/** Of all uses of systems, the share that often fails; as uncertain as one answer of each person, not one of each use. */
function softwareShare({ systems, asked }: ConditionsInput): { n: number; share: number; sd: number }[] {
  if (!systems || systems.n === 0) return []
  const used = systems.of.reduce((sum, each) => sum + Math.max(each.used, each.trouble), 0)
  const trouble = systems.of.reduce((sum, each) => sum + each.trouble, 0)
  if (used === 0) return []
  const lacking = (systems.n * trouble) / used
  return [{ n: systems.n, ...lackingShare(systems.n, lacking, systems.province, asked) }]
}

function lackingShare(n: number, lacking: number, province: number | null, asked: number | null) {
  const a = lacking + priorPeople * (province ?? 0.5)
  const all = n + priorPeople
  const mean = a / all
  const spread = (mean * (1 - mean)) / (all + 1)
  if (asked === null) return { share: mean, sd: Math.sqrt(spread) }
  const silent = Math.max(0, asked - n)
  const whole = n + silent
  return {
    share: (lacking + silent * mean) / whole,
    sd: Math.sqrt(silent * (all + silent) * spread) / whole,
  }
}

function indexValue(value: number, sd: number): IndexValue {
  return {
    value,
    sd,
    low: Math.max(0, value - z90 * sd),
    high: Math.min(100, value + z90 * sd),
  }
}
