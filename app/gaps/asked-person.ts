import type { Site } from '~/assessment/irt/posterior'
import type { Need } from '~/assessment/needs'
import type { CompetencyResult, DomainResult } from '~/assessment/results'

/** A person asked in a campaign, as when it opened; `told` is null for one who did not submit. */
export type AskedPerson = {
  communeCode: string
  positionCode: string
  departmentCode: string
  needs: Need[]
  told: { sites: Site[]; results: CompetencyResult[]; domains: DomainResult[] } | null
}
