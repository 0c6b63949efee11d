import type { Observation } from '~/assessment/irt/likelihood'
import type { Site } from '~/assessment/irt/posterior'
import type { Need } from '~/assessment/needs'
import type { CompetencyResult, DomainResult } from '~/assessment/results'
import type { Addend } from './cell-addends'

/** An answer as the response model takes it in, with the item that it was given to. */
export type AskedAnswer = Observation & { itemId: string }

/** What a submitted sitting tells of a person; `addends`: what it adds to the sums of the commune. */
export type Told = {
  sites: Site[]
  answers: AskedAnswer[]
  results: CompetencyResult[]
  domains: DomainResult[]
  addends: Addend[]
}

/** A person asked in a campaign, as when it opened; `told` is null for one who did not submit. */
export type AskedPerson = {
  communeCode: string
  positionCode: string
  departmentCode: string
  needs: Need[]
  told: Told | null
}
