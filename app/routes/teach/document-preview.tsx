import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { confirmDocument } from '~/interchange/lessons/import/confirm-document.server'
import { discardDocument } from '~/interchange/lessons/import/discard-document.server'
import { DocumentPreviewPage } from '~/interchange/lessons/import/DocumentPreviewPage'
import { DocumentStates } from '~/interchange/lessons/import/DocumentStates'
import { mendDocument } from '~/interchange/lessons/import/mend-document.server'
import { mendingIn } from '~/interchange/lessons/import/sent-document'
import { viewDocument } from '~/interchange/lessons/import/view-document.server'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { useLocale, useT } from '~/platform/i18n/react'
import { translateMessage } from '~/platform/i18n/translate'
import { authorise } from '~/platform/policy/require.server'
import { Crumbs } from '~/ui/Crumbs'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Main } from '~/ui/Main'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'items' }
export const meta = pageTitle('documents', 'title')
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const query = new URL(request.url).searchParams
  const view = viewDocument(actor, params.id ?? '', Number(query.get('page')) || 1)
  // A page without script asks again by this header until the document is read.
  const waiting = view.state === 'reading' ? { headers: { Refresh: '2' } } : undefined
  return data({ view, saved: query.get('note') === 'saved' }, waiting)
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'studio.write')
  const id = params.id ?? ''
  const form = await request.formData()
  const intent = form.get('intent')
  const page = Number(form.get('page')) || 1
  if (intent === 'discard') {
    await discardDocument(actor, id)
    return redirect(paths.studioDocument(id), 303)
  }
  const mending = mendingIn(form)
  if (intent === 'confirm') {
    const { draftId, fault } = await confirmDocument(actor, id, mending)
    if (fault) return data({ fault }, fault.key === 'confirm.notReady' ? 409 : 400)
    return redirect(paths.studioModule(draftId), 303)
  }
  await mendDocument(actor, id, mending)
  const to = intent === 'next' ? { page: page + 1 } : { page, note: 'saved' as const }
  return redirect(paths.studioDocument(id, to), 303)
}

export default function Document() {
  const { view, saved } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const t = useT('documents')
  const locale = useLocale()
  const error = reply && translateMessage(locale, 'documents', reply.fault)
  const ofTitle = reply?.fault.key === 'confirm.noTitle'
  return (
    <Main wide>
      <Crumbs
        items={[
          { to: paths.studio(), label: t('studio') },
          { to: paths.studioDocuments(), label: t('title') },
          { label: view.fileName },
        ]}
      />
      <ErrorSummary
        title={t('confirm.title')}
        errors={error ? [{ fieldId: ofTitle ? 'module' : 'lessons', text: error }] : []}
      />
      {view.state === 'preview' ? (
        <DocumentPreviewPage view={view} saved={saved} error={ofTitle ? error : undefined} />
      ) : (
        <DocumentStates view={view} />
      )}
    </Main>
  )
}
