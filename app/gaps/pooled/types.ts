import type { ItemParameters } from '~/assessment/irt/parameters'
import type { Components } from '~/assessment/irt/prior'

/** What the answers of a person told about one competency: the likelihood exp(shift·θ − precision·θ²/2). */
export type PooledSite = { dimension: number; precision: number; shift: number }

/** A competency of the person's target profile and its threshold in logits. */
export type PooledNeed = { dimension: number; threshold: number }

/** An item that was asked, and an answer to it: the item's index in the input and the category, 0…m. */
export type PooledItem = { dimension: number; parameters: ItemParameters }
export type PooledAnswer = { item: number; category: number }

/**
 * A person asked in the campaign. Codes are indices from 0; `sites` is null for a person who did not submit. `answers`:
 * what the sites were made from. Where they are given, the sites are made anew under what all others say about the
 * person; without them the sites of the reference prior stand, and intervals come out a little narrow (in simulation
 * they hold about two points less).
 */
export type PooledPerson = {
  place: number
  position: number
  department: number
  needs: PooledNeed[]
  sites: PooledSite[] | null
  answers?: PooledAnswer[]
}

/**
 * `domainOf`: the domain (from 0) of each competency. `prior`: variances of the reference prior, to which the variances
 * within the population are drawn where there are few people. `cells` 'places': only all people of each place and of the
 * province. `draws`: how many plausible populations the figures rest on.
 */
export type PooledInput = {
  domainOf: number[]
  places: number
  positions: number
  departments: number
  prior: Components
  items?: PooledItem[]
  people: PooledPerson[]
  seed: string
  draws?: number
  cells?: 'all' | 'places'
}

export type CellGroup = { kind: 'all' | 'department' | 'position'; index: number }

/** Ranks of a place among `of` places, 1 = the largest share below target; it lies from low to high with 90 %. */
export type RankRange = { low: number; high: number; of: number }

/**
 * One measure of one group of one place (null: the province). Intervals hold 90 %.
 * - measure: k < K a competency, K + d a domain;
 * - measured, people: who submitted with an answer in it, and all asked whose position needs it;
 * - share: of those people below target, 0 to 1; distance: their mean of θ − τ in logits, negative below target;
 * - reduction: by how much the answers lowered the standard deviation of the mean distance, 0 to 1; informed: by a
 *   quarter or more;
 * - higher: probability that the mean distance is below (worse than) that of the rest of the province; null without rest.
 */
export type CellEstimate = {
  place: number | null
  group: CellGroup
  measure: number
  measured: number
  people: number
  share: number
  shareLow: number
  shareHigh: number
  distance: number
  distanceSd: number
  distanceLow: number
  distanceHigh: number
  informed: boolean
  reduction: number
  rank: RankRange | null
  higher: number | null
}

/** Variances within people, of places and of positions; `mean` over competencies, in logits. */
export type Population = { person: Components; place: Components; position: Components; mean: number[] }

export type PooledResult = {
  cells: CellEstimate[]
  population: Population
  response: { position: number; asked: number; measured: number }[]
  draws: number
}

export type Progress = (done: number, total: number) => void
