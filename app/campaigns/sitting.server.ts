import { chosenItems, chosenStep } from '~/assessment/adaptive/chosen.server'
import { formVersion } from '~/assessment/content.server'
import type { SurveyForm, WorkSystem } from '~/assessment/form'
import type { AdaptiveMark, PlannedStep, Step } from '~/assessment/plan'
import type { Targets } from '~/competency/framework'
import { now } from '~/platform/clock/now.server'
import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import { formatDate, vietnamDay } from '~/platform/i18n/format'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import type { QuizMode } from './draft'

export type SittingKind = 'person' | 'commune'

/** A survey as its respondent meets it: the campaign, who is asked, and the sitting once it has begun. */
export type OwnSurvey = {
  kind: SittingKind
  campaignId: string
  title: string
  titleEn: string | null
  opensOn: string
  closesOn: string
  state: 'draft' | 'open' | 'closed'
  quizMode: QuizMode
  frameworkVersionId: string
  standardId: number | null
  parameterVersionId: number | null
  formVersionId: string
  communeCode: string
  inviteeId: string | null
  targets: string
  systems: string | null
  sittingId: string | null
  plan: string | null
  submittedAt: string | null
}

const campaignColumns = `c.id AS campaignId, c.title, c.titleEn, c.opensOn, c.closesOn, c.state, c.quizMode, c.frameworkVersionId,
  c.standardId, c.parameterVersionId, c.systems`
const sittingColumns = 's.id AS sittingId, s.plan, s.submittedAt'

const personSql = `SELECT 'person' AS kind, ${campaignColumns}, ${sittingColumns}, coalesce(s.formVersionId, c.personFormVersionId) AS formVersionId,
  i.communeCode, i.id AS inviteeId, i.targets
  FROM Invitee i JOIN Campaign c ON c.id = i.campaignId LEFT JOIN Sitting s ON s.inviteeId = i.id
  WHERE i.campaignId = ? AND i.personId = ?`

const communeSql = `SELECT 'commune' AS kind, ${campaignColumns}, ${sittingColumns}, coalesce(s.formVersionId, c.communeFormVersionId) AS formVersionId,
  m.value AS communeCode, NULL AS inviteeId, '{}' AS targets
  FROM Campaign c JOIN json_each(c.communeCodes) m ON m.value = ?
  LEFT JOIN Sitting s ON s.communeKey = c.id || ':' || m.value
  WHERE c.id = ? AND c.communeFormVersionId IS NOT NULL AND c.state <> 'draft'`

/** The survey of a campaign that `actor` answers: one's own, or that of the commune one leads. */
export function ownSurvey(actor: Actor, campaignId: string, kind: SittingKind): OwnSurvey {
  if (kind === 'person') {
    authorise(actor, 'survey.answer', { personId: actor.personId })
    const row = reader.sql.get<OwnSurvey>(personSql, campaignId, actor.personId)
    if (!row) throw refuse('notFound')
    return row
  }
  authorise(actor, 'commune-survey.answer')
  for (const { communeCode, provinceCode } of actor.grants.filter(({ role }) => role === 'leader')) {
    const row = communeCode ? reader.sql.get<OwnSurvey>(communeSql, communeCode, campaignId) : undefined
    if (!row) continue
    authorise(actor, 'commune-survey.answer', { communeCode, provinceCode })
    return row
  }
  throw refuse('notFound')
}

/** Throws the clear answer unless answers are taken now. */
export function requireOpen(survey: Pick<OwnSurvey, 'state' | 'opensOn' | 'closesOn'>): void {
  const today = vietnamDay(now())
  if (survey.state === 'closed' || today > survey.closesOn)
    throw refuse('campaignClosed', { date: formatDate(survey.closesOn) })
  if (survey.state === 'draft') throw refuse('notFound')
  if (today < survey.opensOn) throw refuse('campaignNotOpen', { date: formatDate(survey.opensOn) })
}

export function isOpen(survey: Pick<OwnSurvey, 'state' | 'opensOn' | 'closesOn'>): boolean {
  const today = vietnamDay(now())
  return survey.state === 'open' && today >= survey.opensOn && today <= survey.closesOn
}

const plans = new Map<string, PlannedStep[]>()

/** What a sitting was to ask when it began; it never changes, so the last few thousand stay parsed. */
export function planOf(sittingId: string, plan: string): PlannedStep[] {
  let steps = plans.get(sittingId)
  if (!steps) {
    steps = JSON.parse(plan) as PlannedStep[]
    if (plans.size >= 4000) plans.delete(plans.keys().next().value!)
    plans.set(sittingId, steps)
  }
  return steps
}

/** Where the adaptive quiz of a sitting stands in its plan; null where every item was fixed at the start. */
export function markOf(plan: readonly PlannedStep[]): AdaptiveMark | null {
  return plan.find((each): each is AdaptiveMark => each.kind === 'adaptive') ?? null
}

/** The steps of a sitting so far: of an adaptive quiz the items that it has chosen, the last of them being the present one. */
export function stepsOf(
  sittingId: string,
  plan: string,
  sql: Pick<typeof reader.sql, 'all'> = reader.sql,
): Step[] {
  const planned = planOf(sittingId, plan)
  if (!markOf(planned)) return planned as Step[]
  return planned.flatMap((each) =>
    each.kind === 'adaptive'
      ? chosenItems(sql, sittingId).map((item) => chosenStep(item, each.section))
      : [each],
  )
}

const currentSql =
  'SELECT step, value, score, max(seq) AS seq FROM Response WHERE sittingId = ? GROUP BY step'
export type CurrentResponse = { step: string; value: string; score: number | null }

/** The newest response of each step of a sitting, by step. */
export function currentResponses(
  sittingId: string,
  sql: Pick<typeof reader.sql, 'all'> = reader.sql,
): Map<string, CurrentResponse> {
  return new Map(sql.all<CurrentResponse>(currentSql, sittingId).map((row) => [row.step, row]))
}

/** The steps that have an answer; an answer taken back is none. */
export function answeredSteps(responses: Map<string, CurrentResponse>): Set<string> {
  return new Set([...responses.values()].filter(({ value }) => value !== '[]').map(({ step }) => step))
}

export function targetsOf(survey: Pick<OwnSurvey, 'targets'>): Targets {
  return JSON.parse(survey.targets) as Targets
}

export function systemsOf(survey: Pick<OwnSurvey, 'systems'>): WorkSystem[] {
  return survey.systems ? (JSON.parse(survey.systems) as WorkSystem[]) : []
}

export function formOf(survey: Pick<OwnSurvey, 'formVersionId'>): SurveyForm {
  return formVersion(survey.formVersionId)
}
