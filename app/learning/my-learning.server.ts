import type { Locale } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import type { Learner } from './learner.server'
import { modulesForGaps, ownModules, type GapAdvice, type ListedModule } from './listed-modules.server'
import type { Need } from './recommend'

/** What a person's first page says of learning: where to go on or begin, and the list under it. */
export type MyLearning = {
  /** The module left last, else the one to learn first; null when all are finished. */
  next: ListedModule | null
  /** The others. */
  list: ListedModule[]
}

const shown = 3

export function myLearning(actor: Actor, locale: Locale): MyLearning {
  const { begun, first, more, finished } = ownModules(personLearner(actor), locale)
  const fresh = [...first, ...more].slice(0, shown)
  const [next = null, ...list] = [...begun, ...fresh, ...finished.slice(0, shown)]
  return next?.card.standing === 'finished' ? { next: null, list: [next, ...list] } : { next, list }
}

/** What closes the gaps of one of a person's own results. */
export function modulesForResult(actor: Actor, needs: Need[], locale: Locale): GapAdvice {
  return modulesForGaps(personLearner(actor), needs, locale)
}

function personLearner(actor: Actor): Extract<Learner, { kind: 'person' }> {
  authorise(actor, 'learning.own', { personId: actor.personId })
  return { kind: 'person', actor, personId: actor.personId! }
}
