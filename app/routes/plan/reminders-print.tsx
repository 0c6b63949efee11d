import { randomUUID } from 'node:crypto'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MissingSheets } from '~/campaigns/reminders/MissingSheets'
import { RecordForm } from '~/campaigns/reminders/RecordForm'
import { personValues } from '~/campaigns/reminders/remind-now.server'
import { recordNudges } from '~/campaigns/reminders/send-reminders.server'
import { factsOf, missingSheets } from '~/campaigns/reminders/view-reminders.server'
import { paths } from '~/paths'
import { now } from '~/platform/clock/now.server'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { originOf } from '~/platform/http/origin.server'
import { useT } from '~/platform/i18n/react'
import { Crumbs } from '~/ui/Crumbs'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { pageTitle } from '../page-title'
import { chosenCommunes, noteIdOf } from './chosen-communes.server'

export const handle: RouteHandle = { desk: true, nav: 'campaigns' }
export const meta = pageTitle('reminders', 'print.title')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { campaign, codes } = chosenCommunes(actor, request, params.id!)
  const { locale } = context.prefs
  const origin = originOf(request)
  return {
    campaign: factsOf(campaign, locale),
    sheets: missingSheets(actor, campaign, codes, locale),
    address: origin.replace(/^https?:\/\//, ''),
    minutes: personValues(campaign, locale, origin).minutes ?? '',
    at: now().toISOString(),
    noteId: randomUUID(),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const { campaign, codes } = chosenCommunes(actor, request, params.id!)
  const noteId = noteIdOf(await request.formData())
  const count = await recordNudges(actor, campaign.id, { noteId, codes }, 'list')
  return redirect(paths.reminders(campaign.id, { note: 'list', count }), 303)
}

export default function RemindersPrint() {
  const { campaign, sheets, noteId, ...more } = useLoaderData<typeof loader>()
  const t = useT('reminders')
  const campaigns = useT('campaigns')
  return (
    <Main wide>
      <div className="no-print">
        <Crumbs
          items={[
            { to: paths.campaigns(), label: campaigns('list.title') },
            { to: paths.campaign(campaign.id), label: campaign.title },
            { to: paths.reminders(campaign.id), label: t('title') },
            { label: t('print.title') },
          ]}
        />
        <PageTitle
          under={campaign.title}
          lead={sheets.length > 0 ? t('print.lead', { count: sheets.length }) : t('print.everyone')}
        >
          {t('print.title')}
        </PageTitle>
        {sheets.length > 0 ? (
          <>
            <Note kind="care">{t('print.care')}</Note>
            <RecordForm campaignId={campaign.id} noteId={noteId} via="list" />
          </>
        ) : null}
      </div>
      <MissingSheets campaign={campaign} sheets={sheets} {...more} />
    </Main>
  )
}
