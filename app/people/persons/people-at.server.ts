import type { Reader } from '~/platform/db/db.server'
import type { PersonKind } from '../roster/types'

export type PersonAt = {
  personId: string
  communeCode: string
  /** The main position first. */
  positionCodes: string[]
  positionCode: string
  departmentCode: string
}

type Query = {
  provinceCode: string
  communeCodes: string[]
  /** Those who hold at least one of these; null means every position. */
  positionCodes: string[] | null
  kinds?: PersonKind[]
  /** The position of those who hold none; without it they are left out. */
  otherwise?: string
}

type Row = { personId: string; communeCode: string; positionCode: string; departmentCode: string }

const sql = `SELECT pc.personId, pc.communeCode, po.code AS positionCode, po.departmentCode
  FROM PersonCommune pc
  JOIN Person p ON p.id = pc.personId
  LEFT JOIN PersonPosition pp ON pp.personId = p.id AND pp.until IS NULL
  JOIN Position po ON po.code = coalesce(pp.positionCode, ?)
  WHERE pc.until IS NULL AND pc.communeCode IN (SELECT value FROM json_each(?))
    AND p.provinceCode = ? AND (? IS NULL OR p.kind IN (SELECT value FROM json_each(?)))
  ORDER BY pc.communeCode, pc.personId, pp.rank, pp.id`

/** Who works at some communes now, with their positions: within a transaction (`tx`) or from the reader. */
export function peopleAt(from: { sql: Pick<Reader['sql'], 'all'> }, query: Query): PersonAt[] {
  const kinds = query.kinds ? JSON.stringify(query.kinds) : null
  const rows = from.sql.all<Row>(
    sql,
    query.otherwise ?? null,
    JSON.stringify(query.communeCodes),
    query.provinceCode,
    kinds,
    kinds,
  )
  const people = new Map<string, PersonAt>()
  for (const { positionCode, ...row } of rows) {
    const person = people.get(row.personId)
    if (person) person.positionCodes.push(positionCode)
    else people.set(row.personId, { ...row, positionCode, positionCodes: [positionCode] })
  }
  const wanted = query.positionCodes && new Set(query.positionCodes)
  const found = [...people.values()]
  return wanted ? found.filter((person) => person.positionCodes.some((code) => wanted.has(code))) : found
}
