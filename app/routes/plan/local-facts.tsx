import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { localUses } from '~/learning/local-uses.server'
import { paths } from '~/paths'
import { listLocalFacts } from '~/people/places/list-local-facts.server'
import { editsOf, factsFormSchema } from '~/people/places/local-facts'
import { saveLocalFacts } from '~/people/places/save-local-facts.server'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { typedIn } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { parseForm, refusedForm } from '~/platform/http/parse-form.server'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'
import { LocalFactsPage } from './LocalFactsPage'

export const handle: RouteHandle = { desk: true, nav: 'desk', form: true }
export const meta = pageTitle('local', 'title')

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { province, facts } = listLocalFacts(actor)
  const uses = localUses(context.prefs.locale)
  const noted = new URL(request.url).searchParams.get('saved')
  const note: 'saved' | 'unchanged' | null = noted === null ? null : noted === '0' ? 'unchanged' : 'saved'
  return { province, note, facts: facts.map((fact) => ({ ...fact, uses: uses.get(fact.code) ?? [] })) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'local-facts.edit')
  const form = await request.formData()
  const typed = typedIn(form)
  if (switchedLocale(context, form)) return data({ reply: { typed, errors: {} } })
  const { value, reply } = parseForm(form, factsFormSchema)
  if (reply) return refusedForm(reply)
  const edits = editsOf(value)
  const { changed, stale } = await saveLocalFacts(actor, edits)
  if (stale.length === 0) return redirect(paths.localFacts({ saved: String(changed.length) }), 303)
  const errors = stale.map((code) => [
    `facts[${edits.findIndex((each) => each.code === code)}].vi`,
    'error.stale',
  ])
  return data({ reply: { typed, errors: Object.fromEntries(errors) as Record<string, string> } }, 409)
}

export default function LocalFacts() {
  return <LocalFactsPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()?.reply} />
}
