import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/paths'
import { placeOfCommune } from '~/people/places/places.server'
import { listTeams } from '~/people/teams/list-teams.server'
import { nameTeam } from '~/people/teams/name-team.server'
import { teamNameSchema } from '~/people/teams/team-form'
import { TeamsPage } from '~/people/teams/TeamsPage'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { typedIn } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { parseForm, refusedForm } from '~/platform/http/parse-form.server'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'communes', form: true }
export const meta = pageTitle('teams', 'title')

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const removed = new URL(request.url).searchParams.get('note') === 'removed'
  return { ...listTeams(actor, params.code ?? ''), removed }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const communeCode = params.code ?? ''
  authorise(actor, 'teams.manage', placeOfCommune(communeCode))
  const form = await request.formData()
  if (switchedLocale(context, form)) return data({ reply: { typed: typedIn(form), errors: {} } })
  const { value, reply } = parseForm(form, teamNameSchema)
  if (reply) return refusedForm(reply)
  const { teamId, fault } = await nameTeam(actor, communeCode, null, value.name)
  if (fault) return refusedForm({ typed: typedIn(form), errors: { name: fault } })
  return redirect(paths.team(communeCode, teamId, { note: 'created' }), 303)
}

export default function Teams() {
  const loaded = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <TeamsPage {...loaded} reply={answer?.reply} />
}
