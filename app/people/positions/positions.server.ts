import { reader, type Reader } from '~/platform/db/db.server'

type Name = { vi: string; en: string }
export type DepartmentRow = { code: string; name: Name; order: number; active: boolean }
export type PositionRow = {
  code: string
  name: Name
  aliases: string[]
  order: number
  active: boolean
  department: { code: string; name: Name }
}

type From = { sql: Pick<Reader['sql'], 'all'> }
type Stored = {
  code: string
  nameVi: string
  nameEn: string
  aliases: string
  order: number
  active: number
  departmentCode: string
  departmentVi: string
  departmentEn: string
}

/** Every position, those put out of use included, in the order of lists. */
export function allPositions(from: From = reader): PositionRow[] {
  const rows = from.sql.all<Stored>(
    `SELECT p.code, p.nameVi, p.nameEn, p.aliases, p."order", p.active,
       d.code AS departmentCode, d.nameVi AS departmentVi, d.nameEn AS departmentEn
     FROM Position p JOIN Department d ON d.code = p.departmentCode ORDER BY d."order", d.code, p."order", p.code`,
  )
  return rows.map((row) => ({
    code: row.code,
    name: { vi: row.nameVi, en: row.nameEn },
    aliases: JSON.parse(row.aliases) as string[],
    order: row.order,
    active: row.active === 1,
    department: { code: row.departmentCode, name: { vi: row.departmentVi, en: row.departmentEn } },
  }))
}

export function activePositions(from: From = reader): PositionRow[] {
  return allPositions(from).filter(({ active }) => active)
}

export function allDepartments(from: From = reader): DepartmentRow[] {
  const rows = from.sql.all<{ code: string; nameVi: string; nameEn: string; order: number; active: number }>(
    'SELECT code, nameVi, nameEn, "order", active FROM Department ORDER BY "order", code',
  )
  return rows.map(({ code, nameVi, nameEn, order, active }) => ({
    code,
    name: { vi: nameVi, en: nameEn },
    order,
    active: active === 1,
  }))
}

/** Names of positions by code, for lists. */
export function positionNames(): Record<string, Name> {
  return Object.fromEntries(allPositions().map(({ code, name }) => [code, name]))
}
