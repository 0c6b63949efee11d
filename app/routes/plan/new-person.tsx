import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/paths'
import { createPerson } from '~/people/persons/create-person.server'
import { personChoices } from '~/people/persons/person-choices.server'
import { newPersonSchema } from '~/people/persons/person-form'
import { provinceByCode } from '~/people/places/places.server'
import { workProvince } from '~/people/places/work-province.server'
import { positionNames } from '~/people/positions/positions.server'
import type { Candidate } from '~/people/roster/diff-types'
import { now } from '~/platform/clock/now.server'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { vietnamDay } from '~/platform/i18n/format'
import { authorise } from '~/platform/policy/require.server'
import { typedIn, type FormReply } from '~/platform/http/form-reply'
import { parseForm, refusedForm } from '~/platform/http/parse-form.server'
import { pageTitle } from '../page-title'
import { NewPersonPage } from './NewPersonPage'

export const handle: RouteHandle = { desk: true, nav: 'people', form: true }
export const meta = pageTitle('people', 'new.title')

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const provinceCode = workProvince(actor, 'people.edit')
  authorise(actor, 'people.edit', { provinceCode })
  const commune = new URL(request.url).searchParams.get('commune') ?? ''
  return {
    choices: personChoices(provinceCode),
    positions: positionNames(),
    commune,
    province: provinceByCode(provinceCode).name,
  }
}

type Answer = { reply: FormReply; doubles?: Candidate[] }

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const provinceCode = workProvince(actor, 'people.edit')
  authorise(actor, 'people.edit', { provinceCode })
  const form = await request.formData()
  const typed = typedIn(form)
  if (switchedLocale(context, form)) return data<Answer>({ reply: { typed, errors: {} } })
  const { value, reply } = parseForm(form, newPersonSchema(personChoices(provinceCode), vietnamDay(now())))
  if (reply) return refusedForm(reply)
  const answer = await createPerson(actor, value)
  if (answer.fault) return refusedForm({ typed, errors: { staffCode: answer.fault } })
  if (answer.doubles) return data<Answer>({ reply: { typed, errors: {} }, doubles: answer.doubles }, 409)
  return redirect(paths.person(answer.personId, { note: 'created' }), 303)
}

export default function NewPerson() {
  const loaded = useLoaderData<typeof loader>()
  const answer: Answer | undefined = useActionData<typeof action>()
  return <NewPersonPage {...loaded} reply={answer?.reply} doubles={answer?.doubles} />
}
