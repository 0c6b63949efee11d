import { attendedEnough, spanOf, stateOf } from '~/classes/class'
import { eligibility } from '~/classes/certificates/eligible'
import { sessionsOf } from '~/classes/class-at.server'
import { compareVi } from '~/formats/fold'
import { bareName, communesIn } from '~/people/places/places.server'
import { now } from '~/platform/clock/now.server'
import { reader } from '~/platform/db/db.server'
import { vietnamDay } from '~/platform/i18n/format'
import type { Bilingual } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import type { Delivery } from '../problem'
import { settingsSchema } from '../settings'
import { firstDay } from './classes-to-make'
import {
  countsOf,
  sortLines,
  spentOf,
  type Counts,
  type FollowSort,
  type Participation,
  type PlannedRow,
} from './follow-up'
import { lettersOf } from './list-letters.server'
import { reconcileLetters } from './make-letters.server'
import { nameBy } from './name-by'
import { approvedPlan } from './plan-row.server'

type ClassRow = {
  classId: string
  moduleCode: string
  delivery: Delivery
  cost: number
  expected: number
  titleVi: string | null
  titleEn: string | null
  cancelledAt: string | null
  minShare: number | null
  passPercent: number | null
}

export type FollowedClass = Omit<
  ClassRow,
  'titleVi' | 'titleEn' | 'minShare' | 'passPercent' | 'cancelledAt'
> &
  PlannedRow & {
    title: Bilingual
    first: string
    dates: { date: string }[]
    nameBy: string
    begins: Date | null
    ends: Date | null
  }

/** The classes of a plan as they stand, in the order of their days. */
export function followedClasses(planId: string, approvedAt: string): FollowedClass[] {
  const rows = reader.sql.all<ClassRow>(
    `SELECT n.classId, n.moduleCode, n.delivery, n.cost, n.expected, c.titleVi, c.titleEn, c.cancelledAt, c.minShare, c.passPercent
     FROM PlannedClass n LEFT JOIN TrainingClass c ON c.id = n.classId WHERE n.planId = ?`,
    planId,
  )
  const letters = lettersOf(planId)
  const today = vietnamDay(now())
  const approvedOn = vietnamDay(new Date(approvedAt))
  return rows
    .map(({ titleVi, titleEn, cancelledAt, minShare: _m, passPercent: _p, ...row }): FollowedClass => {
      const sessions = sessionsOf(reader, row.classId)
      const state = titleVi === null ? 'gone' : stateOf({ sessions, cancelledAt }, now())
      const first = firstDay({ sessions })
      const deadline = nameBy(row.delivery, first, approvedOn)
      return {
        ...row,
        title: { vi: titleVi ?? row.moduleCode, en: titleEn || (titleVi ?? row.moduleCode) },
        state,
        first,
        dates: sessions.map(({ date }) => ({ date })),
        nameBy: deadline,
        ...spanOf(sessions),
        overdue: first !== '' && deadline < today,
        waiting: letters.flatMap((letter) =>
          letter.waiting && letter.classId === row.classId ? [letter.communeCode] : [],
        ),
        quotas: reader.sql.all<{ communeCode: string; seats: number }>(
          'SELECT communeCode, sum(seats) AS seats FROM ClassQuota WHERE classId = ? GROUP BY communeCode',
          row.classId,
        ),
      }
    })
    .sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0))
}

type PersonRow = {
  classId: string
  personId: string
  commune: string | null
  addedAt: string
  present: number
  score: number | null
  startedAt: string | null
  finishedAt: string | null
}

/** A seat with what came of it: `completedAt` is the end of the class, or of the module that is learned online. */
export type Seat = Participation & { personId: string; completedAt: Date | null }

/** Everybody who has a seat in a plan's classes. Who learns online attends by beginning and completes by finishing the module. */
export function seatsOf(planId: string, classes: readonly FollowedClass[]): Seat[] {
  const rows = reader.sql.all<PersonRow>(
    `SELECT p.classId, p.personId, pc.communeCode AS commune, p.addedAt, e.startedAt, e.finishedAt,
       (SELECT coalesce(sum(a.present), 0) FROM Attendance a JOIN ClassSession s ON s.id = a.sessionId
          WHERE a.personId = p.personId AND s.classId = p.classId) AS present,
       (SELECT q.score FROM ClassSitting q WHERE q.classId = p.classId AND q.personId = p.personId AND q.form = 'after'
          AND q.submittedAt IS NOT NULL) AS score
     FROM PlannedClass n JOIN ClassPlace p ON p.classId = n.classId AND p.withdrawnAt IS NULL
     LEFT JOIN PersonCommune pc ON pc.personId = p.personId AND pc.until IS NULL
     LEFT JOIN Enrolment e ON e.personId = p.personId AND e.moduleCode = n.moduleCode AND n.delivery = 'online'
     WHERE n.planId = ?`,
    planId,
  )
  const rules = new Map(
    reader.sql
      .all<{ id: string; minShare: number; passPercent: number | null; sessions: number }>(
        `SELECT c.id, c.minShare, c.passPercent, (SELECT count(*) FROM ClassSession s WHERE s.classId = c.id) AS sessions
         FROM TrainingClass c JOIN PlannedClass n ON n.classId = c.id WHERE n.planId = ?`,
        planId,
      )
      .map((rule) => [rule.id, rule]),
  )
  const byId = new Map(classes.map((each) => [each.classId, each]))
  return rows.flatMap((row): Seat[] => {
    const found = byId.get(row.classId)
    const rule = rules.get(row.classId)
    if (!found || !rule) return []
    const online = found.delivery === 'online'
    const completed = online
      ? row.finishedAt !== null
      : attendedEnough(row.present, rule.sessions, rule.minShare) &&
        eligibility(row.present, row.score, rule) === 'yes'
    return [
      {
        classId: row.classId,
        personId: row.personId,
        commune: row.commune ?? '',
        late: vietnamDay(new Date(row.addedAt)) > found.nameBy,
        attended: online ? row.startedAt !== null : row.present > 0,
        completed,
        completedAt: !completed ? null : online ? new Date(row.finishedAt!) : found.ends,
      },
    ]
  })
}

export type FollowQuery = { by: 'class' | 'commune'; sort: FollowSort; direction: 'asc' | 'desc' }
export type FollowUpView = Awaited<ReturnType<typeof viewFollowUp>>

/** How far a plan is: by class or by commune, and together. Names of people stand on the pages of the classes only. */
export async function viewFollowUp(actor: Actor, planId: string, { by, sort, direction }: FollowQuery) {
  const plan = approvedPlan(actor, planId)
  await reconcileLetters(planId, actor.accountId)
  const classes = followedClasses(planId, plan.approvedAt)
  const seats = seatsOf(planId, classes)
  const names = new Map(communesIn(plan.provinceCode).map(({ code, name }) => [code, name]))
  const lines: Line[] =
    by === 'class'
      ? classes.map((each) => ({
          key: each.classId,
          text: each.title.vi,
          title: each.title,
          first: each.first,
          class: {
            state: each.state,
            delivery: each.delivery,
            dates: each.dates,
            nameBy: each.nameBy,
            cost: each.cost,
          },
          counts: countsOf(classes, seats, { classId: each.classId }),
        }))
      : [...new Set(classes.flatMap(({ quotas }) => quotas.map(({ communeCode }) => communeCode)))]
          .map((code) => ({ code, name: names.get(code) ?? code }))
          .sort((a, b) => compareVi(bareName(a.name), bareName(b.name)))
          .map(({ code, name }) => ({
            key: code,
            text: bareName(name),
            title: { vi: name, en: name },
            first: '',
            class: null,
            counts: countsOf(classes, seats, { commune: code }),
          }))
  return {
    plan: { id: plan.id, title: plan.title, state: plan.state, approvedAt: plan.approvedAt },
    by,
    sort,
    direction,
    lines: sortLines(lines, sort, direction, compareVi),
    total: countsOf(classes, seats),
    money: { ...spentOf(classes), budget: budgetOf(planId) },
    classes: classes.length,
    mayClose:
      plan.state === 'approved' && classes.every(({ state }) => state !== 'planned' && state !== 'running'),
  }
}

type Line = {
  key: string
  text: string
  title: Bilingual
  first: string
  class: {
    state: PlannedRow['state']
    delivery: Delivery
    dates: { date: string }[]
    nameBy: string
    cost: number
  } | null
  counts: Counts
}

function budgetOf(planId: string): number {
  const row = reader.sql.get<{ settings: string }>(
    'SELECT settings FROM PlanScenario WHERE planId = ? AND chosen = 1',
    planId,
  )
  return row ? (settingsSchema.safeParse(JSON.parse(row.settings)).data?.budget ?? 0) : 0
}
