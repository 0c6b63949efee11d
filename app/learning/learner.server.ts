import type { AppLoadContext } from '@remix-run/node'
import { clearedSessionCookies } from '~/platform/auth/sessions.server'
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
 * cookie of the machine. `record` changes when something is learned within the request; `lapsed` says that somebody was
 * signed in on this machine and the session has ended by itself.
 */
export type Learner =
  | { kind: 'person'; actor: Actor; personId: string }
  | { kind: 'visitor'; actor: Actor | null; record: VisitorRecord; lapsed?: boolean }

export async function learnerOf(context: AppLoadContext, request: Request): Promise<Learner> {
  const actor = await currentActor(context)
  const personId = actor?.personId
  if (personId && can(actor, 'learning.own', { personId })) return { kind: 'person', actor, personId }
  const cookies = request.headers.get('Cookie')
  const record = await readVisitorRecord(cookies)
  return { kind: 'visitor', actor, record, lapsed: actor === null && hadSession(cookies ?? '') }
}

/** The cookies of a session, all of which signing out clears. */
const sessionCookies = clearedSessionCookies().map((cookie) => cookie.slice(0, cookie.indexOf('=')))
const anySession = new RegExp(`(?:^|;\\s*)(?:${sessionCookies.join('|')})=[\\w-]`)

const hadSession = (cookieHeader: string) => anySession.test(cookieHeader)

export type PageLearner = { learner: Learner['kind']; lapsed: boolean }

/** What a page says of its learner: after a session that has lapsed it is still the person's, and its forms ask to sign in. */
export function pageLearner(learner: Learner): PageLearner {
  const lapsed = learner.kind === 'visitor' && learner.lapsed === true
  return { learner: lapsed ? 'person' : learner.kind, lapsed }
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
