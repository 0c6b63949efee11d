// A plan of the demo that was carried out between two campaigns: its classes were held, one was cancelled, and who learned
// knows a little more afterwards. All of it is made up.
import { randomFrom } from '~/assessment/shuffle'
import { markAttendance } from '~/classes/attendance/mark.server'
import { attendedEnough } from '~/classes/class'
import { viewClass } from '~/classes/view-class.server'
import { approvePlan } from '~/planning/carry/approve-plan.server'
import { candidates } from '~/planning/carry/candidates.server'
import { communeClasses, quotasOf } from '~/planning/carry/commune-classes.server'
import { cancelPlannedClass } from '~/planning/carry/end-plan.server'
import { namePeople } from '~/planning/carry/name-people.server'
import { makePlan } from '~/planning/plans/make-plan.server'
import { setClock } from '~/platform/clock/now.server'
import { reader } from '~/platform/db/db.server'
import { vietnamDay } from '~/platform/i18n/format'
import type { Actor } from '~/platform/policy/actor'
import { changeSettings, solved } from './planning'

/** Competencies that people learned in classes of the plan, by their staff codes. */
export type Learned = ReadonlyMap<string, ReadonlySet<string>>

type Parts = {
  campaignId: string
  communes: readonly string[]
  /** Who signs in to try the product: what they show stays as it is. */ apart: ReadonlySet<string>
  daysAgo: (days: number) => Date
  seed: string
}

const taught = ['infosec', 'one-stop', 'ai-public-work', 'personal-data', 'shared-data']

/** Makes, solves, approves and holds the plan; returns what people learned and how many classes there were. */
export async function carryOutPlan(
  actor: Actor,
  parts: Parts,
): Promise<{ learned: Learned; classes: number; planId: string }> {
  const { campaignId, communes, daysAgo, seed } = parts
  setClock(daysAgo(180))
  const { id: planId, fault } = await makePlan(
    actor,
    {
      title: 'Kế hoạch tập huấn đợt đầu (mẫu)',
      titleEn: 'Training plan, first round (sample)',
      campaign: campaignId,
      budget: 260_000_000,
    },
    'vi',
  )
  if (fault) throw new Error(`the plan to carry out was not made: ${fault}`)
  await changeSettings(planId, 1, (settings) => ({
    ...settings,
    from: vietnamDay(daysAgo(150)),
    until: vietnamDay(daysAgo(80)),
    modules: settings.modules.map((module) => ({
      ...module,
      used: taught.includes(module.code),
      deliveries: ['class'],
      atMost: 4,
    })),
    seconds: 6,
  }))
  const classes = await solved(actor, planId, 1)
  setClock(daysAgo(168))
  const { fault: refused } = await approvePlan(actor, planId, { number: 1, seen: 1, mail: false })
  if (refused) throw new Error(`the plan was not approved: ${refused}`)
  setClock(daysAgo(160))
  for (const communeCode of communes) await nameSome(actor, communeCode, parts)
  await cancelLast(actor, planId, parts)
  await holdClasses(actor, planId, seed)
  setClock()
  return { learned: learnedIn(planId), classes, planId }
}

/** Most seats of a commune get a name, by drawing lots among the people of the position. */
export async function nameSome(
  actor: Actor,
  communeCode: string,
  { apart, seed }: Pick<Parts, 'apart' | 'seed'>,
): Promise<void> {
  const random = randomFrom(`${seed}/named/${communeCode}`)
  const unnamed = communeClasses(communeCode).filter(({ state, named }) => state === 'planned' && named === 0)
  for (const each of unnamed) {
    const free = candidates(communeCode, each).filter(
      ({ seated, busy, staffCode }) => !seated && !busy && !apart.has(staffCode),
    )
    const personIds = quotasOf(each.classId, communeCode).flatMap(({ positionCode, seats }) =>
      free
        .filter(({ positionCodes }) => positionCodes[0] === positionCode)
        .map((person) => ({ person, lot: random() }))
        .sort((a, b) => a.lot - b.lot)
        .slice(0, random() < 0.1 ? seats - 1 : seats)
        .map(({ person }) => person.personId),
    )
    if (personIds.length === 0) continue
    const { fault } = await namePeople(actor, communeCode, each.classId, { personIds, standIn: null })
    if (fault) throw new Error(`nobody was named in ${communeCode}: ${fault}`)
  }
}

/** The class of the last day is cancelled some days before the first one begins. */
async function cancelLast(actor: Actor, planId: string, { daysAgo }: Parts): Promise<void> {
  setClock(daysAgo(158))
  const last = sessionsOf(planId).at(-1)!
  await cancelPlannedClass(actor, planId, last.classId, 'Giảng viên được điều động phòng chống bão lũ.')
}

/** Marks most people present in every session, in the order of their days, but for `except`: a class that was cancelled or is held otherwise. */
export async function holdClasses(
  actor: Actor,
  planId: string,
  seed: string,
  except?: string,
): Promise<void> {
  const random = randomFrom(`${seed}/held`)
  for (const { id, classId, date, startsAt } of sessionsOf(planId)) {
    if (classId === except) continue
    const listed = viewClass(actor, classId).people.map(({ personId }) => personId)
    setClock(new Date(`${date}T${startsAt}:00+07:00`))
    await markAttendance(actor, classId, id, {
      listed,
      present: listed.filter(() => random() < 0.93),
      via: 'list',
    })
  }
}

type Session = { id: string; classId: string; date: string; startsAt: string }

/** Sessions of classes that are not cancelled. */
function sessionsOf(planId: string): Session[] {
  return reader.sql.all<Session>(
    `SELECT s.id, s.classId, s.date, s.startsAt FROM ClassSession s JOIN PlannedClass n ON n.classId = s.classId
     JOIN TrainingClass c ON c.id = s.classId AND c.cancelledAt IS NULL
     WHERE n.planId = ? ORDER BY s.date, s.startsAt, s.id`,
    planId,
  )
}

/** What the plan's classes taught, by the staff codes of those who attended enough. */
export function learnedIn(planId: string): Learned {
  const rows = reader.sql.all<{
    staffCode: string
    competencies: string
    attended: number
    sessions: number
  }>(
    `SELECT p.staffCode, c.competencies, (SELECT count(*) FROM Attendance a JOIN ClassSession s ON s.id = a.sessionId
         WHERE s.classId = c.id AND a.personId = p.id AND a.present = 1) AS attended,
       (SELECT count(*) FROM ClassSession s WHERE s.classId = c.id) AS sessions
     FROM PlannedClass n JOIN TrainingClass c ON c.id = n.classId AND c.cancelledAt IS NULL
     JOIN ClassPlace cp ON cp.classId = c.id AND cp.withdrawnAt IS NULL JOIN Person p ON p.id = cp.personId
     WHERE n.planId = ?`,
    planId,
  )
  const learned = new Map<string, Set<string>>()
  for (const { staffCode, competencies, attended, sessions } of rows) {
    if (!attendedEnough(attended, sessions, 80)) continue
    const own = learned.get(staffCode) ?? new Set()
    for (const code of JSON.parse(competencies) as string[]) own.add(code)
    learned.set(staffCode, own)
  }
  return learned
}
