import type { ItemParameters } from '../irt/parameters'
import type { Components } from '../irt/prior'
import type { PersonAbility } from './matching'

export type BankItem = { id: string; dimension: number; parameters: ItemParameters }
export type BankAnswer = { item: string; category: number }

export type BankInput = {
  /** Domain of each competency, in the order of the framework. */
  domainOf: readonly number[]
  /** Distribution of the persons in force. */
  population: { mean: readonly number[]; components: Components }
  /** Every item of the bank with its parameters in force, an expert's or those of an earlier calibration. */
  items: readonly BankItem[]
  /** Answers of each person; answers to items that are not in the bank are an error. */
  persons: readonly (readonly BankAnswer[])[]
}

export type BankOptions = {
  /** Whether the parameters in force pull: log a ~ N(log a0, 0.3²), b ~ N(b0, 0.6²). */
  shrinkage: boolean
  iterations?: number
}

/**
 * - unanswered, constant: keeps its parameters (constant: unless shrinkage is on); few-answers: fewer than 30.
 * - at-bound: the estimate ran away and was held; no-standard-error: the answers do not tell it.
 */
export type BankNote = 'unanswered' | 'constant' | 'few-answers' | 'at-bound' | 'no-standard-error'

export type CalibratedItem = {
  id: string
  dimension: number
  parameters: ItemParameters
  before: ItemParameters
  errors: { a: number; b: number[] } | null
  answered: number
  /** Mean category / greatest category, 0…1. */
  facility: number | null
  infit: number | null
  outfit: number | null
  notes: BankNote[]
}

export type BankCalibration = {
  items: CalibratedItem[]
  population: {
    mean: number[]
    components: Components
    /** Which means and whether the variances were estimated again; else they are as in force. */
    estimated: { means: boolean[]; components: boolean }
  }
  /** Of each person in the order given, on the new scale. */
  abilities: PersonAbility[]
  /** Approximate marginal log-likelihood, by expectation propagation. */
  logLikelihood: number
  iterations: number
  converged: boolean
  persons: number
  answers: number
}
