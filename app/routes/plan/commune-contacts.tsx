import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { contactField, readContacts, readPasted, type Pasted } from '~/people/contacts/contacts-form'
import { listContacts, saveContacts } from '~/people/contacts/contacts.server'
import { ContactsPage } from '~/people/contacts/ContactsPage'
import { paths } from '~/paths'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { fieldProps, typedIn, type FormReply } from '~/platform/http/form-reply'
import type { DefaultButton, RouteHandle } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { pageTitle } from '../page-title'

const save: DefaultButton = { name: 'intent', value: 'save' }
export const handle: RouteHandle = { desk: true, nav: 'communes', form: save }
export const meta = pageTitle('reminders', 'contacts.title')

type Reply = { reply: FormReply; pasted: { found: number; refused: Pasted['refused'] } | null }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const query = new URL(request.url).searchParams
  const count = Math.trunc(Number(query.get('count'))) || 0
  return { ...listContacts(actor), saved: query.get('note') === 'saved' ? count : null }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const { communes } = listContacts(actor)
  const form = await request.formData()
  const typed = typedIn(form)
  if (switchedLocale(context, form)) return data<Reply>({ reply: { typed, errors: {} }, pasted: null })
  if (form.get('intent') === 'paste') {
    const { found, refused } = readPasted(typed.lines ?? '', communes)
    for (const [code, email] of found) typed[contactField(code)] = email
    return data<Reply>({ reply: { typed, errors: {} }, pasted: { found: found.size, refused } })
  }
  const { contacts, errors } = readContacts(
    typed,
    communes.map(({ code }) => code),
  )
  if (Object.keys(errors).length > 0) return data<Reply>({ reply: { typed, errors }, pasted: null }, 400)
  const count = await saveContacts(actor, contacts)
  return redirect(paths.communeContacts({ note: 'saved', count }), 303)
}

export default function CommuneContacts() {
  const { province, communes, saved } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT('reminders')
  const stored = Object.fromEntries(communes.map(({ code, email }) => [contactField(code), email ?? '']))
  return (
    <ContactsPage
      province={province}
      communes={communes}
      field={fieldProps(t, answer?.reply, stored)}
      saved={answer ? null : saved}
      pasted={answer?.pasted ?? null}
    />
  )
}
