import { refuse } from '~/platform/http/errors'
import type { Actor } from './actor'
import { can, type Action, type Place } from './policy'

/** Throws the refusal that fits unless `actor` may do `action` at `place`. Every use case begins with it. */
export function authorise(actor: Actor | null, action: Action, place?: Place): asserts actor is Actor {
  if (!actor) throw refuse('signInNeeded')
  if (!can(actor, action, place)) throw refuse('notAllowed')
}
