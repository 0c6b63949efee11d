import { allProvinces, type ProvinceName } from '~/people/places/places.server'
import type { Actor } from '~/platform/policy/actor'
import { scopeOf } from '~/platform/policy/policy'

/** The provinces for which an actor issues and revokes tokens. */
export function tokenProvinces(actor: Actor): ProvinceName[] {
  const { everywhere, provinceCodes } = scopeOf(actor, 'api-tokens.manage')
  return allProvinces().filter(({ code }) => everywhere || provinceCodes.includes(code))
}
