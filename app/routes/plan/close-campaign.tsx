import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { closeCampaign } from '~/campaigns/close-campaign.server'
import { extensionSchema } from '~/campaigns/draft'
import { extendCampaign } from '~/campaigns/extend-campaign.server'
import { managedCampaign } from '~/campaigns/find-campaign.server'
import { viewCampaign } from '~/campaigns/view-campaign.server'
import { paths } from '~/paths'
import { now } from '~/platform/clock/now.server'
import { reader } from '~/platform/db/db.server'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { fieldProps, summaryOf, typedIn } from '~/platform/http/form-reply'
import { parseForm, refusedForm } from '~/platform/http/parse-form.server'
import { mainFormId, type RouteHandle } from '~/platform/http/handle'
import { formatDate, formatNumber, vietnamDay } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ConfirmPanel } from '~/ui/ConfirmPanel'
import { Crumbs } from '~/ui/Crumbs'
import { DateField } from '~/ui/DateField'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'campaigns', form: true }
export const meta = pageTitle('campaigns', 'close.title')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { id, state } = managedCampaign(actor, reader, params.id!)
  if (state !== 'open') throw redirect(paths.campaign(id))
  const { title, closesOn, total } = viewCampaign(actor, id, context.prefs.locale)
  return { id, title, closesOn, total }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const form = await request.formData()
  const id = params.id!
  if (form.get('intent') === 'close') {
    await closeCampaign(actor, id)
    return redirect(paths.campaign(id), 303)
  }
  const { closesOn } = managedCampaign(actor, reader, id)
  if (switchedLocale(context, form)) return data({ reply: { typed: typedIn(form), errors: {} } })
  const { value, reply } = parseForm(form, extensionSchema(closesOn, vietnamDay(now())))
  if (reply) return refusedForm(reply)
  await extendCampaign(actor, id, value.closesOn)
  return redirect(paths.campaign(id), 303)
}

export default function CloseCampaign() {
  const { id, title, closesOn, total } = useLoaderData<typeof loader>()
  const t = useT('campaigns')
  const locale = useLocale()
  const field = fieldProps(t, useActionData<typeof action>()?.reply)
  const started = formatNumber(locale, total.started)
  const notSubmitted = formatNumber(locale, total.asked - total.submitted)
  return (
    <Main wide>
      <Crumbs
        items={[
          { to: paths.campaigns(), label: t('list.title') },
          { to: paths.campaign(id), label: title },
          { label: t('close.title') },
        ]}
      />
      <PageTitle under={title} lead={t('close.lead', { date: formatDate(closesOn) })}>
        {t('close.title')}
      </PageTitle>
      <ErrorSummary errors={summaryOf(field, ['closesOn'])} />
      <Panel title={t('extend.title')}>
        <form method="post" id={mainFormId} noValidate>
          <DateField {...field('closesOn')} label={t('extend.field')} />
          <Button>{t('extend.save')}</Button>
        </form>
      </Panel>
      <ConfirmPanel
        level={2}
        title={t('close.nowTitle')}
        what={
          <>
            <p>{t('close.open', { notSubmitted, started })}</p>
            <p>{t('close.what')}</p>
          </>
        }
        confirmLabel={t('close.confirm')}
        cancelTo={paths.campaign(id)}
        cancelLabel={t('close.cancel')}
        fields={{ intent: 'close' }}
      />
    </Main>
  )
}
