import type { ItemParameters } from '../irt/parameters.ts'
import type { Posterior } from '../irt/posterior.ts'
import type { Prior } from '../irt/prior.ts'

/**
 * What a campaign sets for its adaptive quiz.
 * - most: longest quiz, in items, pilots among them (“nhiều nhất 30 câu”).
 * - precision: the quiz stops once the mean posterior standard deviation over the targets, in logits, is this small;
 *   0 never stops it.
 * - minutes: the quiz stops once it has lasted this long; null for no limit.
 * - pilots: unscored items among `most`, at places that the sitting's seed draws, never at the start.
 * - coverage: the least number of scored items of each target domain and, where `most` allows, of each target
 *   competency; a competency gets at most ceil(spread · most / number of targets).
 * - easyFirst: so many items at the start are ones that the person is expected to get right, three times in four.
 * - exposure: the greatest share of a campaign's people that may see one item.
 * - undecided: 0…1, how much more a competency counts while it is open whether its target is reached: its weight is
 *   1 − undecided + undecided · 4p(1 − p), with p the probability of being below the target.
 */
export type AdaptiveSettings = {
  most: number
  precision: number
  minutes: number | null
  pilots: number
  coverage: { domain: number; competency: number; spread: number }
  easyFirst: number
  exposure: number
  undecided: number
}

export const shippedSettings: AdaptiveSettings = {
  most: 30,
  precision: 0.65,
  minutes: null,
  pilots: 2,
  coverage: { domain: 1, competency: 1, spread: 2 },
  easyFirst: 3,
  exposure: 0.25,
  undecided: 0.5,
}

/** One item that the quiz may ask; `dimension` is the place of its competency in the framework's order. */
export type BankItem = {
  id: string
  code: string
  dimension: number
  level: number
  family: string | null
  pilot: boolean
  parameters: ItemParameters
}

/** A competency that the person's position needs, with the threshold of the level that it needs, in logits. */
export type Target = { dimension: number; threshold: number }

/**
 * Where a sitting stands.
 * - asked: ids of the bank's items in the order in which they were asked, pilots among them, answered or skipped.
 * - shown: how many people of the campaign have met an item, by its id; people: how many sittings have begun, this one
 *   among them.
 * - seconds: since the quiz began. seed: of the sitting; the same state and seed choose the same item.
 */
export type AdaptiveState = {
  prior: Prior
  posterior: Posterior
  targets: readonly Target[]
  domainOf: readonly number[]
  asked: readonly string[]
  shown: ReadonlyMap<string, number>
  people: number
  seconds: number
  seed: string
}

/** Why items of the bank were not compared: each item counts once, under the first that holds. */
export type Exclusion = 'asked' | 'family' | 'pilot' | 'aside' | 'spread' | 'coverage' | 'exposure' | 'hard'

/** A rule that had to give way because it left nothing to ask. */
export type Relaxation = 'easy' | 'spread' | 'exposure' | 'targets'

/** Why this item: an easy start, a domain or competency not yet asked about, the largest gain, or a trial of the item. */
export type ItemReason = 'easy' | 'coverage' | 'gain' | 'pilot'
export type StopReason = 'precision' | 'length' | 'time' | 'bank'

/** gain and success as prospects() gives them: in logits, and as a share of the item's points. */
export type Candidate = { id: string; gain: number; success: number }

/**
 * Why this item or this end, as plain JSON without anything of the person: `number` is the item's place in the quiz,
 * `scored` how many scored items came before, `before` and `after` the mean posterior standard deviation over the
 * targets now and expected after an answer, `compared` how many items were, `best` the five best of them, best first.
 * `focus` is the estimate for the competency of the drawn item, `below` the probability of being below its target
 * (null where it is none). `uncovered` counts target domains and competencies without an item.
 */
export type ChoiceTrace = {
  number: number
  scored: number
  before: number
  after: number | null
  goal: number
  reason: ItemReason | StopReason
  uncovered: { domains: number; competencies: number }
  excluded: Partial<Record<Exclusion, number>>
  relaxed: Relaxation[]
  compared: number
  best: Candidate[]
  drawn: string | null
  focus: { dimension: number; mean: number; sd: number; below: number | null } | null
}

export type Choice =
  | { kind: 'item'; item: BankItem; trace: ChoiceTrace }
  | { kind: 'stop'; reason: StopReason; trace: ChoiceTrace }
