import { hashToken } from '~/platform/auth/tokens.server'
import { now } from '~/platform/clock/now.server'
import { inTransaction, reader } from '~/platform/db/db.server'
import { vietnamDay } from '~/platform/i18n/format'
import { log } from '~/platform/log/log.server'
import type { Actor } from '~/platform/policy/actor'
import { tokenPrefix, tokenState } from './token'

type Row = {
  id: string
  name: string
  provinceCode: string
  communeCode: string | null
  expiresAt: string
  lastUsedOn: string | null
  revokedAt: string | null
}

/** Who asks with a token, and where the token holds until when. */
export type TokenHolder = {
  id: string
  name: string
  provinceCode: string
  communeCode: string | null
  expiresAt: Date
  actor: Actor
}

const sql =
  'SELECT id, name, provinceCode, communeCode, expiresAt, lastUsedOn, revokedAt FROM ApiToken WHERE tokenHash = ?'

/** Who holds a token, or why it opens nothing. The day of its last use is noted once a day, behind the answer. */
export function tokenHolder(token: string): TokenHolder | 'unknown' | 'expired' | 'revoked' {
  if (!token.startsWith(tokenPrefix)) return 'unknown'
  const row = reader.sql.get<Row>(sql, hashToken(token))
  if (!row) return 'unknown'
  const expiresAt = new Date(row.expiresAt)
  const state = tokenState({ expiresAt, revokedAt: row.revokedAt ? new Date(row.revokedAt) : null }, now())
  if (state === 'expired' || state === 'revoked') return state
  const today = vietnamDay(now())
  if (row.lastUsedOn !== today) void noteUse(row.id, today)
  const { id, name, provinceCode, communeCode } = row
  const grants: Actor['grants'] = [{ role: 'operations', provinceCode, communeCode }]
  return {
    ...{ id, name, provinceCode, communeCode, expiresAt },
    actor: { accountId: `api-token:${id}`, personId: null, displayName: name, grants },
  }
}

const noting = new Set<string>()

async function noteUse(id: string, today: string): Promise<void> {
  if (noting.has(id)) return
  noting.add(id)
  try {
    await inTransaction(async (tx) => {
      tx.sql.run('UPDATE ApiToken SET lastUsedOn = ? WHERE id = ?', today, id)
    })
  } catch (error) {
    log.warn({ err: error }, 'the use of a token was not noted')
  } finally {
    noting.delete(id)
  }
}
