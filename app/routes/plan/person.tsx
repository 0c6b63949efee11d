import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/paths'
import { editPerson } from '~/people/persons/edit-person.server'
import { personChoices } from '~/people/persons/person-choices.server'
import { personSchema } from '~/people/persons/person-form'
import { viewPerson } from '~/people/persons/view-person.server'
import { positionNames } from '~/people/positions/positions.server'
import { now } from '~/platform/clock/now.server'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'
import type { RouteHandle } from '~/platform/http/handle'
import { vietnamDay } from '~/platform/i18n/format'
import { typedIn } from '~/platform/http/form-reply'
import { parseForm, refusedForm } from '~/platform/http/parse-form.server'
import { pageTitle } from '../page-title'
import { PersonPage } from './PersonPage'

export const handle: RouteHandle = { desk: true, nav: 'people', form: true }
export const meta = pageTitle('people', 'person.facts')

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const person = viewPerson(actor, params.personId ?? '')
  const noted = new URL(request.url).searchParams.get('note')
  const note: 'created' | 'saved' | null = noted === 'created' || noted === 'saved' ? noted : null
  const choices = person.may.edit ? personChoices(person.provinceCode, person.positionCodes) : null
  return { person, choices, positions: positionNames(), note }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const person = viewPerson(actor, params.personId ?? '')
  if (!person.may.edit) throw refuse('notAllowed')
  const form = await request.formData()
  const typed = typedIn(form)
  if (switchedLocale(context, form)) return data({ reply: { typed, errors: {} } })
  const choices = personChoices(person.provinceCode, person.positionCodes)
  const { value, reply } = parseForm(form, personSchema(choices, vietnamDay(now())))
  if (reply) return refusedForm(reply)
  const { fault } = await editPerson(actor, person.id, value)
  if (fault) return refusedForm({ typed, errors: { staffCode: fault } })
  return redirect(paths.person(person.id, { note: 'saved' }), 303)
}

export default function Person() {
  const loaded = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <PersonPage {...loaded} reply={answer?.reply} />
}
