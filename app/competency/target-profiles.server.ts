import type { Statements } from '~/platform/db/sqlite.server'
import { highestTargets, type Targets } from './framework'
import type { Profile } from './target-profile'

/** `reader`, or a transaction. */
export type Db = { sql: Pick<Statements, 'get' | 'all'> }

type Row = {
  id: number
  positionCode: string
  provinceCode: string | null
  targets: string
  createdAt: string
}

/**
 * The profiles in force in a province, by position: the province's newest row, or what ships.
 * A row of `null` says that the province went back to what ships.
 */
export function profilesInForce(db: Db, provinceCode: string): Map<string, Profile> {
  const rows = db.sql.all<Row>(
    `SELECT id, positionCode, provinceCode, targets, createdAt FROM TargetProfile WHERE id IN (
       SELECT MAX(id) FROM TargetProfile WHERE provinceCode IS NULL OR provinceCode = ? GROUP BY positionCode, provinceCode)
     ORDER BY provinceCode IS NULL DESC`,
    provinceCode,
  )
  const profiles = new Map<string, Profile>()
  for (const row of rows) {
    const targets = JSON.parse(row.targets) as Targets | null
    const shipped = profiles.get(row.positionCode)
    const own = row.provinceCode !== null && targets !== null
    profiles.set(row.positionCode, {
      targets: targets ?? shipped?.targets ?? {},
      own,
      rowId: row.id,
      changedAt: row.createdAt,
    })
  }
  return profiles
}

/** The levels that a person with these positions needs: of several positions the highest counts. */
export function targetsFor(db: Db, provinceCode: string, positionCodes: string[]): Targets {
  return targetsOf(profilesInForce(db, provinceCode), positionCodes)
}

export function targetsOf(profiles: Map<string, Profile>, positionCodes: string[]): Targets {
  return highestTargets(
    positionCodes.flatMap((code) => {
      const profile = profiles.get(code)
      return profile ? [profile.targets] : []
    }),
  )
}

/** The newest profile that ships for a position; empty where none does. */
export function shippedTargets(db: Db, positionCode: string): Targets {
  const row = db.sql.get<{ targets: string }>(
    'SELECT targets FROM TargetProfile WHERE provinceCode IS NULL AND positionCode = ? ORDER BY id DESC LIMIT 1',
    positionCode,
  )
  return row ? (JSON.parse(row.targets) as Targets) : {}
}
