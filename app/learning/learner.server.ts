import type { AppLoadContext } from '@remix-run/node'
import { currentActor, signInFirst } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { isOpen, type ModuleVersion } from './module'
import { currentModule, newestModule } from './modules.server'
import type { VisitorRecord } from './visitor'
import { readVisitorRecord } from './visitor-cookie.server'

/**
 * Whose learning a request is about: that of a person, kept in the database, or that of anybody else, kept in a signed
 * cookie of the machine. `record` changes when something is learned within the request.
 */
export type Learner =
  | { kind: 'person'; actor: Actor; personId: string }
  | { kind: 'visitor'; actor: Actor | null; record: VisitorRecord }

export async function learnerOf(context: AppLoadContext, request: Request): Promise<Learner> {
  const actor = await currentActor(context)
  const personId = actor?.personId
  if (personId && can(actor, 'learning.own', { personId })) return { kind: 'person', actor, personId }
  return { kind: 'visitor', actor, record: await readVisitorRecord(request.headers.get('Cookie')) }
}

/** The module of a request as it is now, for who may read it. Call it before the form is read. */
export async function readableModule(
  learner: Learner,
  request: Request,
  code: string,
): Promise<ModuleVersion> {
  const module = currentModule(code)
  if (!module) throw refuse(newestModule(code) ? 'moduleWithdrawn' : 'notFound')
  if (isOpen(module)) return module
  if (!learner.actor) throw await signInFirst(request)
  authorise(learner.actor, 'modules.read')
  return module
}

/**
 * A page made for somebody who was signed in, sent by nobody: the session has lapsed. `made` is the page's hidden
 * field `learner`. What was typed stays, and signing in sends it on.
 */
export async function requireSameLearner(learner: Learner, request: Request, form: FormData): Promise<void> {
  if (form.get('learner') === 'person' && !learner.actor) throw await signInFirst(request, form)
}
