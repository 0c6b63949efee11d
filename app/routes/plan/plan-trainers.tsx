import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/paths'
import { plannableModules } from '~/planning/past-effects.server'
import { readTrainer } from '~/planning/resources/resource-form'
import { saveTrainer, setRemoved } from '~/planning/resources/save-resource.server'
import { TrainerFormPage, TrainersPage, type TrainerReply } from '~/planning/resources/TrainersPage'
import { viewTrainers } from '~/planning/resources/view-resources.server'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { typedIn } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'plans', form: true }
export const meta = pageTitle('planning', 'trainers.title')

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { searchParams } = new URL(request.url)
  const [edit, remove, removed] = ['edit', 'remove', 'removed'].map((name) => searchParams.get(name))
  return { view: viewTrainers(actor, { edit, remove, removed }), note: searchParams.get('note') }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'plans.manage')
  const form = await request.formData()
  const typed = typedIn(form)
  const { intent, id } = typed
  if (intent === 'remove' && id) {
    await setRemoved(actor, 'trainer', id, true)
    return redirect(paths.planTrainers({ removed: id }), 303)
  }
  if (intent === 'restore' && id) {
    await setRemoved(actor, 'trainer', id, false)
    return redirect(paths.planTrainers({ note: 'restored' }), 303)
  }
  const modules = form.getAll('modules').map(String)
  const reply = (value: Partial<TrainerReply>, status: number) =>
    data({ reply: { typed, modules, errors: {}, ...value } }, status)
  if (switchedLocale(context, form) !== null) return reply({}, 200)
  const known = new Set(plannableModules().map(({ code }) => code))
  const { value, faults } = readTrainer(typed, modules, known)
  if (faults) return reply(faults, 400)
  await saveTrainer(actor, id ?? null, value)
  return redirect(paths.planTrainers({ note: 'saved' }), 303)
}

export default function PlanTrainers() {
  const { view, note } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()?.reply
  if (view.edited === undefined && !reply) return <TrainersPage view={view} note={note} />
  return <TrainerFormPage view={view} reply={reply} />
}
