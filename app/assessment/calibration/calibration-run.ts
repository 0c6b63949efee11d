import { z } from 'zod'
import type { ItemParameters } from '../irt/parameters'
import type { Components } from '../irt/prior'
import type { BankNote } from './bank'
import type { DifClass } from './mantel'

/**
 * From what a calibration was made: the same options give the same numbers as long as nobody's answers were erased. The
 * seed draws the abilities by which groups are matched; the parameters of items do not depend on it.
 */
export const calibrationOptionsSchema = z.object({
  frameworkVersionId: z.string(),
  standardId: z.number().int(),
  /** The calibration that it starts from; null for the experts' expectations. */
  parentId: z.number().int().nullable(),
  shrinkage: z.boolean(),
  campaigns: z.array(z.string()).min(1),
  /** The newest submission that was used. */
  until: z.string(),
  seed: z.string(),
})
export type CalibrationOptions = z.infer<typeof calibrationOptionsSchema>

/**
 * So many people must have answered. With shrinkage items with few answers stay near the parameters in force, so that a
 * hundred can already say something; without it two parameters an item need some hundreds of answers each.
 */
export const enoughPeople = { shrinkage: 100, free: 500 }

export function peopleNeeded(shrinkage: boolean): number {
  return shrinkage ? enoughPeople.shrinkage : enoughPeople.free
}

/** By what fairness is judged. */
export const groupings = ['commune', 'sex', 'locale'] as const
export type Grouping = (typeof groupings)[number]

export type ItemReport = {
  id: string
  before: ItemParameters
  parameters: ItemParameters
  errors: { a: number; b: number[] } | null
  answered: number
  facility: number | null
  infit: number | null
  outfit: number | null
  notes: BankNote[]
  /** Against the other items since the parameters before; null where the item was not answered. */
  drift: { difficulty: number; z: number | null; drifted: boolean } | null
}

/** An item that differs between groups: of class B or C, at a false discovery rate of 10 % over all that were judged. */
export type DifReport = {
  item: string
  by: Grouping
  focal: string
  class: DifClass
  /** Mean score of the focal group minus that of people alike in the other, in categories. */
  difference: number
  adjusted: number
}

export type Decision = { at: string; by: string | null; what: 'adopted' | 'rejected'; reason: string | null }

export type CalibrationReport = {
  persons: number
  answers: number
  /** Answers too quick to have been read, left out. */
  rapid: number
  iterations: number
  converged: boolean
  logLikelihood: number
  population: {
    components: Components
    /** Whether the variances, and the means of how many competencies, were estimated again. */
    estimated: { components: boolean; means: number }
    /** By competency, those estimated again. */
    means: Record<string, number>
    /** The mean of every competency: where it was not estimated again, as the others moved it. */
    mean: Record<string, number>
  }
  /** Of the difficulties before and after, over the answered items. */
  correlation: number | null
  items: ItemReport[]
  dif: DifReport[]
  /** How many items could be judged by each grouping, and the groups that there were. */
  judged: Record<Grouping, { items: number; groups: string[] }>
  decisions: Decision[]
}
