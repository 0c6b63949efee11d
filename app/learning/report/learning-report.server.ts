import { communesIn } from '~/people/places/places.server'
import { workProvince } from '~/people/places/work-province.server'
import { now } from '~/platform/clock/now.server'
import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import { vietnamDay } from '~/platform/i18n/format'
import type { Bilingual } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { scopeOf } from '~/platform/policy/policy'
import type { ModuleVersion } from '../module'
import { currentModules } from '../modules.server'
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
  modules: { code: string; title: Bilingual; all: GroupCounts & Partial<Record<Part, Count>> }[]
  /** Of one module: the communes and positions with people. */
  chosen: { code: string; title: Bilingual; communes: LearningRow[]; positions: LearningRow[] } | null
}

/**
 * How far people are, as counts by module, and of one module by commune and position. Counted up to the end of the
 * day before, so that looking twice a day does not show what one person just did. A leader sees the own commune's row
 * of the same table.
 */
export function learningReport(actor: Actor, moduleCode: string | null): LearningReport {
  const provinceCode = workProvince(actor, 'learning.report')
  const { provinceCodes, communeCodes, everywhere } = scopeOf(actor, 'learning.report')
  const whole = everywhere || provinceCodes.includes(provinceCode)
  const communes = communesIn(provinceCode)
  const until = new Date(dayStart(vietnamDay(now())) - 1)
  const modules = currentModules().filter((module) => module.for.some((audience) => audience !== 'citizen'))
  const chosen = moduleCode ? modules.find(({ code }) => code === moduleCode) : null
  if (chosen === undefined) throw refuse('notFound')
  const people = peopleOf(provinceCode)
  const positions = positionNames(people)
  const counted = (module: ModuleVersion) =>
    countModule(
      walks(people, module, until),
      communes.map(({ code }) => code),
      positions.map(({ code }) => code),
    )
  const mine = communes.find(({ code }) => code === communeCodes[0])
  const ofPlace = (counts: ModuleCounts) =>
    whole ? counts.all : counts.communes.find(({ code }) => code === mine?.code)!
  const rows = chosen ? counted(chosen) : null
  const named = (group: GroupCounts, name: Bilingual): LearningRow[] =>
    group.people > 0 ? [{ ...group, name }] : []
  return {
    until: vietnamDay(until),
    province: whole,
    place: whole ? '' : (mine?.name ?? ''),
    modules: modules.map((module) => ({
      code: module.code,
      title: module.title,
      all: ofPlace(module === chosen && rows ? rows : counted(module)),
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

const dayStart = (day: string) => new Date(`${day}T00:00:00+07:00`).getTime()

type Member = { personId: string; commune: string; position: string }

/** Everybody who is at a commune of the province now, with the main position. */
function peopleOf(provinceCode: string): Member[] {
  return reader.sql.all<Member>(
    `SELECT p.id AS personId, pc.communeCode AS commune,
       coalesce((SELECT positionCode FROM PersonPosition o WHERE o.personId = p.id AND o.until IS NULL ORDER BY rank, id LIMIT 1),
         CASE p.kind WHEN 'community_team' THEN '${teamGroup}' ELSE '${noPosition}' END) AS position
     FROM Person p JOIN PersonCommune pc ON pc.personId = p.id AND pc.until IS NULL
     JOIN Commune c ON c.code = pc.communeCode AND c.provinceCode = p.provinceCode AND c.validTo IS NULL
     WHERE p.provinceCode = ?`,
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

type WalkRow = { personId: string; finished: number; lessonsRead: number }

function walks(people: Member[], module: ModuleVersion, until: Date): Counted[] {
  const at = until.toISOString().replace('Z', '+00:00')
  const rows = reader.sql.all<WalkRow>(
    `SELECT e.personId, e.finishedAt IS NOT NULL AND e.finishedAt <= ? AS finished,
       (SELECT count(*) FROM LearningRecord r WHERE r.personId = e.personId AND r.moduleCode = e.moduleCode
          AND r.verb = 'read' AND r.at <= ? AND r.lessonCode IN (SELECT value FROM json_each(?))) AS lessonsRead
     FROM Enrolment e WHERE e.moduleCode = ? AND e.startedAt <= ?`,
    at,
    at,
    JSON.stringify(module.lessons.map(({ code }) => code)),
    module.code,
    at,
  )
  const known = new Map(rows.map((row) => [row.personId, row]))
  return people.filter(isFor(module)).map(({ personId, commune, position }) => {
    const row = known.get(personId)
    const walk = {
      enrolled: row !== undefined,
      finished: row?.finished === 1,
      lessonsRead: row?.lessonsRead ?? 0,
    }
    return { commune, position, stage: stageOf(walk, module.lessons.length) }
  })
}
