import type { Expected } from '~/planning/expected'
import { countsOf } from '~/planning/carry/follow-up'
import { followedClasses, seatsOf, type FollowedClass } from '~/planning/carry/follow-up.server'
import type { CarriedPlan } from '~/planning/carry/plan-row.server'
import type { Estimate } from '~/planning/effect/did'
import { laterCampaigns } from '~/planning/effect/later-campaigns.server'
import { storedEffect } from '~/planning/effect/measure-effect.server'
import { smallestGroup } from '~/gaps/suppression'
import { communeNames } from '~/campaigns/response-rates.server'
import { rounded } from '../../workbook/sheet'
import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { can, scopeOf } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { metaOf, utc, type Asked, type Reply } from '../reply'
import type { PlanClassData, PlanData } from '../schemas/plans'

type Row = Omit<CarriedPlan, 'title' | 'sample'> & { title: string; titleEn: string | null; sample: number }
type Approved = CarriedPlan & { approvedAt: string }

const sql = `SELECT id, provinceCode, campaignId, title, titleEn, state, sample, approvedAt, approvedBy, closedAt
  FROM TrainingPlan WHERE state <> 'draft' AND approvedAt IS NOT NULL`

/** Plans that were approved in the actor's province, or that keep seats for the actor's commune; the last first. */
function plansOf(actor: Actor): Approved[] {
  authorise(actor, 'plans.view')
  const { provinceCodes, communeCodes } = scopeOf(actor, 'plans.view')
  const rows = reader.sql.all<Row>(
    `${sql} AND (provinceCode IN (SELECT value FROM json_each(?)) OR EXISTS (
       SELECT 1 FROM PlannedClass n JOIN ClassQuota q ON q.classId = n.classId
       WHERE n.planId = TrainingPlan.id AND q.communeCode IN (SELECT value FROM json_each(?))))
     ORDER BY approvedAt DESC, id`,
    JSON.stringify(provinceCodes),
    JSON.stringify(communeCodes),
  )
  return rows.map(({ title, titleEn, sample, ...rest }) => ({
    ...rest,
    approvedAt: rest.approvedAt!,
    title: { vi: title, en: titleEn ?? title },
    sample: sample === 1,
  }))
}

function planFor(actor: Actor, id: string): Approved {
  const found = plansOf(actor).find((plan) => plan.id === id)
  if (!found) throw refuse('notFound')
  return found
}

/** Whether the whole plan may be read, and not only the seats of one commune. */
function seesWhole(actor: Actor, { provinceCode }: Approved): boolean {
  return can(actor, 'plans.view', { provinceCode })
}

/** The classes of a plan that concern the actor's place, with the seats there. */
function classesFor(actor: Actor, plan: Approved): FollowedClass[] {
  const { provinceCode } = plan
  const classes = followedClasses(plan.id, plan.approvedAt)
  if (seesWhole(actor, plan)) return classes
  return classes.flatMap((each) => {
    const quotas = each.quotas.filter(({ communeCode }) =>
      can(actor, 'plans.view', { provinceCode, communeCode }),
    )
    return quotas.length > 0 ? [{ ...each, quotas }] : []
  })
}

export function plans(actor: Actor): Reply<'plans'> {
  const all = plansOf(actor)
  const sample = all.some((plan) => plan.sample)
  return {
    stamp: null,
    total: all.length,
    make: (from, to) => ({
      data: all.slice(from, to).map((plan) => planData(actor, plan)),
      meta: metaOf(null, sample),
    }),
  }
}

export function plan(actor: Actor, { params }: Asked<'plan'>): Reply<'plan'> {
  const found = planFor(actor, params.id ?? '')
  return { stamp: null, make: () => ({ data: planData(actor, found), meta: metaOf(null, found.sample) }) }
}

export function planClasses(actor: Actor, { params }: Asked<'planClasses'>): Reply<'planClasses'> {
  const found = planFor(actor, params.id ?? '')
  const whole = seesWhole(actor, found)
  const classes = classesFor(actor, found).sort((a, b) => (a.classId < b.classId ? -1 : 1))
  return {
    stamp: null,
    total: classes.length,
    make: (from, to) => {
      const page = classes.slice(from, to)
      const seats = whole ? seatsOf(found.id, page) : null
      const names = new Map(
        communeNames(page.flatMap(({ quotas }) => quotas.map(({ communeCode }) => communeCode))).map(
          ({ code, name }) => [code, name],
        ),
      )
      return {
        data: page.map((each): PlanClassData => ({
          ...{ id: each.classId, title: each.title, module: each.moduleCode },
          ...{ delivery: each.delivery, state: each.state, days: each.dates.map(({ date }) => date) },
          cost: whole ? Math.round(each.cost) : null,
          seats: each.quotas
            .map(({ communeCode: code, seats }) => ({
              place: { code, name: names.get(code) ?? code },
              seats,
            }))
            .sort((a, b) => (a.place.code < b.place.code ? -1 : 1)),
          ...(seats
            ? partsOf(countsOf([each], seats, { classId: each.classId }))
            : { named: null, attended: null, completed: null }),
        })),
        meta: metaOf(null, found.sample),
      }
    },
  }
}

/** How many of those named came and completed; of one to four people it would tell what each of them did. */
function partsOf({ named, attended, completed }: { named: number; attended: number; completed: number }) {
  const few = named < smallestGroup
  return { named, attended: few ? null : attended, completed: few ? null : completed }
}

function planData(actor: Actor, found: Approved): PlanData {
  const whole = seesWhole(actor, found)
  const classes = classesFor(actor, found)
  const going = classes.filter(({ state }) => state !== 'cancelled' && state !== 'gone')
  return {
    ...{ id: found.id, title: found.title, province: found.provinceCode, campaign: found.campaignId },
    ...{ state: found.state === 'closed' ? 'closed' : 'approved', sample: found.sample },
    ...{ approvedAt: utc(found.approvedAt), closedAt: utc(found.closedAt), classes: going.length },
    seats: going.reduce((sum, { quotas }) => sum + quotas.reduce((all, { seats }) => all + seats, 0), 0),
    cost: whole ? Math.round(going.reduce((sum, { cost }) => sum + cost, 0)) : null,
    expected: whole ? expectedOf(found.id) : null,
    effect: whole ? effectOf(found) : null,
  }
}

function expectedOf(planId: string): PlanData['expected'] {
  const row = reader.sql.get<{ whole: string | null }>(
    "SELECT json_extract(result, '$.expected.whole') AS whole FROM PlanScenario WHERE planId = ? AND chosen = 1",
    planId,
  )
  if (!row?.whole) return null
  const { before, after } = JSON.parse(row.whole) as Expected['whole']
  const interval = ({ share, low, high }: Expected['whole']['before']) => ({
    ...{ value: rounded(share), low: rounded(low), high: rounded(high) },
  })
  return { before: interval(before), after: interval(after) }
}

/** What the plan was measured to do by the last campaign after it, once somebody had it worked out. */
function effectOf(found: Approved): PlanData['effect'] {
  for (const { id } of laterCampaigns(found).toReversed()) {
    const stored = storedEffect(found.id, id)
    if (!stored) continue
    const { method, people, ability, below } = stored.data
    return { campaign: id, method, people, ability: effect(ability), below: effect(below) }
  }
  return null
}

function effect(of: Estimate | null): NonNullable<PlanData['effect']>['ability'] {
  if (!of) return null
  const { trained, untrained, communes } = of
  return {
    ...{ value: rounded(of.effect), low: rounded(of.low), high: rounded(of.high) },
    ...{ trained, untrained, communes },
  }
}
