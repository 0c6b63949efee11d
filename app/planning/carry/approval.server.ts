import { currentModules } from '~/learning/modules.server'
import { communesIn, inSentence } from '~/people/places/places.server'
import { now } from '~/platform/clock/now.server'
import type { Reader } from '~/platform/db/db.server'
import { vietnamDay } from '~/platform/i18n/format'
import { getT } from '~/platform/i18n/translate'
import type { PlanProblem } from '../problem'
import type { ScenarioResult } from '../scenario-result'
import { settingsSchema, type PlanSettings } from '../settings'
import { classesFault, stateFault, type ApprovalFault, type ApprovalState } from './approvable'
import { classesToMake, missingNames, type ClassToMake, type PlanNames } from './classes-to-make'

type From = { sql: Pick<Reader['sql'], 'get' | 'all'> }
type Row = {
  id: string
  number: number
  name: string
  settings: string
  revision: number
  state: ApprovalState['scenario']
  solvedRevision: number | null
  problem: string | null
  result: string | null
}

/** A scenario as it would be carried out: its classes with days, places and names, or why it cannot be. */
export type Approvable = {
  scenario: { id: string; number: number; name: string; solvedRevision: number | null }
  settings: PlanSettings | null
  classes: ClassToMake[]
  fault: ApprovalFault | null
}

type Asked = {
  plan: { id: string; provinceCode: string; state: ApprovalState['plan'] }
  /** Null: the first one that was solved, else the first. */
  number: number | null
  seen?: number | null
}

/** Reads a scenario for approval, within a transaction (`tx`) or from the reader; null where the plan has none such. */
export function approvable(from: From, { plan, number, seen = null }: Asked): Approvable | null {
  const row = from.sql.get<Row>(
    `SELECT id, number, name, settings, revision, state, solvedRevision, problem, result FROM PlanScenario
     WHERE planId = ? AND (? IS NULL OR number = ?)
     ORDER BY chosen DESC, state = 'solved' AND solvedRevision = revision DESC, number LIMIT 1`,
    plan.id,
    number,
    number,
  )
  if (!row) return null
  const { id, name, state, revision, solvedRevision } = row
  const scenario = { id, number: row.number, name, solvedRevision }
  const settings = settingsSchema.safeParse(JSON.parse(row.settings)).data ?? null
  const result = row.result ? (JSON.parse(row.result) as ScenarioResult) : null
  const problem = row.problem ? (JSON.parse(row.problem) as PlanProblem) : null
  const solved = result?.solve.kind === 'plan' ? result.solve.plan.classes : null
  const feasible = solved !== null && problem !== null && settings !== null
  const fault = stateFault({ plan: plan.state, scenario: state, revision, solvedRevision, feasible }, seen)
  if (!feasible || (fault !== null && fault !== 'approved')) return { scenario, settings, classes: [], fault }
  const names = namesFor(plan.provinceCode, from)
  if (missingNames(problem, solved, names).length > 0)
    return { scenario, settings, classes: [], fault: fault ?? 'gone' }
  const classes = numbered(classesToMake(problem, solved, settings, names))
  return { scenario, settings, classes, fault: fault ?? classesFault(classes, vietnamDay(now())) }
}

/** Classes of one title are told apart by numbers, in the order in which they are held. */
function numbered(classes: ClassToMake[]): ClassToMake[] {
  const [vi, en] = [getT('vi', 'carry'), getT('en', 'carry')]
  const seen = new Map<string, number>()
  return classes.map((each) => {
    const alike = classes.filter(({ title }) => title.vi === each.title.vi).length
    const number = (seen.get(each.title.vi) ?? 0) + 1
    seen.set(each.title.vi, number)
    if (alike === 1) return each
    const title = {
      vi: vi('class.numbered', { title: each.title.vi, number }),
      en: en('class.numbered', { title: each.title.en, number }),
    }
    return { ...each, title }
  })
}

function namesFor(provinceCode: string, from: From): PlanNames {
  const [vi, en] = [getT('vi', 'carry'), getT('en', 'carry')]
  const named = (table: 'PlanVenue' | 'PlanTrainer') =>
    new Map(
      from.sql
        .all<{ id: string; name: string }>(
          `SELECT id, name FROM ${table} WHERE provinceCode = ? AND removedAt IS NULL`,
          provinceCode,
        )
        .map(({ id, name }) => [id, name]),
    )
  return {
    modules: new Map(currentModules().map((module) => [module.code, module])),
    venues: named('PlanVenue'),
    trainers: named('PlanTrainer'),
    communes: new Map(communesIn(provinceCode).map(({ code, name }) => [code, name])),
    office: (commune) => vi('place.office', { commune: inSentence(commune) }),
    online: vi('place.online'),
    onlineTitle: { vi: vi('class.online'), en: en('class.online') },
  }
}
