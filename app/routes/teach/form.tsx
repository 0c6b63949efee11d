import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FormPage } from '~/assessment/catalogue/FormPage'
import { viewForm } from '~/assessment/catalogue/view-forms.server'
import { FormVersionsPanel } from '~/authoring/forms/FormVersionsPanel'
import { viewContentVersions } from '~/authoring/review/view-content-versions.server'
import { contentNoteIn, type ContentNote } from '~/authoring/review/content-notes'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { pageTitle } from '../page-title'
import { publishedAction } from './published-action.server'

export const handle: RouteHandle = { desk: true, nav: 'items' }
export const meta = pageTitle('teach', 'forms.title', ({ form }: { form: { code: string } }) => form.code)

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const code = params.code ?? ''
  const query = new URL(request.url).searchParams
  return {
    ...viewForm(actor, code),
    work: viewContentVersions(actor, 'form', code, query.get('from')),
    note: contentNoteIn(query),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const code = params.code ?? ''
  const pageWith = (note: ContentNote) => paths.form(code, { note })
  return publishedAction(actor, await request.formData(), { kind: 'form', code, pageWith })
}

export default function Form() {
  const { work, note, ...view } = useLoaderData<typeof loader>()
  return (
    <FormPage {...view}>
      <FormVersionsPanel code={view.form.code} view={work} note={note} />
    </FormPage>
  )
}
