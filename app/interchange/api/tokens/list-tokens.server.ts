import type { ProvinceName } from '~/people/places/places.server'
import { now } from '~/platform/clock/now.server'
import { reader } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { tokenState, type TokenState } from './token'
import { tokenProvinces } from './token-places.server'

type Row = {
  id: string
  name: string
  province: string
  commune: string | null
  createdAt: string
  createdBy: string | null
  expiresAt: string
  lastUsedOn: string | null
  revokedAt: string | null
}

export type ListedToken = Row & { state: TokenState }
export type TokenList = { tokens: ListedToken[]; provinces: ProvinceName[] }

const order: TokenState[] = ['soon', 'active', 'expired', 'revoked']

/** The tokens of the actor's provinces: those that end soon first, then those in use, then those that have ended. */
export function listTokens(actor: Actor): TokenList {
  authorise(actor, 'api-tokens.manage')
  const provinces = tokenProvinces(actor)
  const rows = reader.sql.all<Row>(
    `SELECT t.id, t.name, p.name AS province, c.name AS commune, t.createdAt, a.displayName AS createdBy, t.expiresAt,
       t.lastUsedOn, t.revokedAt
     FROM ApiToken t JOIN Province p ON p.code = t.provinceCode LEFT JOIN Commune c ON c.code = t.communeCode
     LEFT JOIN Account a ON a.id = t.createdBy
     WHERE t.provinceCode IN (SELECT value FROM json_each(?)) ORDER BY t.createdAt DESC, t.id`,
    JSON.stringify(provinces.map(({ code }) => code)),
  )
  const at = now()
  const tokens = rows.map((row) => ({
    ...row,
    state: tokenState(
      { expiresAt: new Date(row.expiresAt), revokedAt: row.revokedAt ? new Date(row.revokedAt) : null },
      at,
    ),
  }))
  return { provinces, tokens: tokens.sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state)) }
}
