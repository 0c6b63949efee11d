import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/paths'
import { placeOfCommune } from '~/people/places/places.server'
import { addMembers } from '~/people/teams/add-members.server'
import { deleteTeam } from '~/people/teams/delete-team.server'
import { moveMember } from '~/people/teams/move-member.server'
import { nameTeam } from '~/people/teams/name-team.server'
import { mostMembers, readMembers, teamNameSchema, type Decisions } from '~/people/teams/team-form'
import type { TeamReply } from '~/people/teams/team-reply'
import { TeamPage } from '~/people/teams/TeamPage'
import { viewTeam } from '~/people/teams/view-team.server'
import { now } from '~/platform/clock/now.server'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'
import { typedIn } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { parseForm } from '~/platform/http/parse-form.server'
import { vietnamDay } from '~/platform/i18n/format'
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
  const noted = new URL(request.url).searchParams.get('note')
  const note: 'created' | 'saved' | null = noted === 'created' || noted === 'saved' ? noted : null
  return { team: viewTeam(actor, params.code ?? '', params.teamId ?? ''), note }
}

const answer = (reply: TeamReply, status: number) => data(reply, status)

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const at = { code: params.code ?? '', teamId: params.teamId ?? '' }
  authorise(actor, 'teams.manage', placeOfCommune(at.code))
  const form = await request.formData()
  const personId = String(form.get('personId') ?? '')
  switch (form.get('intent')) {
    case 'add':
      return add(actor, at, form, switchedLocale(context, form) !== null)
    case 'rename':
      return rename(actor, at, form)
    case 'takeOut':
      await moveMember(actor, at.code, at.teamId, personId, false)
      return answer({ takenOut: { personId } }, 200)
    case 'putBack':
      await moveMember(actor, at.code, at.teamId, personId, true)
      return redirect(paths.team(at.code, at.teamId, { note: 'saved' }), 303)
    case 'askDelete':
      return answer({ asked: 'delete' }, 200)
    case 'delete':
      await deleteTeam(actor, at.code, at.teamId)
      return redirect(paths.teams(at.code, { note: 'removed' }), 303)
    default:
      throw refuse('badRequest')
  }
}

type At = { code: string; teamId: string }

async function rename(actor: Actor, { code, teamId }: At, form: FormData) {
  const { value, reply } = parseForm(form, teamNameSchema)
  if (reply) return answer({ rename: reply }, 400)
  const { fault } = await nameTeam(actor, code, teamId, value.name)
  if (fault) return answer({ rename: { typed: typedIn(form), errors: { name: fault } } }, 400)
  return redirect(paths.team(code, teamId, { note: 'saved' }), 303)
}

async function add(actor: Actor, { code, teamId }: At, form: FormData, switched: boolean) {
  const typed = String(form.get('members') ?? '')
  const chosen = decisionsIn(form)
  const nothing = { typed, chosen, faults: [], doubts: [], undecided: [] }
  if (switched) return answer({ add: nothing }, 200)
  const { members, faults } = readMembers(typed, vietnamDay(now()))
  if (faults.length > 0) return answer({ add: { ...nothing, faults } }, 400)
  if (members.length === 0) return answer({ add: { ...nothing, problem: { key: 'add.missing' } } }, 400)
  if (members.length > mostMembers) {
    const problem = { key: 'add.tooMany', values: { most: mostMembers } } as const
    return answer({ add: { ...nothing, problem } }, 400)
  }
  const { doubts } = await addMembers(actor, code, teamId, members, chosen)
  if (doubts) {
    const undecided = doubts.flatMap(({ line, namesakes }) => {
      const known = ['new', ...namesakes.map((namesake) => namesake.personId)]
      return known.includes(chosen[line] ?? '') ? [] : [line]
    })
    return answer({ add: { ...nothing, doubts, undecided } }, 400)
  }
  return redirect(paths.team(code, teamId, { note: 'saved' }), 303)
}

function decisionsIn(form: FormData): Decisions {
  const decisions: Decisions = {}
  form.forEach((value, name) => {
    const line = /^same\.(\d+)$/.exec(name)?.[1]
    if (line && typeof value === 'string') decisions[Number(line)] = value
  })
  return decisions
}

export default function TeamRoute() {
  const { team, note } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return <TeamPage team={team} note={reply ? null : note} reply={reply ?? {}} />
}
