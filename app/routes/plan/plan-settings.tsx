import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/paths'
import { parts, type PartValues } from '~/planning/settings/parts'
import { savePart } from '~/planning/settings/save-part.server'
import type { SettingsReply } from '~/planning/settings/PartProps'
import { SettingsPage } from '~/planning/settings/SettingsPage'
import { viewSettings } from '~/planning/settings/view-settings.server'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'
import { typedIn } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'plans', form: true }
export const meta = pageTitle('planning', 'settings.page')

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { searchParams } = new URL(request.url)
  const view = viewSettings(actor, params.id!, Number(params.number), params.part!)
  return { view, note: searchParams.get('note'), joined: searchParams.get('joined') }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const [planId, number] = [params.id!, Number(params.number)]
  const part = parts.find((each) => each === params.part)
  if (!part) throw refuse('notFound')
  const form = await request.formData()
  const typed = typedIn(form)
  const reply = (value: Partial<SettingsReply>, status: number) =>
    data({ reply: { typed, errors: {}, ...value } }, status)
  if (switchedLocale(context, form) !== null) return reply({}, 200)
  const answer = await savePart(actor, {
    ...{ planId, number, part, typed },
    revision: Number(typed.revision ?? 0),
    was: valuesIn(typed.was),
  })
  switch (answer.kind) {
    case 'wrong':
      return reply(answer.faults, 400)
    case 'locked':
      return reply({ errors: { form: 'settings.locked' } }, 409)
    case 'conflict': {
      const { kind: _, was, revision, ...conflict } = answer
      const carried = { was: JSON.stringify(was), revision: String(revision) }
      return reply({ conflict, typed: { ...typed, ...carried } }, 409)
    }
    case 'saved': {
      const next = parts.find((each) => each === form.get('then')) ?? part
      const joined = answer.joined ?? undefined
      return redirect(paths.planSettings(planId, number, next, { note: 'saved', joined }), 303)
    }
  }
}

/** What the page was opened with; something else than a list of texts counts as nothing known. */
function valuesIn(text: string | undefined): PartValues {
  try {
    const values = JSON.parse(text ?? '{}') as unknown
    if (typeof values !== 'object' || values === null) return {}
    return Object.fromEntries(
      Object.entries(values).filter((each): each is [string, string] => typeof each[1] === 'string'),
    )
  } catch {
    return {}
  }
}

export default function PlanSettings() {
  const { view, note, joined } = useLoaderData<typeof loader>()
  return (
    <SettingsPage view={view} reply={useActionData<typeof action>()?.reply} note={note} joined={joined} />
  )
}
