import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { BatchDiscarded, BatchDone, BatchPreview } from '~/campaigns/paper/BatchPage'
import { confirmBatch, type ConfirmAnswer } from '~/campaigns/paper/confirm-batch.server'
import { discardBatch } from '~/campaigns/paper/discard-batch.server'
import { viewBatch } from '~/campaigns/paper/view-batch.server'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import { refuse } from '~/platform/http/errors'
import type { RouteHandle } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { authorise } from '~/platform/policy/require.server'
import { Crumbs } from '~/ui/Crumbs'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'campaigns' }
export const meta = pageTitle('paper', 'preview.title')

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const page = Math.trunc(Number(new URL(request.url).searchParams.get('page'))) || 1
  return { view: viewBatch(actor, params.id!, params.batch!, page, context.prefs.locale) }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'paper.manage')
  const { id, batch } = params
  const intent = (await request.formData()).get('intent')
  if (intent === 'discard') {
    const state = await discardBatch(actor, id!, batch!)
    return redirect(
      state === 'discarded' ? paths.paper(id!, { note: 'discarded' }) : paths.paperBatch(id!, batch!),
      303,
    )
  }
  if (intent !== 'confirm') throw refuse('badRequest')
  const answer = await confirmBatch(actor, id!, batch!)
  if (answer !== 'done') return data({ answer }, 409)
  return redirect(paths.paperBatch(id!, batch!), 303)
}

export default function PaperBatch() {
  const { view } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()?.answer
  const t = useT('paper')
  const campaigns = useT('campaigns')
  return (
    <Main wide>
      <Crumbs
        items={[
          { to: paths.campaigns(), label: campaigns('list.title') },
          { to: paths.campaign(view.campaign.id), label: view.campaign.title },
          { to: paths.paper(view.campaign.id), label: t('title') },
          { label: view.fileName },
        ]}
      />
      {answer ? <Answer answer={answer} /> : null}
      {view.state === 'preview' ? <BatchPreview view={view} /> : null}
      {view.state === 'confirmed' ? <BatchDone view={view} /> : null}
      {view.state === 'discarded' ? <BatchDiscarded view={view} /> : null}
    </Main>
  )
}

function Answer({ answer }: { answer: Exclude<ConfirmAnswer, 'done'> }) {
  const t = useT('paper')
  return (
    <Note kind="stop" role="alert">
      {t(`answer.${answer}`)}
    </Note>
  )
}
