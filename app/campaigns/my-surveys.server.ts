import { formVersion } from '~/assessment/content.server'
import type { MeasuringVersions } from '~/assessment/measuring.server'
import { now } from '~/platform/clock/now.server'
import { reader } from '~/platform/db/db.server'
import { vietnamDay } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { hiddenIn } from './asked.server'
import { quizSettings } from './own-quiz.server'
import { answeredSteps, currentResponses, markOf, planOf, stepsOf } from './sitting.server'
import { titleOf } from './survey-pages.server'

export type MySurvey = {
  campaignId: string
  title: string
  opensOn: string
  closesOn: string
  minutes: number
  answered: number
  count: number
  /** An adaptive quiz is under way: `count` is the most that there can be. */
  atMost: boolean
  submittedAt: string | null
  status: 'waiting' | 'fresh' | 'begun' | 'submitted' | 'missed'
}

const sql = `SELECT c.id AS campaignId, c.title, c.titleEn, c.opensOn, c.closesOn, c.state,
  coalesce(s.formVersionId, c.personFormVersionId) AS personFormVersionId,
  c.frameworkVersionId, c.standardId, c.parameterVersionId, a.stopped, s.id AS sittingId, s.plan, s.submittedAt
  FROM Invitee i JOIN Campaign c ON c.id = i.campaignId LEFT JOIN Sitting s ON s.inviteeId = i.id LEFT JOIN SittingAbility a ON a.sittingId = s.id
  WHERE i.personId = ? AND c.state <> 'draft' ORDER BY c.closesOn DESC`

type Row = MeasuringVersions & {
  stopped: string | null
  campaignId: string
  title: string
  titleEn: string | null
  opensOn: string
  closesOn: string
  state: string
  personFormVersionId: string
  sittingId: string | null
  plan: string | null
  submittedAt: string | null
}

/** The surveys that a person was asked to answer, newest first. */
export function mySurveys(actor: Actor, locale: Locale): MySurvey[] {
  authorise(actor, 'survey.answer', { personId: actor.personId })
  const today = vietnamDay(now())
  return reader.sql.all<Row>(sql, actor.personId).map((row) => {
    return {
      campaignId: row.campaignId,
      title: titleOf(row, locale),
      opensOn: row.opensOn,
      closesOn: row.closesOn,
      minutes: formVersion(row.personFormVersionId).minutes,
      ...progressOf(row),
      submittedAt: row.submittedAt,
      status: statusOf(row, today),
    }
  })
}

function progressOf(row: Row): Pick<MySurvey, 'answered' | 'count' | 'atMost'> {
  const { sittingId, plan, submittedAt, stopped } = row
  if (!sittingId || !plan || submittedAt) return { answered: 0, count: 0, atMost: false }
  const responses = currentResponses(sittingId)
  // A question's step bears its code.
  const hidden = hiddenIn(formVersion(row.personFormVersionId), responses)
  const answered = [...answeredSteps(responses)].filter((step) => !hidden.has(step)).length
  const planned = planOf(sittingId, plan)
  const atMost = markOf(planned) !== null && !stopped
  const count = atMost
    ? planned.length - hidden.size - 1 + quizSettings({ ...row, formVersionId: row.personFormVersionId }).most
    : stepsOf(sittingId, plan).length - hidden.size
  return { answered, count, atMost }
}

function statusOf(row: Row, today: string): MySurvey['status'] {
  if (row.submittedAt) return 'submitted'
  if (row.state === 'closed' || today > row.closesOn) return 'missed'
  if (today < row.opensOn) return 'waiting'
  return row.sittingId ? 'begun' : 'fresh'
}

/** Where a person works and as what, in words for the greeting. */
export function myWork(actor: Actor, locale: Locale): { commune: string; positions: string[] } | null {
  authorise(actor, 'survey.answer', { personId: actor.personId })
  const commune = reader.sql.get<{ name: string }>(
    'SELECT c.name FROM PersonCommune p JOIN Commune c ON c.code = p.communeCode WHERE p.personId = ? AND p.until IS NULL',
    actor.personId,
  )
  if (!commune) return null
  return { commune: commune.name, positions: positionNames(presentPositions(actor.personId!), locale) }
}

function presentPositions(personId: string): string[] {
  return reader.sql
    .all<{ code: string }>(
      'SELECT positionCode AS code FROM PersonPosition WHERE personId = ? AND until IS NULL ORDER BY rank',
      personId,
    )
    .map(({ code }) => code)
}

/** Names of positions in one language, in the order given. */
export function positionNames(codes: string[], locale: Locale): string[] {
  const rows = reader.sql.all<{ code: string; nameVi: string; nameEn: string }>(
    'SELECT code, nameVi, nameEn FROM Position WHERE code IN (SELECT value FROM json_each(?))',
    JSON.stringify(codes),
  )
  const names = new Map(rows.map((row) => [row.code, locale === 'vi' ? row.nameVi : row.nameEn]))
  return codes.map((code) => names.get(code) ?? code)
}
