import { formVersion } from '~/assessment/content.server'
import { now } from '~/platform/clock/now.server'
import { reader } from '~/platform/db/db.server'
import { vietnamDay } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { answeredSteps, currentResponses, planOf } from './sitting.server'
import { titleOf } from './survey-pages.server'

export type MySurvey = {
  campaignId: string
  title: string
  opensOn: string
  closesOn: string
  minutes: number
  answered: number
  count: number
  submittedAt: string | null
  status: 'waiting' | 'fresh' | 'begun' | 'submitted' | 'missed'
}

const sql = `SELECT c.id AS campaignId, c.title, c.titleEn, c.opensOn, c.closesOn, c.state, c.personFormVersionId,
  s.id AS sittingId, s.plan, s.submittedAt
  FROM Invitee i JOIN Campaign c ON c.id = i.campaignId LEFT JOIN Sitting s ON s.inviteeId = i.id
  WHERE i.personId = ? AND c.state <> 'draft' ORDER BY c.closesOn DESC`

type Row = {
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
    const begun = row.sittingId !== null && row.plan !== null
    return {
      campaignId: row.campaignId,
      title: titleOf(row, locale),
      opensOn: row.opensOn,
      closesOn: row.closesOn,
      minutes: formVersion(row.personFormVersionId).minutes,
      answered: begun && !row.submittedAt ? answeredSteps(currentResponses(row.sittingId!)).size : 0,
      count: begun ? planOf(row.sittingId!, row.plan!).length : 0,
      submittedAt: row.submittedAt,
      status: statusOf(row, today),
    }
  })
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
