import { communesIn } from '~/people/places/places.server'
import { workProvince } from '~/people/places/work-province.server'
import { now } from '~/platform/clock/now.server'
import { reader } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import { vietnamDay } from '~/platform/i18n/format'
import type { Bilingual } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { scopeOf } from '~/platform/policy/policy'
import type { ModuleVersion } from '../module'
import { currentModules } from '../modules.server'
import { readIn } from '../moves'
import { lessonMoves } from '../moves.server'
import {
  countModule,
  stageOf,
  type Count,
  type Counted,
  type GroupCounts,
  type ModuleCounts,
  type Part,
} from './counts'

/** The groups of people without a position: members of community teams, and others. */
const teamGroup = '~team'
const noPosition = '~none'

export type LearningRow = GroupCounts & { name: Bilingual }
export type LearningReport = {
  /** The last day that is counted, `YYYY-MM-DD`. */
  until: string
  province: boolean
  place: string
  /** The communes of somebody who leads several; the one shown is current. */
  own: { code: string; name: string; current: boolean }[]
  modules: { code: string; title: Bilingual; all: GroupCounts & Partial<Record<Part, Count>> }[]
  /** Of one module: the communes and positions with people. */
  chosen: { code: string; title: Bilingual; communes: LearningRow[]; positions: LearningRow[] } | null
}

/**
 * How far people are, as counts by module, and of one module by commune and position. Counted up to the end of the
 * day before, so that looking twice a day does not show what one person just did. A leader sees the own commune's row
 * of the same table.
 */
export function learningReport(
  actor: Actor,
  moduleCode: string | null,
  communeCode: string | null = null,
): LearningReport {
  const provinceCode = workProvince(actor, 'learning.report')
  const { provinceCodes, communeCodes, everywhere } = scopeOf(actor, 'learning.report')
  const whole = everywhere || provinceCodes.includes(provinceCode)
  const communes = communesIn(provinceCode)
  const until = new Date(dayStart(vietnamDay(now())) - 1)
  const modules = currentModules().filter((module) => module.for.some((audience) => audience !== 'citizen'))
  const chosen = moduleCode ? modules.find(({ code }) => code === moduleCode) : null
  if (chosen === undefined) throw refuse('notFound')
  const { positions, countsOf } = countsUntil(provinceCode, communes, until)
  const own = communes.filter(({ code }) => communeCodes.includes(code))
  const mine = own.find(({ code }) => code === communeCode) ?? own[0]
  const ofPlace = (counts: ModuleCounts) =>
    whole ? counts.all : (counts.communes.find(({ code }) => code === mine?.code) ?? nobody)
  const rows = chosen ? countsOf(chosen) : null
  const named = (group: GroupCounts, name: Bilingual): LearningRow[] =>
    group.people > 0 ? [{ ...group, name }] : []
  return {
    until: vietnamDay(until),
    province: whole,
    place: whole ? '' : (mine?.name ?? ''),
    own: whole ? [] : own.map(({ code, name }) => ({ code, name, current: code === mine?.code })),
    modules: modules.map((module) => ({
      code: module.code,
      title: module.title,
      all: ofPlace(countsOf(module)),
    })),
    chosen: chosen &&
      rows && {
        code: chosen.code,
        title: chosen.title,
        communes: rows.communes.flatMap((group, i) => {
          const { code, name } = communes[i]!
          return whole || communeCodes.includes(code) ? named(group, { vi: name, en: name }) : []
        }),
        positions: whole ? rows.positions.flatMap((group, i) => named(group, positions[i]!.name)) : [],
      },
  }
}

/** People at each commune of a province for whom a module is, and how many finished it by the end of yesterday, as the report shows them; null for a module that is given no more. */
export function finishedByCommune(provinceCode: string, moduleCode: string): GroupCounts[] | null {
  const module = currentModules().find(({ code }) => code === moduleCode)
  if (!module) return null
  const until = new Date(dayStart(vietnamDay(now())) - 1)
  return countsUntil(provinceCode, communesIn(provinceCode), until).countsOf(module).communes
}

const nobody: GroupCounts = { code: '', people: 0, none: 0, learning: 0, finished: 0 }

// What is counted to the end of a day stays as it is, so it is counted once a day.
const counted = new Map<string, ModuleCounts>()
let countedUntil = 0

function countsUntil(provinceCode: string, communes: { code: string }[], until: Date) {
  if (countedUntil !== until.getTime()) counted.clear()
  countedUntil = until.getTime()
  const people = peopleOf(provinceCode, until)
  const positions = positionNames(people)
  const countsOf = (module: ModuleVersion): ModuleCounts => {
    const id = `${provinceCode}/${module.id}/${people.length}`
    const known = counted.get(id)
    if (known) return known
    const counts = countModule(
      walks(people, module, until),
      communes.map(({ code }) => code),
      positions.map(({ code }) => code),
    )
    counted.set(id, counts)
    return counts
  }
  return { positions, countsOf }
}

const dayStart = (day: string) => new Date(`${day}T00:00:00+07:00`).getTime()

type Member = { personId: string; commune: string; position: string }

/** Everybody who was at a commune of the province at a moment, with the main position: officials and team members. */
function peopleOf(provinceCode: string, until: Date): Member[] {
  const at = dbDate(until)
  return reader.sql.all<Member>(
    `SELECT p.id AS personId, pc.communeCode AS commune,
       coalesce((SELECT positionCode FROM PersonPosition o WHERE o.personId = p.id AND o.since <= ?
           AND (o.until IS NULL OR o.until > ?) ORDER BY rank, id LIMIT 1),
         CASE p.kind WHEN 'community_team' THEN '${teamGroup}' ELSE '${noPosition}' END) AS position
     FROM Person p JOIN PersonCommune pc ON pc.personId = p.id AND pc.since <= ? AND (pc.until IS NULL OR pc.until > ?)
     JOIN Commune c ON c.code = pc.communeCode AND c.provinceCode = p.provinceCode AND c.validTo IS NULL
     WHERE p.provinceCode = ? AND p.kind <> 'support_staff'`,
    at,
    at,
    at,
    at,
    provinceCode,
  )
}

function positionNames(people: Member[]): { code: string; name: Bilingual }[] {
  const rows = reader.sql.all<{ code: string; vi: string; en: string }>(
    `SELECT p.code, p.nameVi AS vi, p.nameEn AS en FROM Position p JOIN Department d ON d.code = p.departmentCode
     ORDER BY d."order", p."order", p.code`,
  )
  const held = new Set(people.map(({ position }) => position))
  return [
    ...rows.map(({ code, vi, en }) => ({ code, name: { vi, en } })),
    { code: teamGroup, name: { vi: '', en: '' } },
    { code: noPosition, name: { vi: '', en: '' } },
  ].filter(({ code }) => held.has(code))
}

/** Those whom a module is for: members of teams, staff, or both. */
const isFor =
  (module: ModuleVersion) =>
  ({ position }: Member) =>
    module.for.includes(position === teamGroup ? 'team' : 'staff')

type WalkRow = { personId: string; finished: number; read: string }

function walks(people: Member[], module: ModuleVersion, until: Date): Counted[] {
  const at = dbDate(until)
  const moves = lessonMoves()
  const lessons = new Set(module.lessons.map(({ code }) => code))
  const rows = reader.sql.all<WalkRow>(
    `SELECT e.personId, e.finishedAt IS NOT NULL AND e.finishedAt <= ? AS finished,
       (SELECT json_group_array(r.moduleCode || '/' || r.lessonCode) FROM LearningRecord r
          WHERE r.personId = e.personId AND r.moduleCode = e.moduleCode AND r.verb = 'read' AND r.at <= ?) AS read
     FROM Enrolment e WHERE e.moduleCode = ? AND e.startedAt <= ?`,
    at,
    at,
    module.code,
    at,
  )
  const known = new Map(rows.map((row) => [row.personId, row]))
  return people.filter(isFor(module)).map(({ personId, commune, position }) => {
    const row = known.get(personId)
    const read = row ? readIn(module.code, JSON.parse(row.read) as string[], moves) : []
    const walk = {
      enrolled: row !== undefined,
      finished: row?.finished === 1,
      lessonsRead: read.filter((code) => lessons.has(code)).length,
    }
    return { commune, position, stage: stageOf(walk, module.lessons.length) }
  })
}
