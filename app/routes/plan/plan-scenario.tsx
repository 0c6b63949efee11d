import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { paths } from '~/paths'
import { planAt } from '~/planning/plan-row.server'
import { changeWishes } from '~/planning/results/change-wishes.server'
import { withAtMost, withoutForbidden, withoutPin } from '~/planning/results/class-wishes'
import { parsePlanQuery, type PlanNote } from '~/planning/results/plan-query'
import { PlanScreen } from '~/planning/results/PlanScreen'
import { copyScenario, deleteScenario, renameScenario } from '~/planning/results/scenarios.server'
import { cancelSolving, startSolving } from '~/planning/results/start-solving.server'
import { viewScenario } from '~/planning/results/view-scenario.server'
import type { PlanSettings } from '~/planning/settings'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'
import { typedIn, type FormReply } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { parseForm, refusedForm } from '~/platform/http/parse-form.server'
import { getT } from '~/platform/i18n/translate'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'plans' }
export const meta = pageTitle('plans', 'title', ({ title }: { title: string }) => title)
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { locale } = context.prefs
  const view = viewScenario(actor, params.id!, Number(params.number), locale)
  const shown = parsePlanQuery(new URL(request.url).searchParams)
  const waits = view.job?.state === 'queued' || view.job?.state === 'running'
  return data(
    { view, shown, title: `${view.scenario.name} · ${view.plan.title[locale]}` },
    waits ? { headers: { Refresh: '3' } } : undefined,
  )
}

const renameSchema = z.object({
  name: z
    .string({ error: 'scenarios.nameNeeded' })
    .trim()
    .min(1, 'scenarios.nameNeeded')
    .max(60, 'scenarios.nameLong'),
})

/** What undoes a wish, by its intent: the note told, and the change. */
const undone: Record<
  string,
  [PlanNote, (settings: PlanSettings, of: (name: string) => string) => PlanSettings]
> = {
  unpin: ['unpinned', (settings, of) => withoutPin(settings, of('key'))],
  allow: [
    'allowed',
    (settings, of) => withoutForbidden(settings, { module: of('module'), venue: of('venue') || null }),
  ],
  unlimit: ['unlimited', (settings, of) => withAtMost(settings, of('module'), null)],
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const [planId, number] = [params.id!, Number(params.number)]
  planAt(actor, 'plans.manage', planId)
  const form = await request.formData()
  const of = (name: string) => String(form.get(name) ?? '')
  const to = (note: PlanNote, at = number) => redirect(paths.planScenario(planId, at, { note }), 303)
  const answer = (reply: FormReply) => data({ reply })
  const intent = of('intent')
  switch (intent) {
    case 'solve':
      return to((await startSolving(actor, planId, number)) ? 'started' : 'approved')
    case 'cancel':
      await cancelSolving(actor, planId, number)
      return to('cancelled')
    case 'copy': {
      const t = getT(context.prefs.locale, 'plans')
      const name = (free: number) => t('scenarios.copyName', { number: free })
      const made = await copyScenario(actor, planId, number, name)
      return 'fault' in made ? to(made.fault) : to('copied', made.number)
    }
    case 'rename': {
      if (switchedLocale(context, form) !== null) return answer({ typed: typedIn(form), errors: {} })
      const { value, reply } = parseForm(form, renameSchema)
      if (reply) return refusedForm(reply)
      return to((await renameScenario(actor, planId, number, value.name)) ?? 'renamed')
    }
    case 'delete': {
      const fault = await deleteScenario(actor, planId, number)
      return fault ? to(fault) : redirect(paths.plan(planId, { note: 'deleted' }), 303)
    }
  }
  const undo = undone[intent]
  if (!undo) throw refuse('badRequest')
  const ref = { planId, number, revision: Number(form.get('revision')) }
  const fault = await changeWishes(actor, ref, `plan.${intent}`, (settings) => undo[1](settings, of))
  return to(fault ? fault.fault : undo[0])
}

export default function PlanScenario() {
  const { view, shown } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()?.reply
  return <PlanScreen view={view} shown={shown} reply={reply} />
}
