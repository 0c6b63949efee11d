import { reader } from '~/platform/db/db.server'
import type { Grant, Role } from '~/platform/policy/actor'

/** A role with the name of its place; null where it holds everywhere. */
export type NamedGrant = { role: Role; place: string | null }

/** Grants with the names of their places: a commune with its province, or a province. */
export function describeGrants<G extends Grant>(grants: G[]): (G & NamedGrant)[] {
  return grants.map((grant) => ({ ...grant, place: placeName(grant) }))
}

function placeName({ role, provinceCode, communeCode }: Grant): string | null {
  if (role === 'learner') return null
  if (communeCode) {
    const row = reader.sql.get<{ name: string }>(
      "SELECT c.name || ', ' || p.name AS name FROM Commune c JOIN Province p ON p.code = c.provinceCode WHERE c.code = ?",
      communeCode,
    )
    return row?.name ?? communeCode
  }
  if (!provinceCode) return null
  return (
    reader.sql.get<{ name: string }>('SELECT name FROM Province WHERE code = ?', provinceCode)?.name ??
    provinceCode
  )
}
