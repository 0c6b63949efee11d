import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { FormPage } from '~/assessment/catalogue/FormPage'
import { viewForm } from '~/assessment/catalogue/view-forms.server'
import { formNotes, FormVersionsPanel, type FormNote } from '~/authoring/forms/FormVersionsPanel'
import { retireForm, rollBackForm } from '~/authoring/forms/publish-form.server'
import { copyForm, reviseForm } from '~/authoring/forms/start-form.server'
import { viewContentVersions } from '~/authoring/review/view-content-versions.server'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'
import type { RouteHandle } from '~/platform/http/handle'
import { parseForm } from '~/platform/http/parse-form.server'
import { authorise } from '~/platform/policy/require.server'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'items' }
export const meta = pageTitle('teach', 'forms.title', ({ form }: { form: { code: string } }) => form.code)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const code = params.code ?? ''
  const query = new URL(request.url).searchParams
  return {
    ...viewForm(actor, code),
    work: viewContentVersions(actor, 'form', code, query.get('from')),
    note: formNotes.find((each) => each === query.get('note')) ?? null,
  }
}

const schema = z.object({
  intent: z.enum(['revise', 'copy', 'retire', 'restore', 'rollback']),
  to: z.string().default(''),
  seen: z.string().default(''),
})

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'studio.write')
  const { value, reply } = parseForm(await request.formData(), schema)
  if (reply) throw refuse('badRequest')
  const code = params.code ?? ''
  const back = (note: FormNote) => redirect(paths.form(code, { note }), 303)
  switch (value.intent) {
    case 'revise':
      return redirect(paths.studioForm(await reviseForm(actor, code)), 303)
    case 'copy':
      return redirect(paths.studioForm(await copyForm(actor, code)), 303)
    case 'retire':
    case 'restore':
      await retireForm(actor, code, value.intent === 'retire')
      return back(value.intent === 'retire' ? 'retired' : 'restored')
    case 'rollback': {
      const version = await rollBackForm(actor, { code, to: value.to, seen: value.seen })
      return back(version === null ? 'changed' : 'rolledBack')
    }
  }
}

export default function Form() {
  const { work, note, ...view } = useLoaderData<typeof loader>()
  return (
    <FormPage {...view}>
      <FormVersionsPanel code={view.form.code} view={work} note={note} />
    </FormPage>
  )
}
