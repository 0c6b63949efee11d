import { placeOfCommune } from '~/people/places/places.server'
import { positionNames } from '~/people/positions/positions.server'
import { refuse } from '~/platform/http/errors'
import { reader, type Reader } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { assignSeats } from './assign'
import { candidates, type Candidate } from './candidates.server'
import { communeClasses, quotasOf, type CommuneClass } from './commune-classes.server'
import { consentedMarks } from './consented-marks.server'

type From = { sql: Pick<Reader['sql'], 'get' | 'all'> }

/** A class in which a commune has seats; any other is not found. */
export function classWithSeats(
  actor: Actor,
  communeCode: string,
  classId: string,
  from: From = reader,
): CommuneClass {
  authorise(actor, 'plans.name-people', placeOfCommune(communeCode))
  const [found] = communeClasses(communeCode, classId, from)
  if (!found) throw refuse('notFound')
  return found
}

export type NamingView = ReturnType<typeof viewNaming>

/** Naming people for a class: its seats by position, who has one, and who else works in the commune. */
export function viewNaming(actor: Actor, communeCode: string, classId: string) {
  const found = classWithSeats(actor, communeCode, classId)
  const quotas = quotasOf(classId, communeCode)
  const people = candidates(communeCode, found)
  const seated = people.filter((person) => person.seated)
  const { taken, substitutes, left } = assignSeats(quotas, seated)
  const marks = consentedMarks(actor, { provinceCode: found.provinceCode, communeCode }, found)
  const wanted = new Set(quotas.map(({ positionCode }) => positionCode))
  const free = people.filter((person) => !person.seated)
  const marked = (person: Candidate) => ({ ...person, marked: marks.has(person.personId) })
  return {
    class: found,
    quotas: quotas.map((quota) => ({
      ...quota,
      taken: taken[quota.positionCode] ?? 0,
      people: free
        .filter(({ positionCodes }) => homeOf(positionCodes, wanted) === quota.positionCode)
        .map(marked),
    })),
    others: free.filter(({ positionCodes }) => homeOf(positionCodes, wanted) === null).map(marked),
    seated: seated.map((person) => ({ ...person, standsIn: substitutes.includes(person.personId) })),
    left,
    positions: positionNames(),
  }
}

/** Under which position of the class somebody is listed: the first one held that has seats; null for none. */
function homeOf(positionCodes: readonly string[], wanted: ReadonlySet<string>): string | null {
  return positionCodes.find((code) => wanted.has(code)) ?? null
}
