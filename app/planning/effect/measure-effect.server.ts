import { now } from '~/platform/clock/now.server'
import { inTransaction, reader } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { followedClasses, seatsOf } from '../carry/follow-up.server'
import { approvedPlan, type CarriedPlan } from '../carry/plan-row.server'
import { settingsSchema } from '../settings'
import { effectMethod } from './did'
import { laterCampaigns, priorVariances } from './later-campaigns.server'
import { planEffect, type Measured, type PlanEffectData, type Took } from './plan-effect'

/** The effect of a plan as it is kept, of this version of the method; null where none is. */
export function storedEffect(
  planId: string,
  campaignId: string,
): { data: PlanEffectData; at: string } | null {
  const row = reader.sql.get<{ data: string; at: string }>(
    'SELECT data, at FROM PlanEffect WHERE planId = ? AND laterCampaignId = ? AND method = ?',
    planId,
    campaignId,
    effectMethod,
  )
  return row ? { data: JSON.parse(row.data) as PlanEffectData, at: row.at } : null
}

/** Works the effect of a plan out by a later campaign and keeps it; one that is kept is not worked out again. */
export async function measureEffect(
  actor: Actor,
  planId: string,
  campaignId: string,
): Promise<PlanEffectData> {
  const plan = approvedPlan(actor, planId)
  const later = laterCampaigns(plan).find(({ id }) => id === campaignId)
  if (!later) throw refuse('notFound')
  const kept = storedEffect(planId, campaignId)
  if (kept) return kept.data
  const measured = measuredTwice(plan.campaignId!, campaignId, priorVariances(later))
  const data = rounded(planEffect(measured, tookPart(plan, campaignId), weightsOf(planId)))
  await inTransaction(async (tx) => {
    tx.sql.run(
      `INSERT INTO PlanEffect (planId, laterCampaignId, method, data, at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (planId, laterCampaignId) DO UPDATE SET method = excluded.method, data = excluded.data, at = excluded.at`,
      ...[planId, campaignId, data.method, JSON.stringify(data), dbDate(now())],
    )
    await audit(tx, actor.accountId, 'plan.effect', planId, { campaignId })
  })
  return data
}

type Row = {
  person: string
  commune: string
  position: string
  competency: string
  target: number
  ability0: number
  below0: number
  ability1: number
  below1: number
  sd: number
}

/** The second measurement tells at least so much of a competency: below, its figure is little else than the prior. */
const leastSignal = 0.1

function measuredTwice(before: string, after: string, variances: ReadonlyMap<string, number>): Measured[] {
  const rows = reader.sql.all<Row>(
    `SELECT i.personId AS person, i.communeCode AS commune, i.positionCode AS position, r.competency, r.target,
       r.ability AS ability0, r.below AS below0, q.ability AS ability1, q.below AS below1, q.sd
     FROM Invitee i JOIN Sitting s ON s.inviteeId = i.id AND s.submittedAt IS NOT NULL
     JOIN SittingResult r ON r.sittingId = s.id AND r.ability IS NOT NULL AND r.below IS NOT NULL AND r.target > 0
     JOIN Invitee j ON j.campaignId = ? AND j.personId = i.personId
     JOIN Sitting u ON u.inviteeId = j.id AND u.submittedAt IS NOT NULL
     JOIN SittingResult q ON q.sittingId = u.id AND q.competency = r.competency AND q.target = r.target
       AND q.ability IS NOT NULL AND q.below IS NOT NULL AND q.sd IS NOT NULL
     WHERE i.campaignId = ?`,
    after,
    before,
  )
  return rows.flatMap(({ ability0, below0, ability1, below1, sd, ...row }): Measured[] => {
    const signal = 1 - sd ** 2 / (variances.get(row.competency) ?? 0)
    if (!(signal >= leastSignal)) return []
    return [
      {
        ...row,
        before: { ability: ability0, below: below0 },
        after: { ability: ability1, below: below1 },
        signal,
      },
    ]
  })
}

/** Who took part in the plan's classes before answering again; a seat that nobody came to counts as not taken. */
function tookPart(plan: CarriedPlan & { approvedAt: string }, campaignId: string): Took[] {
  const classes = followedClasses(plan.id, plan.approvedAt)
  const taught = new Map(
    reader.sql
      .all<{ id: string; competencies: string }>(
        'SELECT c.id, c.competencies FROM TrainingClass c JOIN PlannedClass n ON n.classId = c.id WHERE n.planId = ?',
        plan.id,
      )
      .map(({ id, competencies }) => [id, JSON.parse(competencies) as string[]]),
  )
  const answered = new Map(
    reader.sql
      .all<{ person: string; at: string }>(
        `SELECT i.personId AS person, s.submittedAt AS at FROM Invitee i
         JOIN Sitting s ON s.inviteeId = i.id AND s.submittedAt IS NOT NULL WHERE i.campaignId = ?`,
        campaignId,
      )
      .map(({ person, at }) => [person, new Date(at)]),
  )
  const byId = new Map(classes.map((each) => [each.classId, each]))
  return seatsOf(plan.id, classes).flatMap(({ classId, personId, attended, completedAt }): Took[] => {
    const found = byId.get(classId)!
    const at = answered.get(personId)
    if (!at || !attended || found.state === 'cancelled') return []
    const completed = completedAt !== null && completedAt < at
    // A class that had not begun by then has taught nothing yet.
    if (!completed && found.delivery !== 'online' && found.begins !== null && found.begins > at) return []
    const { moduleCode: module, delivery } = found
    return [{ person: personId, module, delivery, competencies: taught.get(classId) ?? [], completed }]
  })
}

function weightsOf(planId: string): (competency: string) => number {
  const row = reader.sql.get<{ settings: string }>(
    'SELECT settings FROM PlanScenario WHERE planId = ? AND chosen = 1',
    planId,
  )
  const weights = row ? (settingsSchema.safeParse(JSON.parse(row.settings)).data?.weights ?? {}) : {}
  return (competency) => weights[competency] ?? 1
}

function rounded(data: PlanEffectData): PlanEffectData {
  return JSON.parse(
    JSON.stringify(data, (_, value: unknown) =>
      typeof value === 'number' ? Number(value.toPrecision(6)) : value,
    ),
  ) as PlanEffectData
}
