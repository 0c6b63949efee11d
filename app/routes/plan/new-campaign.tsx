import { randomUUID } from 'node:crypto'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { campaignProvince, draftChoices } from '~/campaigns/draft-choices.server'
import { createDraft } from '~/campaigns/save-draft.server'
import { emptyDraft } from '~/campaigns/draft'
import { paths } from '~/paths'
import { now } from '~/platform/clock/now.server'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { vietnamDay } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { pageTitle } from '../page-title'
import { readDraft } from './draft-form.server'
import { DraftScreen } from './DraftScreen'

export const handle: RouteHandle = { desk: true, nav: 'campaigns', form: true }
export const meta = pageTitle('campaigns', 'new.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const choices = draftChoices(actor, campaignProvince(actor))
  return { choices, draft: emptyDraft(choices, vietnamDay(now())), draftId: randomUUID() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const form = await request.formData()
  const provinceCode = campaignProvince(actor)
  const read = readDraft(actor, provinceCode, form)
  if (read.help) return data(read.help)
  if (switchedLocale(context, form)) return data(read.asTyped)
  if (read.refused) return data(read.refused, 400)
  const id = await createDraft(actor, provinceCode, String(form.get('draftId') ?? ''), read.draft)
  return redirect(paths.campaign(id), 303)
}

export default function NewCampaign() {
  const { choices, draft, draftId } = useLoaderData<typeof loader>()
  const back = useActionData<typeof action>() ?? null
  const t = useT('campaigns')
  return (
    <DraftScreen
      title={t('new.title')}
      lead={t('new.lead')}
      crumb={[{ label: t('new.title') }]}
      choices={choices}
      draft={draft}
      back={back}
      draftId={back?.reply.typed.draftId ?? draftId}
      cancelTo={paths.campaigns()}
    />
  )
}
