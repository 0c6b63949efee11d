import { reader, type Reader } from '~/platform/db/db.server'
import { communesIn } from '../places/places.server'
import { activePositions } from '../positions/positions.server'
import type { ForeignCodes } from './preview'
import type { RosterReference } from './types'

/** What the words of a province's rosters are looked up in. */
export function rosterReference(provinceCode: string): RosterReference {
  const former = reader.sql.all<{ name: string; successors: string }>(
    `SELECT c.name, json_group_array(s.toCode) AS successors FROM Commune c JOIN CommuneSuccession s ON s.fromCode = c.code
     WHERE c.validTo IS NOT NULL AND c.code IN (
       SELECT s2.fromCode FROM CommuneSuccession s2 JOIN Commune t ON t.code = s2.toCode WHERE t.provinceCode = ?)
     GROUP BY c.code`,
    provinceCode,
  )
  return {
    communes: communesIn(provinceCode).map(({ code, name }) => ({ code, name })),
    formerCommunes: former.map(({ name, successors }) => ({
      name,
      successors: JSON.parse(successors) as string[],
    })),
    positions: activePositions().map(({ code, name, aliases }) => ({
      code,
      name: name.vi,
      aliases: [...aliases, name.en],
    })),
  }
}

/** Staff codes of people of other provinces. */
export function foreignCodes(from: { sql: Pick<Reader['sql'], 'all'> }, provinceCode: string): ForeignCodes {
  const rows = from.sql.all<{ staffCode: string; name: string }>(
    'SELECT p.staffCode, v.name FROM Person p JOIN Province v ON v.code = p.provinceCode WHERE p.provinceCode <> ?',
    provinceCode,
  )
  return Object.fromEntries(rows.map(({ staffCode, name }) => [staffCode, name]))
}
