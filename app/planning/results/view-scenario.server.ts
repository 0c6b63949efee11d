import { reader } from '~/platform/db/db.server'
import type { Job } from '~/platform/jobs/job'
import { newestJob } from '~/platform/jobs/jobs.server'
import type { Locale } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import { refuse } from '~/platform/http/errors'
import { basisSchema } from '../basis'
import { loadProblem } from '../load-problem.server'
import { planAt, scenarioAt, settingsOf, type PlanRow, type ScenarioRow } from '../plan-row.server'
import type { PlanSettings } from '../settings'
import { checkSettings } from '../settings/checks'
import { parts, type Part } from '../settings/parts'
import type { Clash } from '../solution'
import { accountName } from './change-wishes.server'
import { planNames } from './plan-names.server'
import type { PlanNames } from './plan-names'
import { scenarioLines, storedResult, type ScenarioLine, type Stored } from './scenario-result.server'
import { solveJob } from './solve-scenario.server'
import { solvedView, type SolvedView } from './solved-view'

export type JobView = Pick<Job, 'state' | 'stage' | 'done' | 'total' | 'failure'>

export type ScenarioView = {
  plan: Pick<PlanRow, 'id' | 'title' | 'state' | 'sample'>
  /** The campaign that the plan rests on; its id only while it is still there. */
  campaign: { id: string | null; title: string }
  scenario: ScenarioLine & { editor: string }
  scenarios: ScenarioLine[]
  settings: PlanSettings
  names: PlanNames
  solved: SolvedView | null
  /** The settings have changed since the result was made. */
  stale: boolean
  clash: Clash[] | null
  job: JobView | null
  /** Parts of the settings with things to look at before the first time, and how many. */
  checks: { part: Part; count: number }[]
  manages: boolean
  places: SchedulePlaces
}

/** Where venues stand, and the clusters of communes: to group the calendar by. */
type SchedulePlaces = {
  venues: Record<string, string | null>
  clusters: { name: string; communes: string[] }[]
}

/** The number of the scenario that a plan shows first: the one approved, else the newest result, else the first. */
export function firstScenario(actor: Actor, planId: string): number {
  planAt(actor, 'plans.view', planId)
  const lines = scenarioLines(planId)
  const chosen = lines.find((line) => line.chosen)
  const newest = [...lines]
    .filter(({ solvedAt }) => solvedAt !== null)
    .sort((a, b) => (a.solvedAt! < b.solvedAt! ? 1 : -1))[0]
  const first = chosen ?? newest ?? lines[0]
  if (!first) throw refuse('notFound')
  return first.number
}

/** A scenario with its result, whatever state it is in. */
export function viewScenario(actor: Actor, planId: string, number: number, locale: Locale): ScenarioView {
  const plan = planAt(actor, 'plans.view', planId)
  const row = scenarioAt(planId, number)
  const settings = settingsOf(row)
  const lines = scenarioLines(planId)
  const line = lines.find((each) => each.number === number)!
  const stored = storedResult(row)
  const job = newestJob(solveJob, row.id)
  const active = job !== null && (job.state === 'queued' || job.state === 'running')
  return {
    plan: { id: plan.id, title: plan.title, state: plan.state, sample: plan.sample },
    campaign: campaignOf(plan, locale),
    scenario: { ...line, editor: accountName(row.editedBy) },
    scenarios: lines,
    settings,
    names: planNames(
      plan.provinceCode,
      locale,
      settings.modules.map(({ code }) => code),
    ),
    solved: stored ? solvedView(stored, settings) : null,
    stale: stored !== null && row.solvedRevision !== row.revision,
    clash: row.state === 'infeasible' ? clashOf(stored) : null,
    job: job && (active || row.state === 'failed') ? jobView(job) : null,
    checks: stored || active ? [] : checksOf(row, settings),
    manages: can(actor, 'plans.manage', { provinceCode: plan.provinceCode }) && plan.state === 'draft',
    places: placesOf(plan.provinceCode),
  }
}

function clashOf(stored: Stored | null): Clash[] {
  if (!stored) return []
  const { solve, clash } = stored.result
  return solve.kind === 'infeasible' ? solve.clash : (clash ?? [])
}

function checksOf(row: ScenarioRow, settings: PlanSettings): ScenarioView['checks'] {
  const { problem, lostPins } = loadProblem(row)
  const found = checkSettings(settings, problem, lostPins.length)
  return parts.flatMap((part) => {
    const count = found.filter((check) => check.part === part).length
    return count > 0 ? [{ part, count }] : []
  })
}

const jobView = ({ state, stage, done, total, failure }: Job): JobView => ({
  state,
  stage,
  done,
  total,
  failure,
})

function campaignOf({ id, campaignId }: PlanRow, locale: Locale): ScenarioView['campaign'] {
  const row = reader.sql.get<{ basis: string; there: string | null }>(
    'SELECT p.basis, c.id AS there FROM TrainingPlan p LEFT JOIN Campaign c ON c.id = ? WHERE p.id = ?',
    campaignId,
    id,
  )
  const basis = basisSchema.safeParse(JSON.parse(row?.basis ?? '{}'))
  return { id: row?.there ?? null, title: basis.success ? basis.data.campaign.title[locale] : '' }
}

function placesOf(provinceCode: string): SchedulePlaces {
  const venues = reader.sql.all<{ id: string; communeCode: string | null }>(
    'SELECT id, communeCode FROM PlanVenue WHERE provinceCode = ?',
    provinceCode,
  )
  const clusters = reader.sql.all<{ name: string; communes: string }>(
    'SELECT name, communes FROM CommuneCluster WHERE provinceCode = ? ORDER BY "order", name',
    provinceCode,
  )
  return {
    venues: Object.fromEntries(venues.map(({ id, communeCode }) => [id, communeCode])),
    clusters: clusters.map(({ name, communes }) => ({ name, communes: JSON.parse(communes) as string[] })),
  }
}
