import { bankRows } from '~/assessment/catalogue/bank-rows.server'
import type { OpenState } from '~/assessment/catalogue/bank-filter'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'

/** What can be done with an item whose figures are looked at: it may have a newer version or be out of use by now. */
export type ItemWork = { version: number; retired: boolean; draft: { id: string; state: OpenState } | null }

/** Of some items, by code, what the actor can do with them; null for who does not write. */
export function workOn(actor: Actor, codes: readonly string[]) {
  if (!can(actor, 'studio.write')) return null
  const wanted = new Set(codes)
  const items = bankRows(actor).flatMap(({ code, version, retired, draft }): [string, ItemWork][] =>
    wanted.has(code) ? [[code, { version, retired, draft }]] : [],
  )
  return { decides: can(actor, 'studio.review'), items: Object.fromEntries(items) }
}
