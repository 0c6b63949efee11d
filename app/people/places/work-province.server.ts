import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { scopeOf, type Action } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'

/**
 * The province in which an actor does an action: that of the role, of the leader's commune, or, for who may
 * do it everywhere, the one this installation works for.
 */
export function workProvince(actor: Actor, action: Action): string {
  authorise(actor, action)
  const { everywhere, provinceCodes, communeCodes } = scopeOf(actor, action)
  const [own] = provinceCodes
  if (own) return own
  if (everywhere) {
    const used = installationProvince()
    if (used) return used
    throw refuse('notAllowed')
  }
  const ofCommune = reader.sql.get<{ code: string }>(
    'SELECT provinceCode AS code FROM Commune WHERE code = ?',
    communeCodes[0] ?? '',
  )
  if (!ofCommune) throw refuse('notAllowed')
  return ofCommune.code
}

/** The province this installation works for: where most of its people are, or else where its planners are; null for none yet. */
export function installationProvince(): string | null {
  const used = reader.sql.get<{ code: string }>(
    `SELECT provinceCode AS code FROM (
       SELECT provinceCode, 0 AS place FROM Person UNION ALL
       SELECT provinceCode, 1 FROM RoleGrant WHERE provinceCode IS NOT NULL
     ) GROUP BY provinceCode ORDER BY min(place), count(*) DESC LIMIT 1`,
  )
  return used?.code ?? null
}
