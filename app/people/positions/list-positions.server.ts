import { reader } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { allDepartments, allPositions, type DepartmentRow, type PositionRow } from './positions.server'
import { mayEditPositions } from './save-position.server'

export type ListedDepartment = DepartmentRow & { positions: (PositionRow & { people: number })[] }

/** Every department with its positions and how many people hold each now. */
export function listPositions(actor: Actor): { departments: ListedDepartment[] } {
  mayEditPositions(actor)
  const counts = new Map(
    reader.sql
      .all<{ code: string; n: number }>(
        'SELECT positionCode AS code, count(*) AS n FROM PersonPosition WHERE until IS NULL GROUP BY positionCode',
      )
      .map(({ code, n }) => [code, n]),
  )
  const positions = allPositions().map((position) => ({
    ...position,
    people: counts.get(position.code) ?? 0,
  }))
  return {
    departments: allDepartments().map((department) => ({
      ...department,
      positions: positions.filter((position) => position.department.code === department.code),
    })),
  }
}
