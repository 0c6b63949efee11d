import { reader } from '~/platform/db/db.server'
import type { Locale } from '~/platform/i18n/locale'

/** Names of positions by code, in the order of departments and positions. */
export function positionNames(locale: Locale): Map<string, string> {
  const rows = reader.sql.all<{ code: string; name: string }>(
    `SELECT p.code, ${locale === 'vi' ? 'p.nameVi' : 'p.nameEn'} AS name
     FROM Position p JOIN Department d ON d.code = p.departmentCode ORDER BY d."order", p."order"`,
  )
  return new Map(rows.map(({ code, name }) => [code, name]))
}

/** Profiles in the order of their positions, with their names; a position that is gone comes last, under its code. */
export function inPositionOrder<P extends { code: string }>(
  profiles: P[],
  locale: Locale,
): (P & { position: string })[] {
  const names = positionNames(locale)
  const order = new Map([...names.keys()].map((code, i) => [code, i]))
  return profiles
    .map((profile) => ({ ...profile, position: names.get(profile.code) ?? profile.code }))
    .sort((a, b) => (order.get(a.code) ?? names.size) - (order.get(b.code) ?? names.size))
}
