import { compareNames, compareVi } from '~/formats/fold'
import { latestFramework } from '~/competency/frameworks.server'
import { profileFramework } from '~/competency/target-profile'
import { bareName } from '~/people/places/places.server'
import { reader } from '~/platform/db/db.server'
import { basisSchema, type Basis } from '../basis'
import { plannableModules } from '../past-effects.server'
import type { From } from '../plan-row.server'
import { allTrainers, allVenues } from '../resources/resources.server'
import type { SettingLists } from './parts'
import type { PlanLists } from './plan-lists'

export function listsOf(plan: { provinceCode: string; basis: string }, from: From = reader): PlanLists {
  const basis = basisSchema.parse(JSON.parse(plan.basis))
  const departments = new Set(basis.positions.map(({ department }) => department))
  return {
    basis,
    modules: plannableModules(),
    trainers: allTrainers(plan.provinceCode, from).sort((a, b) => compareNames(a.name, b.name)),
    venues: allVenues(plan.provinceCode, from).sort((a, b) => compareVi(a.name, b.name)),
    communes: communesOf(basis, from),
    departments: from.sql
      .all<{ code: string; vi: string; en: string }>(
        'SELECT code, nameVi AS vi, nameEn AS en FROM Department ORDER BY "order", code',
      )
      .filter(({ code }) => departments.has(code))
      .map(({ code, vi, en }) => ({ code, name: { vi, en } })),
    domains: domainsOf(basis),
  }
}

/** The same as bare codes. */
export function codesOf(lists: PlanLists): SettingLists {
  return {
    modules: lists.modules,
    trainers: lists.trainers.map(({ id }) => id),
    venues: lists.venues.map(({ id }) => id),
    communes: lists.communes.map(({ code }) => code),
    departments: lists.departments.map(({ code }) => code),
    measures: lists.domains.flatMap(({ code, competencies }) => [
      `d:${code}`,
      ...competencies.map((each) => each.code),
    ]),
  }
}

function communesOf(basis: Basis, from: From): PlanLists['communes'] {
  const names = new Map(
    from.sql
      .all<{ code: string; name: string }>(
        'SELECT code, name FROM Commune WHERE code IN (SELECT value FROM json_each(?))',
        JSON.stringify(basis.communes.map(({ code }) => code)),
      )
      .map(({ code, name }) => [code, name]),
  )
  const people = new Map<number, number>()
  for (const [commune, , count] of basis.groups) people.set(commune, (people.get(commune) ?? 0) + count)
  return basis.communes
    .map(({ code }, i) => ({ code, name: names.get(code) ?? code, people: people.get(i) ?? 0 }))
    .sort((a, b) => compareVi(bareName(a.name), bareName(b.name)) || compareVi(a.name, b.name))
}

/** The domains and competencies of the basis that the present framework names, in its order. */
function domainsOf(basis: Basis): PlanLists['domains'] {
  const { framework } = latestFramework(profileFramework)
  const known = new Set(basis.competencies.map(({ code }) => code))
  return framework.domains.flatMap(({ code, name, competencies }) => {
    const own = competencies.filter((each) => known.has(each.code))
    if (own.length === 0) return []
    return [{ code, name, competencies: own.map((each) => ({ code: each.code, name: each.name })) }]
  })
}
