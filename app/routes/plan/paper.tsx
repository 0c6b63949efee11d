import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { PhaseTag } from '~/campaigns/CampaignsTable'
import { BatchList } from '~/campaigns/paper/BatchList'
import { PaperForms } from '~/campaigns/paper/PaperForms'
import { PaperPlaces } from '~/campaigns/paper/PaperPlaces'
import { ofPaper, uploadBatch } from '~/campaigns/paper/upload-batch.server'
import { viewPaper } from '~/campaigns/paper/view-paper.server'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { formatDate, formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { translateMessage } from '~/platform/i18n/translate'
import { authorise } from '~/platform/policy/require.server'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Crumbs } from '~/ui/Crumbs'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { FileField } from '~/ui/FileField'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'campaigns' }
export const meta = pageTitle('paper', 'title')

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const note = new URL(request.url).searchParams.get('note')
  return { view: viewPaper(actor, params.id!, context.prefs.locale), discarded: note === 'discarded' }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  authorise(actor, 'paper.manage')
  const upload = (await request.formData()).get('file')
  const given = upload instanceof File && upload.name !== ''
  const fileName = given ? upload.name : ''
  const file = given ? new Uint8Array(await upload.arrayBuffer()) : null
  if (!file) {
    viewPaper(actor, params.id!, context.prefs.locale)
    return data({ fault: ofPaper('none') }, 400)
  }
  const answer = await uploadBatch(actor, params.id!, { fileName, file })
  if (answer.fault) return data({ fault: answer.fault }, 400)
  return redirect(paths.paperBatch(params.id!, answer.id), 303)
}

export default function Paper() {
  const { view, discarded } = useLoaderData<typeof loader>()
  const fault = useActionData<typeof action>()?.fault
  const t = useT('paper')
  const campaigns = useT('campaigns')
  const locale = useLocale()
  const { campaign, places } = view
  const taking = campaign.phase === 'running' || campaign.phase === 'due'
  const left = places.reduce((sum, each) => sum + each.left, 0)
  const error =
    fault &&
    `${[fault.message, fault.mend].map((each) => translateMessage(locale, each.of, each)).join('. ')}.`
  const days = { from: formatDate(campaign.opensOn), to: formatDate(campaign.closesOn) }
  return (
    <Main wide>
      <Crumbs
        items={[
          { to: paths.campaigns(), label: campaigns('list.title') },
          { to: paths.campaign(campaign.id), label: campaign.title },
          { label: t('title') },
        ]}
      />
      <PageTitle
        under={campaign.title}
        tag={<PhaseTag phase={campaign.phase} />}
        lead={
          taking
            ? t('lead', { count: left, people: formatNumber(locale, left) })
            : t(`lead.${leadOf(campaign.phase)}`, days)
        }
      >
        {t('title')}
      </PageTitle>
      {discarded ? (
        <Note kind="done" role="status">
          {t('discarded.text')}
        </Note>
      ) : null}
      <ErrorSummary errors={error ? [{ fieldId: 'file', text: error }] : []} />
      <Panel title={t('what.title')}>
        <p>{t('what.text')}</p>
        <ol>
          <li>{t('what.print')}</li>
          <li>{t('what.collect')}</li>
          <li>{t('what.type')}</li>
          <li>{t('what.upload')}</li>
        </ol>
      </Panel>
      {taking ? (
        <Panel title={t('upload.title')} id="upload">
          <form method="post" encType="multipart/form-data" noValidate>
            <FileField
              id="file"
              name="file"
              label={t('upload.file')}
              hint={t('upload.hint')}
              accept=".xlsx"
              error={error}
              required
            />
            <ButtonRow>
              <Button>{t('upload.submit')}</Button>
            </ButtonRow>
          </form>
        </Panel>
      ) : null}
      {view.batches.length > 0 || taking ? (
        <Panel title={t('batches.title')}>
          <BatchList campaignId={campaign.id} batches={view.batches} />
        </Panel>
      ) : null}
      <PaperForms view={view} />
      {places.length > 0 ? <PaperPlaces view={view} taking={taking} /> : null}
    </Main>
  )
}

function leadOf(phase: 'draft' | 'waiting' | 'running' | 'due' | 'closed'): 'draft' | 'waiting' | 'closed' {
  return phase === 'draft' || phase === 'waiting' ? phase : 'closed'
}
