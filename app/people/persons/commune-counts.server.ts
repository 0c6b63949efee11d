import { now } from '~/platform/clock/now.server'
import { reader } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import type { Actor } from '~/platform/policy/actor'
import { scopeOf } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { fold } from '~/formats/fold'
import { communesIn, placeOfCommune, provinceByCode, communeByCode } from '../places/places.server'
import { workProvince } from '../places/work-province.server'
import { personKinds } from './person-words'

export type CommuneCount = { code: string; name: string; people: number; activated: number }

const countSql = `SELECT pc.communeCode AS code, count(*) AS people, count(a.passwordHash) AS activated
  FROM PersonCommune pc JOIN Person p ON p.id = pc.personId LEFT JOIN Account a ON a.personId = p.id
  WHERE pc.until IS NULL AND p.provinceCode = ? GROUP BY pc.communeCode`

/** The communes where the actor may see people, with how many there are; `name` narrows by folded name. */
export function communeCounts(
  actor: Actor,
  name = '',
): { province: string; communes: CommuneCount[]; all: number } {
  const provinceCode = workProvince(actor, 'people.view')
  const { everywhere, provinceCodes, communeCodes } = scopeOf(actor, 'people.view')
  const whole = everywhere || provinceCodes.includes(provinceCode)
  const counts = new Map(reader.sql.all<CommuneCount>(countSql, provinceCode).map((row) => [row.code, row]))
  const mine = communesIn(provinceCode).filter(({ code }) => whole || communeCodes.includes(code))
  const wanted = fold(name)
  const communes = mine
    .filter((commune) => fold(commune.name).includes(wanted))
    .map(({ code, name }) => ({
      code,
      name,
      people: counts.get(code)?.people ?? 0,
      activated: counts.get(code)?.activated ?? 0,
    }))
  return { province: provinceByCode(provinceCode).name, communes, all: mine.length }
}

export type CommuneOverview = {
  commune: { code: string; name: string }
  province: string
  people: number
  activated: number
  /** Those for whom a slip can be made: without a password, and not disabled. */
  waiting: number
  openSlips: number
  kinds: { kind: (typeof personKinds)[number]; people: number }[]
  predecessors: string[]
}

/** What stands behind one commune: its people by kind, their accounts, and the units it was made from. */
export function communeOverview(actor: Actor, code: string): CommuneOverview {
  const at = dbDate(now())
  const place = placeOfCommune(code)
  authorise(actor, 'people.view', place)
  const { name } = communeByCode(code)
  const sums = reader.sql.all<{
    kind: (typeof personKinds)[number]
    people: number
    activated: number
    waiting: number
    openSlips: number
  }>(
    `SELECT p.kind, count(*) AS people, count(a.passwordHash) AS activated,
       sum(a.passwordHash IS NULL AND a.disabledAt IS NULL AND a.id IS NOT NULL) AS waiting,
       sum(EXISTS (SELECT 1 FROM ActivationSlip s WHERE s.accountId = a.id AND s.usedAt IS NULL AND s.revokedAt IS NULL AND s.expiresAt > ?)) AS openSlips
     FROM PersonCommune pc JOIN Person p ON p.id = pc.personId LEFT JOIN Account a ON a.personId = p.id
     WHERE pc.communeCode = ? AND pc.until IS NULL GROUP BY p.kind`,
    at,
    code,
  )
  const total = (of: (row: (typeof sums)[number]) => number) => sums.reduce((sum, row) => sum + of(row), 0)
  const before = reader.sql.all<{ name: string }>(
    'SELECT c.name FROM CommuneSuccession s JOIN Commune c ON c.code = s.fromCode WHERE s.toCode = ? ORDER BY c.name',
    code,
  )
  return {
    commune: { code, name },
    province: provinceByCode(place.provinceCode).name,
    people: total((row) => row.people),
    activated: total((row) => row.activated),
    waiting: total((row) => row.waiting),
    openSlips: total((row) => row.openSlips),
    kinds: personKinds.map((kind) => ({ kind, people: sums.find((row) => row.kind === kind)?.people ?? 0 })),
    predecessors: before.map((row) => row.name),
  }
}
