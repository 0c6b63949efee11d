import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { cancelSchema } from '~/classes/class-form'
import { managedClass } from '~/classes/class-at.server'
import { addPeople, withdrawPerson, type AddAnswer } from '~/classes/people/add-people.server'
import { AddPeoplePage, type PeopleReply } from '~/classes/people/AddPeoplePage'
import { CheckListPage } from '~/classes/people/CheckListPage'
import { findPeople } from '~/classes/people/find-people.server'
import { listInFile, receiveList, type ListAnswer } from '~/classes/people/receive-list.server'
import { participantsOf } from '~/classes/view-class.server'
import { paths } from '~/paths'
import { communesIn } from '~/people/places/places.server'
import { positionNames } from '~/people/positions/positions.server'
import { fileMessages } from '~/people/roster/messages'
import { decisionsIn } from '~/people/teams/match-members'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'
import { typedIn } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { parseForm } from '~/platform/http/parse-form.server'
import { getT, translateMessage } from '~/platform/i18n/translate'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'classes', form: true }
export const meta = pageTitle('classes', 'people.add')

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const found = managedClass(await requireActor(context, request), params.id!)
  const asked = new URL(request.url).searchParams.get('withdraw')
  const person = asked ? participantsOf(found.id).find(({ personId }) => personId === asked) : undefined
  return {
    class: { id: found.id, title: found.title },
    communes: communesIn(found.provinceCode).map(({ code, name }) => ({ code, name })),
    positions: positionNames(),
    withdraw: person && !person.withdrawnAt ? { personId: person.personId, fullName: person.fullName } : null,
  }
}

type Reply = PeopleReply & {
  check?: { text: string; answer: Extract<ListAnswer, { kind: 'check' }>; error?: string }
}

/** A search may name a person, so it posts and is answered in place. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const { id } = managedClass(actor, params.id!)
  const form = await request.formData()
  const switched = switchedLocale(context, form) !== null
  const t = getT(context.prefs.locale, 'classes')
  const text = (name: string) => String(form.get(name) ?? '')
  const search = { text: text('text').slice(0, 100), commune: text('commune'), position: text('position') }
  const reply = (value: Reply, status = 200) => data(value, status)
  const told = (answer: Exclude<AddAnswer, { added: number }>) =>
    answer.fault === 'full'
      ? t('add.full', { left: answer.left, asked: answer.asked })
      : t(`add.${answer.fault}`)
  const added = (count: number) => redirect(paths.trainingClass(id, { note: 'added', count }), 303)
  switch (form.get('intent')) {
    case 'find':
      return reply({ search, found: findPeople(actor, id, search) })
    case 'add': {
      const found = findPeople(actor, id, search)
      const chosen = form.has('all')
        ? found.rows.flatMap((row) => (row.seated ? [] : [row.id]))
        : form.getAll('person').map(String)
      if (switched) return reply({ search, found, ticked: chosen })
      if (chosen.length === 0) return reply({ search, found, error: t('add.nobody') }, 400)
      const answer = await addPeople(actor, id, chosen)
      if ('added' in answer && answer.added !== undefined) return added(answer.added)
      return reply(
        { search, found, ticked: chosen, error: told(answer as Exclude<AddAnswer, { added: number }>) },
        400,
      )
    }
    case 'file': {
      const file = form.get('file')
      if (!(file instanceof File) || file.name === '') return reply({ fileError: t('file.none') }, 400)
      const read = await listInFile(new Uint8Array(await file.arrayBuffer()), file.name)
      if (read.problem) {
        const { message, mend } = fileMessages(read.problem)
        const words = [message, mend].map((each) => translateMessage(context.prefs.locale, 'roster', each))
        return reply({ fileError: words.join(' ') }, 400)
      }
      return list(read.text, 'write')
    }
    case 'list':
      if (form.has('back')) return reply({ list: { text: text('people') } })
      return list(text('people'), !switched && form.get('step') === 'check' ? 'check' : 'write')
    case 'withdraw': {
      if (switched) return reply({ withdraw: { typed: typedIn(form), errors: {} } })
      const parsed = parseForm(form, cancelSchema)
      if (parsed.reply) return reply({ withdraw: parsed.reply }, 400)
      await withdrawPerson(actor, id, text('personId'), parsed.value.reason)
      return redirect(paths.trainingClass(id, { note: 'saved' }), 303)
    }
    default:
      throw refuse('badRequest')
  }

  async function list(typed: string, step: 'write' | 'check') {
    const sent = { text: typed, decisions: decisionsIn(form.entries()), step }
    const answer = await receiveList(actor, id, sent)
    if (answer.kind === 'added') return added(answer.added)
    if (answer.kind === 'fault') return reply({ list: { text: typed, error: t(answer.fault) } }, 400)
    const error = answer.refused ? told(answer.refused) : undefined
    return reply({ check: { text: typed, answer, error } }, answer.asked || error ? 400 : 200)
  }
}

export default function ClassPeople() {
  const loaded = useLoaderData<typeof loader>()
  const reply: Reply = useActionData<typeof action>() ?? {}
  if (reply.check) return <CheckListPage class={loaded.class} {...reply.check} />
  return <AddPeoplePage {...loaded} reply={reply} />
}
