import { randomUUID } from 'node:crypto'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MessageTexts } from '~/campaigns/reminders/MessageTexts'
import { RecordForm } from '~/campaigns/reminders/RecordForm'
import { recordNudges } from '~/campaigns/reminders/send-reminders.server'
import { factsOf, messageFacts } from '~/campaigns/reminders/view-reminders.server'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { originOf } from '~/platform/http/origin.server'
import { useT } from '~/platform/i18n/react'
import { Crumbs } from '~/ui/Crumbs'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { pageTitle } from '../page-title'
import { chosenCommunes, noteIdOf } from './chosen-communes.server'

export const handle: RouteHandle = { desk: true, nav: 'campaigns' }
export const meta = pageTitle('reminders', 'message.title')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { campaign, codes } = chosenCommunes(actor, request, params.id!)
  return {
    campaign: factsOf(campaign, context.prefs.locale),
    ...messageFacts(campaign, codes, originOf(request)),
    noteId: randomUUID(),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const { campaign, codes } = chosenCommunes(actor, request, params.id!)
  const noteId = noteIdOf(await request.formData())
  const count = await recordNudges(actor, campaign.id, { noteId, codes }, 'message')
  return redirect(paths.reminders(campaign.id, { note: 'message', count }), 303)
}

export default function RemindersMessage() {
  const { campaign, communes, values, noteId } = useLoaderData<typeof loader>()
  const t = useT('reminders')
  const campaigns = useT('campaigns')
  return (
    <Main wide>
      <Crumbs
        items={[
          { to: paths.campaigns(), label: campaigns('list.title') },
          { to: paths.campaign(campaign.id), label: campaign.title },
          { to: paths.reminders(campaign.id), label: t('title') },
          { label: t('message.title') },
        ]}
      />
      <PageTitle
        under={campaign.title}
        lead={communes.length > 0 ? t('message.lead', { count: communes.length }) : t('print.everyone')}
      >
        {t('message.title')}
      </PageTitle>
      {communes.length > 0 ? (
        <>
          <p>{t('message.how')}</p>
          <Panel>
            <MessageTexts communes={communes} values={values} />
          </Panel>
          <RecordForm campaignId={campaign.id} noteId={noteId} via="message" />
        </>
      ) : null}
    </Main>
  )
}
