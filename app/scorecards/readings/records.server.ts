import { finishedByCommune } from '~/learning/report/learning-report.server'
import { smallestGroup } from '~/gaps/suppression'
import { reader } from '~/platform/db/db.server'
import type { ProductMeasure } from '../card'
import type { Missing, Reading } from '../score'

type Rows = Map<string, Reading>

const missing = (why: Missing): Reading => ({ missing: why })

/**
 * Measures of the product's own records, of every commune of a province at once; a commune that is not in the answer has no figure for
 * the reason `otherwise`. `day` (YYYY-MM-DD) is the day on which they are counted.
 */
export function recordReadings(
  provinceCode: string,
  measure: ProductMeasure,
  parameter: string | undefined,
  day: string,
): { of: Rows; otherwise: Missing } {
  switch (measure) {
    case 'module-finished':
      return { of: finished(provinceCode, parameter ?? '', day), otherwise: 'module' }
    case 'seats-named':
      return { of: shares(seatRows(provinceCode), 'seats', 'named', day), otherwise: 'plan' }
    case 'attendance':
      return { of: attendance(provinceCode, day), otherwise: 'held' }
    case 'accounts':
      return { of: shares(accountRows(provinceCode), 'people', 'activated', day), otherwise: 'people' }
    case 'teams':
      return { of: counts(teamRows(provinceCode), 'teams', day), otherwise: 'people' }
    case 'team-members':
      return { of: counts(teamRows(provinceCode), 'members', day), otherwise: 'people' }
    default:
      return { of: new Map(), otherwise: 'unmeasured' }
  }
}

function exact(value: number, day: string): Reading {
  return { value, low: value, high: value, from: { kind: 'records', day } }
}

/** As the report of learning releases them: a count that it hides stays hidden here. */
function finished(provinceCode: string, module: string, day: string): Rows {
  const rows = finishedByCommune(provinceCode, module) ?? []
  return new Map(
    rows.map(({ code, people, finished: count }) => {
      if (people === 0) return [code, missing('people')]
      return [code, count === 'hidden' ? missing('hidden') : exact((100 * count) / people, day)]
    }),
  )
}

type Counted = { commune: string } & Record<string, number | string>

function shares(rows: readonly Counted[], of: string, part: string, day: string): Rows {
  return new Map(
    rows.flatMap((row) => {
      const [whole, some] = [Number(row[of]), Number(row[part])]
      return whole > 0 ? [[row.commune, exact(100 * Math.min(1, some / whole), day)] as const] : []
    }),
  )
}

function counts(rows: readonly Counted[], part: string, day: string): Rows {
  return new Map(rows.map((row) => [row.commune, exact(Number(row[part]), day)]))
}

/** The plan whose seats count: the one approved last. */
const planSql = `SELECT id FROM TrainingPlan WHERE provinceCode = ? AND approvedAt IS NOT NULL ORDER BY approvedAt DESC, id LIMIT 1`

/** Seats of the plan's classes that are not cancelled, and how many of them have a name, class by class at most all. */
function seatRows(provinceCode: string): Counted[] {
  return reader.sql.all<Counted>(
    `WITH quota AS (
       SELECT q.classId, q.communeCode AS commune, sum(q.seats) AS seats FROM ClassQuota q
       JOIN PlannedClass n ON n.classId = q.classId AND n.planId = (${planSql})
       JOIN TrainingClass c ON c.id = n.classId AND c.cancelledAt IS NULL GROUP BY q.classId, q.communeCode),
     named AS (
       SELECT p.classId, pc.communeCode AS commune, count(*) AS named FROM ClassPlace p
       JOIN PersonCommune pc ON pc.personId = p.personId AND pc.until IS NULL
       WHERE p.withdrawnAt IS NULL AND p.classId IN (SELECT classId FROM quota) GROUP BY p.classId, pc.communeCode)
     SELECT q.commune, sum(q.seats) AS seats, sum(min(q.seats, coalesce(n.named, 0))) AS named
     FROM quota q LEFT JOIN named n ON n.classId = q.classId AND n.commune = q.commune GROUP BY q.commune`,
    provinceCode,
  )
}

/** People named for classes of the plan whose last day is over, and how many of them were at a session. */
function attendance(provinceCode: string, day: string): Rows {
  const rows = reader.sql.all<Counted>(
    `WITH held AS (
       SELECT s.classId FROM ClassSession s JOIN PlannedClass n ON n.classId = s.classId AND n.planId = (${planSql})
       JOIN TrainingClass c ON c.id = s.classId AND c.cancelledAt IS NULL
       GROUP BY s.classId HAVING max(s.date) < ?),
     was AS (
       SELECT DISTINCT s.classId, a.personId FROM Attendance a JOIN ClassSession s ON s.id = a.sessionId
       WHERE a.present = 1 AND s.classId IN (SELECT classId FROM held))
     SELECT pc.communeCode AS commune, count(*) AS people, count(w.personId) AS present
     FROM ClassPlace p JOIN held h ON h.classId = p.classId
     JOIN PersonCommune pc ON pc.personId = p.personId AND pc.until IS NULL
     LEFT JOIN was w ON w.classId = p.classId AND w.personId = p.personId
     WHERE p.withdrawnAt IS NULL GROUP BY pc.communeCode`,
    provinceCode,
    day,
  )
  const of = shares(rows, 'people', 'present', day)
  // Of a few people a share would tell who was not there.
  for (const { commune, people } of rows)
    if (Number(people) < smallestGroup) of.set(commune, missing('hidden'))
  return of
}

function accountRows(provinceCode: string): Counted[] {
  return reader.sql.all<Counted>(
    `SELECT pc.communeCode AS commune, count(*) AS people, count(a.passwordHash) AS activated
     FROM PersonCommune pc JOIN Person p ON p.id = pc.personId LEFT JOIN Account a ON a.personId = p.id
     WHERE pc.until IS NULL AND p.provinceCode = ? AND p.kind <> 'community_team' GROUP BY pc.communeCode`,
    provinceCode,
  )
}

function teamRows(provinceCode: string): Counted[] {
  return reader.sql.all<Counted>(
    `SELECT c.code AS commune, count(DISTINCT t.id) AS teams, count(p.id) AS members
     FROM Commune c LEFT JOIN CommunityTeam t ON t.communeCode = c.code LEFT JOIN Person p ON p.teamId = t.id
     WHERE c.provinceCode = ? AND c.validTo IS NULL GROUP BY c.code`,
    provinceCode,
  )
}
