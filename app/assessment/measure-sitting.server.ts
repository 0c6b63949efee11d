import type { Targets } from '~/competency/framework'
import type { Tx } from '~/platform/db/db.server'
import type { Measuring } from './measuring.server'
import type { Step } from './plan'
import {
  competencyResults,
  domainResults,
  measurePerson,
  type CompetencyResult,
  type DomainResult,
  type PersonMeasure,
} from './results'
import { storeAbility, storeResults } from './stored-ability.server'
import { scoredAnswers, selfLevels } from './stored-answers.server'

export type MeasuredSitting = { measure: PersonMeasure; results: CompetencyResult[]; domains: DomainResult[] }

type Parts = { sittingId: string; steps: readonly Step[]; targets: Targets }

/** What the answers of a sitting show of the person; nothing but these answers goes into it. */
export function measureSitting(
  { sql }: { sql: Pick<Tx['sql'], 'get' | 'all'> },
  scale: Measuring,
  { sittingId, steps, targets }: Parts,
): MeasuredSitting {
  const measure = measurePerson(scale, scoredAnswers(sql, { sittingId, steps }))
  const results = competencyResults(scale, targets, measure, selfLevels(sql, { sittingId, steps }))
  return { measure, results, domains: domainResults(scale, results, measure.after) }
}

type Stored = Pick<MeasuredSitting, 'measure' | 'results'> & {
  sittingId: string
  stopped: string | null
  at: Date
}

/** Keeps what a sitting shows: the posterior and the results of each competency. */
export function storeSitting(tx: Pick<Tx, 'sql'>, scale: Measuring, sitting: Stored): void {
  storeAbility(tx, scale, sitting)
  storeResults(tx, sitting.sittingId, sitting.results)
}
