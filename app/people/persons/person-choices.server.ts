import { communesIn } from '../places/places.server'
import { activePositions } from '../positions/positions.server'
import type { PersonChoices } from './person-form'

/** What forms about people of a province offer. */
export function personChoices(provinceCode: string): PersonChoices {
  const departments = new Map<string, PersonChoices['departments'][number]>()
  for (const { code, name, department } of activePositions()) {
    const group = departments.get(department.code) ?? { code: department.code, name: department.name, positions: [] }
    group.positions.push({ code, name })
    departments.set(department.code, group)
  }
  return { communes: communesIn(provinceCode).map(({ code, name }) => ({ code, name })), departments: [...departments.values()] }
}
