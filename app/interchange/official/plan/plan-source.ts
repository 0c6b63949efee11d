import type { Expected } from '~/planning/expected'
import type { Norms } from '~/planning/problem'
import type { CostLines } from '~/planning/solution'
import type { Bilingual } from '~/platform/i18n/locale'
import type { ClassLine } from './class-lines'

/** What a plan's document is made from; money in đồng, days `YYYY-MM-DD`. */
export type PlanSource = {
  province: Bilingual
  title: Bilingual
  /** The survey that it rests on; '' where that has no name any more. */
  campaign: Bilingual
  from: string
  until: string
  budget: number
  total: number
  cost: CostLines
  norms: Norms
  /** Where the norms are decided, in words; '' where nobody said. */
  normsSource: string
  expected: Expected | null
  classes: ClassLine[]
  isApproved: boolean
  domains: Record<string, Bilingual>
  communes: Record<string, string>
}
