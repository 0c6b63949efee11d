import { communeByCode, provinceByCode } from '~/people/places/places.server'
import { now } from '~/platform/clock/now.server'
import { reader } from '~/platform/db/db.server'
import { vietnamDay } from '~/platform/i18n/format'
import type { Actor } from '~/platform/policy/actor'
import { scopeOf } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { apiBase, descriptionPath } from '../endpoints'
import { metaOf, type Asked, type Reply } from '../reply'
import type { TokenHolder } from '../tokens/token-actor.server'

/** What a token is for, and where the description of the API is. */
export function start({ name, provinceCode, communeCode, expiresAt }: TokenHolder): Reply<'start'> {
  const commune = communeCode ? communeByCode(communeCode) : null
  return {
    stamp: null,
    make: () => ({
      data: {
        token: { name, expiresAt: expiresAt.toISOString() },
        province: provinceByCode(provinceCode),
        commune: commune && { code: commune.code, name: commune.name },
        description: apiBase + descriptionPath,
      },
      meta: metaOf(null),
    }),
  }
}

type ProvinceRow = { code: string; name: string; validFrom: string; validTo: string | null }

/** The province that the actor's place is, or lies in. */
export function provinces(actor: Actor): Reply<'provinces'> {
  const { provinceCodes, communeCodes } = placesOf(actor)
  const rows = reader.sql.all<ProvinceRow>(
    `SELECT code, name, validFrom, validTo FROM Province WHERE code IN (SELECT value FROM json_each(?))
     OR code IN (SELECT provinceCode FROM Commune WHERE code IN (SELECT value FROM json_each(?))) ORDER BY code`,
    JSON.stringify(provinceCodes),
    JSON.stringify(communeCodes),
  )
  return {
    stamp: null,
    total: rows.length,
    make: (from, to) => ({ data: rows.slice(from, to), meta: metaOf(null) }),
  }
}

type CommuneRow = ProvinceRow & { kind: 'xa' | 'phuong' | 'dac_khu' | 'thi_tran'; province: string }

const columns = 'code, name, kind, provinceCode AS province, validFrom, validTo'

/** Communes of the actor's place: those in force, or those of the past too. */
export function communes(actor: Actor, { query }: Asked<'communes'>): Reply<'communes'> {
  const { provinceCodes, communeCodes } = placesOf(actor)
  const today = vietnamDay(now())
  const rows = reader.sql.all<CommuneRow>(
    `SELECT ${columns} FROM Commune WHERE (provinceCode IN (SELECT value FROM json_each(?))
       OR code IN (SELECT value FROM json_each(?))) AND (? = 'all' OR (validFrom <= ? AND (validTo IS NULL OR validTo > ?)))
     ORDER BY code`,
    ...[JSON.stringify(provinceCodes), JSON.stringify(communeCodes), query.validity, today, today],
  )
  return {
    stamp: null,
    total: rows.length,
    make: (from, to) => ({ data: rows.slice(from, to).map(withSuccessors), meta: metaOf(null) }),
  }
}

/** One commune; of another place it is refused. */
export function commune(actor: Actor, { params }: Asked<'commune'>): Reply<'commune'> {
  const { code, provinceCode } = communeByCode(params.code ?? '')
  authorise(actor, 'campaign.rates', { provinceCode, communeCode: code })
  const row = reader.sql.get<CommuneRow>(`SELECT ${columns} FROM Commune WHERE code = ?`, code)!
  return { stamp: null, make: () => ({ data: withSuccessors(row), meta: metaOf(null) }) }
}

function withSuccessors(row: CommuneRow) {
  const successors = reader.sql.all<{ code: string; name: string }>(
    `SELECT c.code, c.name FROM CommuneSuccession s JOIN Commune c ON c.code = s.toCode WHERE s.fromCode = ? ORDER BY c.code`,
    row.code,
  )
  return { ...row, successors }
}

function placesOf(actor: Actor): { provinceCodes: string[]; communeCodes: string[] } {
  authorise(actor, 'campaign.rates')
  return scopeOf(actor, 'campaign.rates')
}
