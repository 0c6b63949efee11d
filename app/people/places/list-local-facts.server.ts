import { reader } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { ownFacts, type OwnFact } from './facts-in-force.server'
import type { LocalFact } from './local-facts'
import { localFacts } from './local-facts.server'
import { provinceByCode } from './places.server'
import { workProvince } from './work-province.server'

export type ListedFact = LocalFact & { own: OwnFact | null }

/** Every local fact with what the actor's province says of it. */
export function listLocalFacts(actor: Actor): { province: string; facts: ListedFact[] } {
  const provinceCode = workProvince(actor, 'local-facts.edit')
  authorise(actor, 'local-facts.edit', { provinceCode })
  const own = ownFacts(provinceCode, reader)
  return {
    province: provinceByCode(provinceCode).name,
    facts: localFacts().map((fact) => ({ ...fact, own: own.get(fact.code) ?? null })),
  }
}
