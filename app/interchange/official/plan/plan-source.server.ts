import { latestFramework } from '~/competency/frameworks.server'
import { profileFramework } from '~/competency/target-profile'
import { basisSchema } from '~/planning/basis'
import { planAt, scenarioAt, settingsOf } from '~/planning/plan-row.server'
import { placeName } from '~/planning/results/class-list'
import { planNames } from '~/planning/results/plan-names.server'
import { storedResult } from '~/planning/results/scenario-result.server'
import { solvedView, type SolvedView } from '~/planning/results/solved-view'
import { firstScenario } from '~/planning/results/view-scenario.server'
import { normsOf } from '~/planning/resources/resources.server'
import { reader } from '~/platform/db/db.server'
import { getT } from '~/platform/i18n/translate'
import type { Actor } from '~/platform/policy/actor'
import { provinceWords } from '../letterhead.server'
import { inTime, type ClassLine } from './class-lines'
import { plannedLines } from './class-lines.server'
import type { PlanSource } from './plan-source'

type Names = { vi: ReturnType<typeof planNames>; en: ReturnType<typeof planNames> }

/** The approved scenario of a plan, else the one that was solved last; null where there is no result yet. */
export function planSource(actor: Actor, planId: string): (PlanSource & { sample: boolean }) | null {
  const plan = planAt(actor, 'plans.manage', planId)
  const row = scenarioAt(planId, firstScenario(actor, planId))
  const stored = storedResult(row)
  const solved = stored && solvedView(stored, settingsOf(row))
  if (!solved) return null
  const { settings } = solved
  const codes = settings.modules.map(({ code }) => code)
  const names: Names = {
    vi: planNames(plan.provinceCode, 'vi', codes),
    en: planNames(plan.provinceCode, 'en', codes),
  }
  const { framework } = latestFramework(profileFramework)
  const [inForce] = normsOf(plan.provinceCode)
  const isApproved = plan.state !== 'draft'
  return {
    sample: plan.sample,
    province: provinceWords(plan.provinceCode),
    title: plan.title,
    campaign: surveyOf(planId),
    from: settings.from,
    until: settings.until,
    budget: settings.budget,
    total: solved.total,
    cost: solved.cost,
    norms: settings.norms,
    normsSource: inForce?.source ?? '',
    expected: solved.expected,
    classes: isApproved ? plannedLines(planId) : draftLines(solved, names),
    isApproved,
    domains: Object.fromEntries(framework.domains.map(({ code, name }) => [code, name])),
    communes: names.vi.communes,
  }
}

function surveyOf(planId: string): PlanSource['campaign'] {
  const row = reader.sql.get<{ basis: string }>('SELECT basis FROM TrainingPlan WHERE id = ?', planId)
  const basis = basisSchema.safeParse(JSON.parse(row?.basis ?? '{}'))
  return basis.success ? basis.data.campaign.title : { vi: '', en: '' }
}

/** The classes of a result that is not approved: they have days and places, but no times yet. */
function draftLines({ classes, settings }: SolvedView, names: Names): ClassLine[] {
  const online = getT('vi', 'carry')('place.online')
  return inTime(
    classes.map((each): ClassLine => ({
      id: each.key,
      title: {
        vi: names.vi.modules[each.module] ?? each.module,
        en: names.en.modules[each.module] ?? each.module,
      },
      delivery: each.delivery,
      days: each.delivery === 'online' ? [settings.until] : each.dates,
      times: '',
      place: each.delivery === 'online' ? online : placeName(each, names.vi),
      trainer: each.trainer === null ? '' : (names.vi.trainers[each.trainer] ?? ''),
      seats: each.seats.map(({ commune, position, seats }) => ({
        communeCode: commune,
        positionCode: position,
        seats,
      })),
      nameBy: null,
    })),
  )
}
