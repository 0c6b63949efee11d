import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { EditStandardPage, type EditReply } from '~/assessment/catalogue/EditStandardPage'
import { suggestedFields, viewStandards } from '~/assessment/catalogue/view-standards.server'
import { editStandard, type StandardEdit } from '~/competency/edit-standard.server'
import { latestFramework } from '~/competency/frameworks.server'
import { reasonSchema, standardFormSchema } from '~/competency/standard-form'
import { profileFramework } from '~/competency/target-profile'
import { standardInForce } from '~/competency/standards.server'
import { paths } from '~/paths'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { typedIn } from '~/platform/http/form-reply'
import type { RouteHandle } from '~/platform/http/handle'
import { parseForm } from '~/platform/http/parse-form.server'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'items', form: true }
export const meta = pageTitle('analysis', 'edit.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'standards.edit')
  return { view: viewStandards(actor) }
}

const returnSchema = z
  .object({ reason: reasonSchema, inForce: z.coerce.number().int().default(0) })
  .transform((typed) => ({ ...typed, setting: null }))

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'standards.edit')
  const form = await request.formData()
  const intent = form.get('intent')
  const asTyped: EditReply = {
    reply: { typed: typedIn(form), errors: {} },
    said: null,
    returning: intent === 'ask-return' || intent === 'return',
  }
  if (switchedLocale(context, form) !== null || intent === 'ask-return') return data(asTyped)
  if (intent === 'suggest') {
    const filled = suggestedFields(context.prefs.locale)
    const reply = { ...asTyped.reply, typed: { ...asTyped.reply.typed, ...filled } }
    return data({ ...asTyped, reply, said: 'filled' } satisfies EditReply)
  }
  const { framework } = latestFramework(profileFramework)
  const parsed =
    intent === 'return'
      ? parseForm(form, returnSchema)
      : parseForm(form, standardFormSchema(framework, standardInForce(profileFramework).standard))
  if (parsed.reply) return data({ ...asTyped, reply: parsed.reply }, 400)
  const outcome = await editStandard(actor, parsed.value satisfies StandardEdit)
  if (outcome === 'saved') return redirect(paths.standards({ note: 'saved' }), 303)
  return data({ ...asTyped, returning: false, said: outcome } satisfies EditReply, 400)
}

export default function EditStandard() {
  const { view } = useLoaderData<typeof loader>()
  return <EditStandardPage view={view} back={useActionData<typeof action>() ?? null} />
}
