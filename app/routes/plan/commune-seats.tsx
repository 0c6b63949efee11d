import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { NamingReply } from '~/planning/carry/NamingForm'
import { NamingPage } from '~/planning/carry/NamingPage'
import { namePeople, withdrawNamed, type NamingAnswer } from '~/planning/carry/name-people.server'
import { standInReasons, withdrawSchema } from '~/planning/carry/naming-rules'
import { viewSeats } from '~/planning/carry/seats-page.server'
import { SeatsPage, type SeatsNote } from '~/planning/carry/SeatsPage'
import { classWithSeats, viewNaming } from '~/planning/carry/view-naming.server'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'
import type { RouteHandle } from '~/platform/http/handle'
import { parseForm } from '~/platform/http/parse-form.server'
import { getT } from '~/platform/i18n/translate'
import { authorise } from '~/platform/policy/require.server'
import { placeOfCommune } from '~/people/places/places.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'communes' }
export const meta = pageTitle('carry', 'seats.title')

const notes = ['named', 'withdrawn'] as const

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const query = new URL(request.url).searchParams
  const view = await viewSeats(actor, params.code!)
  const key = notes.find((each) => each === query.get('note'))
  const note: SeatsNote | null = key ? { key, count: Number(query.get('count') ?? 0) } : null
  const classId = query.get('class')
  const naming = classId === null ? null : viewNaming(actor, params.code!, classId)
  const asked = naming?.seated.find(({ personId }) => personId === query.get('withdraw'))
  const withdraw = asked ? { personId: asked.personId, fullName: asked.fullName } : null
  return { view, note, naming, withdraw }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const code = params.code!
  authorise(actor, 'plans.name-people', placeOfCommune(code))
  const form = await request.formData()
  const classId = new URL(request.url).searchParams.get('class') ?? String(form.get('class') ?? '')
  classWithSeats(actor, code, classId)
  const refused = (value: NamingReply) => data({ reply: value }, 400)
  const done = (note: SeatsNote['key'], count: number) =>
    redirect(paths.communeSeats(code, { class: classId, note, count }), 303)
  switch (form.get('intent')) {
    case 'name': {
      const ticked = form.getAll('person').map(String)
      const standIn = standInReasons.find((each) => each === form.get('standIn')) ?? null
      const answer = await namePeople(actor, code, classId, { personIds: ticked, standIn })
      if (answer.fault === undefined) return done('named', answer.named)
      const error = faultText(context.prefs.locale, answer)
      const field = answer.fault === 'standIn' ? 'standIn' : 'person'
      return refused({ naming: { ticked, standIn: standIn ?? '', error, field } })
    }
    case 'withdraw': {
      const { value, reply: wrong } = parseForm(form, withdrawSchema)
      if (!value) return refused({ withdraw: wrong })
      const personId = String(form.get('person') ?? '')
      const taken = await withdrawNamed(actor, code, classId, { personId, reason: value.reason })
      return taken ? done('withdrawn', 1) : redirect(paths.communeSeats(code, { class: classId }), 303)
    }
    default:
      throw refuse('badRequest')
  }
}

function faultText(
  locale: 'vi' | 'en',
  { fault, ...answer }: Extract<NamingAnswer, { fault: string }>,
): string {
  const values = { names: answer.names?.join(', ') ?? '', left: answer.left ?? 0, count: answer.left ?? 0 }
  return getT(locale, 'carry')(`name.fault.${fault}`, values)
}

export default function CommuneSeats() {
  const { view, note, naming, withdraw } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()?.reply
  return naming ? (
    <NamingPage view={naming} commune={view.commune} withdraw={withdraw} note={note} reply={reply} />
  ) : (
    <SeatsPage view={view} note={note} />
  )
}
