import { communesIn } from '../places/places.server'
import { allPositions } from '../positions/positions.server'
import type { PersonChoices } from './person-form'

/** What forms about people of a province offer; positions that the person holds stay on offer when out of use. */
export function personChoices(provinceCode: string, held: string[] = []): PersonChoices {
  const departments = new Map<string, PersonChoices['departments'][number]>()
  for (const { code, name, department } of allPositions().filter(
    (position) => position.active || held.includes(position.code),
  )) {
    const group = departments.get(department.code) ?? {
      code: department.code,
      name: department.name,
      positions: [],
    }
    group.positions.push({ code, name })
    departments.set(department.code, group)
  }
  return {
    communes: communesIn(provinceCode).map(({ code, name }) => ({ code, name })),
    departments: [...departments.values()],
  }
}
