import { profilesInForce } from '~/competency/target-profiles.server'
import { allCompetencies } from '~/competency/framework'
import { workProvince } from '~/people/places/work-province.server'
import { heldPositions } from '~/people/positions/held-positions.server'
import { activePositions, type PositionRow } from '~/people/positions/positions.server'
import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import { now } from '~/platform/clock/now.server'
import { vietnamDay } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import type { Audience } from '../module'
import { standingOf, type Standing } from '../progress'
import { allProgress } from '../progress.server'
import { unmeasured } from '../recommend'
import { libraryNow } from './library.server'
import { named, pathView, type Named, type PathView } from './path-view'

export type PositionLink = { code: string; name: string }

export type PositionCard = PositionLink & {
  own: boolean
  modules: number
  practices: number
  minutes: number
  /** Competencies that the library does not cover to the level needed. */
  missing: number
}

export type DepartmentPaths = { code: string; name: string; positions: PositionCard[] }

/** The path of every position in use, by department, from the target profiles in force where the reader works. */
export function listPaths(actor: Actor, locale: Locale): DepartmentPaths[] {
  const profiles = profilesInForce(reader, pathProvince(actor))
  const library = libraryNow()
  const own = ownCodes(actor)
  const departments = new Map<string, DepartmentPaths>()
  for (const position of activePositions()) {
    const { code, name, department } = position
    const group = departments.get(department.code) ?? {
      code: department.code,
      name: department.name[locale],
      positions: [],
    }
    departments.set(department.code, group)
    const path = pathView(
      library,
      unmeasured(profiles.get(code)?.targets ?? {}),
      audienceOf(position),
      locale,
    )
    group.positions.push({
      code,
      name: name[locale],
      own: own.includes(code),
      modules: path.steps.length,
      practices: path.practices,
      minutes: path.minutes + path.practiceMinutes,
      missing: path.missing.length,
    })
  }
  return [...departments.values()]
}

/** A competency that the position needs, and the numbers of the steps that lead to it. */
export type NeededRow = Named & { steps: number[] }

export type PositionPath = {
  position: PositionLink & { department: string }
  /** The province has a target profile of its own for it. */
  adapted: boolean
  path: PathView
  needed: NeededRow[]
  /** How far the reader is in the modules of the path, where it is the path of an own position. */
  standings: Record<string, Standing> | null
  printedOn: string
}

export function viewPath(actor: Actor, code: string, locale: Locale): PositionPath {
  const provinceCode = pathProvince(actor)
  const position = activePositions().find((each) => each.code === code)
  if (!position) throw refuse('notFound')
  const profile = profilesInForce(reader, provinceCode).get(code)
  const library = libraryNow()
  const { framework } = library
  const targets = profile?.targets ?? {}
  const path = pathView(library, unmeasured(targets), audienceOf(position), locale)
  return {
    position: { ...linkTo(position, locale), department: position.department.name[locale] },
    adapted: profile?.own ?? false,
    path,
    needed: allCompetencies(framework).flatMap(({ code: competency }) => {
      const level = targets[competency]
      if (level === undefined) return []
      const steps = path.steps.flatMap(({ covers }, i) =>
        covers.some((each) => each.code === competency) ? [i + 1] : [],
      )
      return [{ ...named(framework, competency, level, locale), steps }]
    }),
    standings: ownCodes(actor).includes(code) ? standingsOf(actor, path) : null,
    printedOn: vietnamDay(now()),
  }
}

/** The positions of the reader that have a path: those held now and in use. */
export function ownPaths(actor: Actor | null, locale: Locale): PositionLink[] {
  if (!actor || !can(actor, 'modules.read')) return []
  const positions = activePositions()
  return ownCodes(actor).flatMap((code) => {
    const position = positions.find((each) => each.code === code)
    return position ? [linkTo(position, locale)] : []
  })
}

const linkTo = ({ code, name }: PositionRow, locale: Locale): PositionLink => ({ code, name: name[locale] })

/** The department of positions held in villages by members of community teams, who learn from the modules for teams. */
const villages = 'community'

const audienceOf = ({ department }: PositionRow): Audience =>
  department.code === villages ? 'team' : 'staff'

const ownCodes = ({ personId }: Actor): string[] => (personId ? heldPositions(personId) : [])

function standingsOf(actor: Actor, { steps }: PathView): Record<string, Standing> {
  const personId = actor.personId!
  authorise(actor, 'learning.own', { personId })
  const progress = allProgress({ kind: 'person', actor, personId })
  return Object.fromEntries(steps.map(({ code }) => [code, standingOf(progress.get(code) ?? null)]))
}

/** Where the reader works; who is on no roster reads what is in force in the province of the role. */
function pathProvince(actor: Actor): string {
  authorise(actor, 'modules.read')
  const person = reader.sql.get<{ provinceCode: string }>(
    'SELECT provinceCode FROM Person WHERE id = ?',
    actor.personId,
  )
  return person?.provinceCode ?? workProvince(actor, 'modules.read')
}
