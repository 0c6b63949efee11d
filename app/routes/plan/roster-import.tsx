import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '~/paths'
import { decideRows, rereadImport, undecideRows } from '~/people/roster/change-import.server'
import { confirmImport, type ConfirmAnswer } from '~/people/roster/confirm-import.server'
import { discardImport } from '~/people/roster/discard-import.server'
import { parseDecisions, rereadSchema } from '~/people/roster/import-form'
import { ImportPreview } from '~/people/roster/ImportPreview'
import { ImportDiscarded, ImportDone, ImportFailed, ImportReading } from '~/people/roster/ImportStates'
import { parseShow } from '~/people/roster/preview-page'
import { viewImport } from '~/people/roster/view-import.server'
import { requireActor } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'
import type { RouteHandle } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { authorise } from '~/platform/policy/require.server'
import { Crumbs } from '~/ui/Crumbs'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'people' }
export const meta = pageTitle('roster', 'imports.title')
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const query = new URL(request.url).searchParams
  const where = { show: parseShow(query.get('show')), page: Number(query.get('page')) || 1 }
  const view = await viewImport(actor, params.id ?? '', where)
  // A page without script asks again by this header until the file is read.
  return data({ view }, view.state === 'reading' ? { headers: { Refresh: '2' } } : undefined)
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'roster.import')
  const id = params.id ?? ''
  const form = await request.formData()
  const intent = form.get('intent')
  if (intent === 'confirm') {
    const answer = await confirmImport(actor, id, {
      mark: String(form.get('mark')),
      rightRows: form.get('rows') === 'right',
    })
    if (answer !== 'done') return data({ answer }, 409)
  } else if (intent === 'decide') {
    await decideRows(actor, id, parseDecisions(form))
    return redirect(
      paths.rosterImport(id, { show: 'decide', page: Number(form.get('page')) || undefined }),
      303,
    )
  } else if (intent === 'undecide') {
    await undecideRows(actor, id)
    return redirect(paths.rosterImport(id, { show: 'decide' }), 303)
  } else if (intent === 'discard') {
    await discardImport(actor, id)
  } else {
    const choice = rereadSchema.safeParse(Object.fromEntries(form))
    if (!choice.success) throw refuse('badRequest')
    await rereadImport(actor, id, choice.data)
  }
  return redirect(paths.rosterImport(id), 303)
}

export default function RosterImport() {
  const { view } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()?.answer
  const t = useT('roster')
  const people = useT('people')
  return (
    <Main wide>
      <Crumbs
        items={[
          { to: paths.people(), label: people('search.title') },
          { to: paths.rosterImports(), label: t('imports.title') },
          { label: view.fileName },
        ]}
      />
      {answer ? <Answer answer={answer} /> : null}
      {view.state === 'reading' ? <ImportReading view={view} /> : null}
      {view.state === 'failed' ? <ImportFailed view={view} /> : null}
      {view.state === 'preview' ? <ImportPreview view={view} /> : null}
      {view.state === 'confirmed' ? <ImportDone view={view} /> : null}
      {view.state === 'discarded' ? <ImportDiscarded view={view} /> : null}
    </Main>
  )
}

const answerKeys = {
  changedMeanwhile: 'preview.changedMeanwhile',
  needsWhole: 'preview.needsWhole',
  notRead: 'preview.notRead',
  discarded: 'preview.discardedAnswer',
} as const

function Answer({ answer }: { answer: Exclude<ConfirmAnswer, 'done'> }) {
  const t = useT('roster')
  return (
    <Note kind="stop" role="alert">
      {t(answerKeys[answer])}
    </Note>
  )
}
