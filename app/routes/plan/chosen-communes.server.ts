import { randomUUID } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { chosenCodes } from '~/campaigns/reminders/choose'
import { remindable } from '~/campaigns/reminders/view-reminders.server'
import { isRunning, requireRunning } from '~/campaigns/reminders/remind-now.server'
import { paths } from '~/paths'
import type { Actor } from '~/platform/policy/actor'

/**
 * The communes that the address of a page names, where the actor may remind. To read, what cannot be reminded leads back to
 * the table; to send, it is refused.
 */
export function chosenCommunes(actor: Actor, request: Request, id: string) {
  const { campaign, within } = remindable(actor, id)
  const reading = request.method === 'GET'
  if (!reading) requireRunning(campaign)
  else if (!isRunning(campaign)) throw redirect(paths.reminders(id))
  const codes = chosenCodes(new URL(request.url).searchParams, within)
  if (codes.length === 0) throw redirect(paths.reminders(id, { note: 'none' }), reading ? 302 : 303)
  return { campaign, codes }
}

const uuid = z.uuid()

/** The id that a form was drawn with; one that is missing or made up is minted anew. */
export function noteIdOf(form: FormData): string {
  return uuid.safeParse(form.get('noteId')).data ?? randomUUID()
}
