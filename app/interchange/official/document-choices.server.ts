import { listCampaigns } from '~/campaigns/list-campaigns.server'
import { communeByCode } from '~/people/places/places.server'
import { reader } from '~/platform/db/db.server'
import type { Locale } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { can, scopeOf } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'

export type Choice = { id: string; title: string }
type PlanRow = { id: string; title: string; titleEn: string | null; state: string; solved: number }

export type DocumentChoices = ReturnType<typeof documentChoices>

/**
 * What documents can be made of: released campaigns and solved plans for a planner, approved plans with their classes, and
 * communes of which the actor may make a list of their own.
 */
export function documentChoices(actor: Actor, locale: Locale, commune: string | null) {
  authorise(actor, 'documents.participants')
  const makesAll = can(actor, 'documents.make')
  const own = scopeOf(actor, 'documents.participants').communeCodes
  const asked = commune !== null && mayListOf(actor, commune) ? [commune] : []
  const communeCodes = makesAll ? asked : own
  const provinces = makesAll
    ? scopeOf(actor, 'documents.make').provinceCodes
    : communeCodes.map((code) => communeByCode(code).provinceCode)
  const plans = reader.sql.all<PlanRow>(
    `SELECT p.id, p.title, p.titleEn, p.state,
       EXISTS (SELECT 1 FROM PlanScenario s WHERE s.planId = p.id AND json_extract(s.result, '$.solve.kind') = 'plan') AS solved
     FROM TrainingPlan p WHERE p.provinceCode IN (SELECT value FROM json_each(?))
       AND (? OR EXISTS (SELECT 1 FROM PlannedClass n JOIN ClassQuota q ON q.classId = n.classId
         WHERE n.planId = p.id AND q.communeCode IN (SELECT value FROM json_each(?))))
     ORDER BY p.createdAt DESC, p.id`,
    ...[JSON.stringify(provinces), makesAll ? 1 : 0, JSON.stringify(communeCodes)],
  )
  const named = ({ id, title, titleEn }: PlanRow): Choice => ({
    id,
    title: locale === 'en' ? (titleEn ?? title) : title,
  })
  const approved = plans.filter(({ state }) => state !== 'draft')
  return {
    makesAll,
    campaigns: makesAll
      ? listCampaigns(actor, locale)
          .filter(({ released }) => released)
          .map(({ id, title }): Choice => ({ id, title }))
      : [],
    plans: plans.filter(({ solved }) => solved === 1).map(named),
    approved: approved.map((plan) => ({ ...named(plan), classes: classesOf(plan.id, communeCodes, locale) })),
    communes: communeCodes.map((code): Choice => ({ id: code, title: communeByCode(code).name })),
  }
}

/** A planner makes the list of one commune from its page. */
function mayListOf(actor: Actor, code: string): boolean {
  const place = reader.sql.get<{ provinceCode: string }>(
    'SELECT provinceCode FROM Commune WHERE code = ?',
    code,
  )
  return place !== undefined && can(actor, 'documents.participants', { ...place, communeCode: code })
}

/** The classes of an approved plan that are not cancelled; for a leader those in which the commune has seats. */
function classesOf(planId: string, communeCodes: readonly string[], locale: Locale): Choice[] {
  return reader.sql
    .all<{ id: string; vi: string; en: string; day: string | null }>(
      `SELECT c.id, c.titleVi AS vi, coalesce(nullif(c.titleEn, ''), c.titleVi) AS en,
         (SELECT min(date) FROM ClassSession s WHERE s.classId = c.id) AS day
       FROM PlannedClass n JOIN TrainingClass c ON c.id = n.classId AND c.cancelledAt IS NULL
       WHERE n.planId = ? AND (json_array_length(?) = 0 OR EXISTS (SELECT 1 FROM ClassQuota q WHERE q.classId = n.classId
         AND q.communeCode IN (SELECT value FROM json_each(?)))) ORDER BY day, c.titleVi, c.id`,
      ...[planId, JSON.stringify(communeCodes), JSON.stringify(communeCodes)],
    )
    .map(({ id, vi, en, day }) => ({
      id,
      title: [locale === 'en' ? en : vi, ...(day === null ? [] : [day.split('-').reverse().join('/')])].join(
        ', ',
      ),
    }))
}
