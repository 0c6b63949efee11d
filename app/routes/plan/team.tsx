import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/paths'
import { placeOfCommune } from '~/people/places/places.server'
import { deleteTeam } from '~/people/teams/delete-team.server'
import { decisionsIn } from '~/people/teams/match-members'
import { moveMember } from '~/people/teams/move-member.server'
import { nameTeam } from '~/people/teams/name-team.server'
import { receiveMembers } from '~/people/teams/receive-members.server'
import { removeMember } from '~/people/teams/remove-member.server'
import { doneIn, editIn } from '~/people/teams/team-address'
import { teamNameSchema } from '~/people/teams/team-form'
import { writtenList, type Moved, type TeamReply } from '~/people/teams/team-reply'
import { TeamEditPage } from '~/people/teams/TeamEditPage'
import { TeamListCheck } from '~/people/teams/TeamListCheck'
import { TeamPage } from '~/people/teams/TeamPage'
import { viewTeam } from '~/people/teams/view-team.server'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'
import { typedIn } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { parseForm } from '~/platform/http/parse-form.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'communes', form: true }
export const meta = pageTitle(
  'teams',
  'title',
  (loaded: Awaited<ReturnType<typeof loader>>) => loaded.team.name,
)

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const team = viewTeam(actor, params.code ?? '', params.teamId ?? '')
  const query = new URL(request.url).searchParams
  const remove = team.members.find(({ id, removable }) => removable && id === query.get('remove')) ?? null
  return { team, remove, edit: editIn(query), done: doneIn(query) }
}

const answer = (reply: TeamReply, status = 200) => data(reply, status)

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const at = { code: params.code ?? '', teamId: params.teamId ?? '' }
  authorise(actor, 'teams.manage', placeOfCommune(at.code))
  const form = await request.formData()
  const switched = switchedLocale(context, form) !== null
  switch (form.get('intent')) {
    case 'list':
      return members(actor, at, form, switched)
    case 'rename':
      return switched ? answer({ rename: { typed: typedIn(form), errors: {} } }) : rename(actor, at, form)
    case 'remove':
      await removeMember(actor, at.code, at.teamId, text(form, 'personId'))
      return redirect(paths.team(at.code, at.teamId, { note: 'person' }), 303)
    case 'delete':
      await deleteTeam(actor, at.code, at.teamId)
      return redirect(paths.teams(at.code, { note: 'removed' }), 303)
    default:
      throw refuse('badRequest')
  }
}

type At = { code: string; teamId: string }

const text = (form: FormData, name: string) => String(form.get(name) ?? '')

async function rename(actor: Actor, { code, teamId }: At, form: FormData) {
  const { value, reply } = parseForm(form, teamNameSchema)
  if (reply) return answer({ rename: reply }, 400)
  const { fault } = await nameTeam(actor, code, teamId, value.name)
  if (fault) return answer({ rename: { typed: typedIn(form), errors: { name: fault } } }, 400)
  return redirect(paths.team(code, teamId, { note: 'saved' }), 303)
}

async function members(actor: Actor, { code, teamId }: At, form: FormData, switched: boolean) {
  const step = form.get('step') === 'check' ? 'check' : 'write'
  const sent = { typed: text(form, 'members'), chosen: decisionsIn(form.entries()), step } as const
  if (form.has('takeOut') || form.has('putBack')) {
    const moved = await move(actor, { code, teamId }, form)
    return answer({ list: writtenList(sent), moved })
  }
  if (form.has('back')) return answer({ list: writtenList(sent) })
  const { list, ok, added, joined } = await receiveMembers(actor, code, teamId, sent, switched)
  if (!list) return redirect(paths.team(code, teamId, { added, joined }), 303)
  const out = text(form, 'out')
  return answer(switched && out ? { list, moved: { personId: out, how: 'out' } } : { list }, ok ? 200 : 400)
}

async function move(actor: Actor, { code, teamId }: At, form: FormData): Promise<Moved> {
  const back = form.has('putBack')
  const personId = text(form, back ? 'putBack' : 'takeOut')
  const changed = await moveMember(actor, code, teamId, personId, back)
  if (back) return { personId, how: changed ? 'back' : 'elsewhere' }
  return { personId, how: changed ? 'out' : 'gone' }
}

export default function TeamRoute() {
  const { team, remove, edit, done } = useLoaderData<typeof loader>()
  const reply: TeamReply = useActionData<typeof action>() ?? {}
  if (reply.list?.step === 'check') return <TeamListCheck team={team} list={reply.list} />
  if (edit) return <TeamEditPage team={team} edit={edit} reply={reply} />
  const told = reply.list ? null : done
  return <TeamPage team={team} remove={remove} done={told} reply={reply} />
}
