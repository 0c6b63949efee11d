import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deleteDraft } from '~/campaigns/delete-draft.server'
import { draftChoices } from '~/campaigns/draft-choices.server'
import { managedCampaign } from '~/campaigns/find-campaign.server'
import { updateDraft } from '~/campaigns/save-draft.server'
import { paths } from '~/paths'
import { reader } from '~/platform/db/db.server'
import { requireActor, switchedLocale } from '~/platform/http/context.server'
import { mainFormId, type RouteHandle } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ConfirmPanel } from '~/ui/ConfirmPanel'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { pageTitle } from '../page-title'
import { readDraft } from './draft-form.server'
import { DraftScreen } from './DraftScreen'

export const handle: RouteHandle = { desk: true, nav: 'campaigns', form: true }
export const meta = pageTitle('campaigns', 'edit.title')

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const campaign = managedCampaign(actor, reader, params.id!)
  if (campaign.state !== 'draft') throw redirect(paths.campaign(campaign.id))
  return { campaign, choices: draftChoices(actor, campaign.provinceCode) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActor(context, request)
  const form = await request.formData()
  const id = params.id!
  if (form.get('intent') === 'delete') {
    await deleteDraft(actor, id)
    return redirect(paths.campaigns(), 303)
  }
  const { provinceCode } = managedCampaign(actor, reader, id)
  if (form.get('intent') === 'ask-delete') {
    switchedLocale(context, form)
    return data({ deleting: true as const })
  }
  const read = readDraft(actor, provinceCode, form)
  if (read.help) return data({ back: read.help })
  if (switchedLocale(context, form)) return data({ back: read.asTyped })
  if (read.refused) return data({ back: read.refused }, 400)
  await updateDraft(actor, id, read.draft)
  return redirect(paths.campaign(id), 303)
}

export default function EditCampaign() {
  const { campaign, choices } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT('campaigns')
  if (answer && 'deleting' in answer) return <AskDelete id={campaign.id} title={campaign.title} />
  return (
    <DraftScreen
      title={t('edit.title')}
      crumb={[{ to: paths.campaign(campaign.id), label: campaign.title }, { label: t('edit.title') }]}
      choices={choices}
      draft={campaign}
      back={answer?.back ?? null}
      cancelTo={paths.campaign(campaign.id)}
    >
      <form method="post">
        <HiddenFields values={{ intent: 'ask-delete' }} />
        <Button quiet danger>
          {t('draft.delete')}
        </Button>
      </form>
    </DraftScreen>
  )
}

function AskDelete({ id, title }: { id: string; title: string }) {
  const t = useT('campaigns')
  return (
    <Main>
      <ConfirmPanel
        title={t('draft.deleteTitle')}
        what={<p>{t('draft.deleteWhat', { title })}</p>}
        confirmLabel={t('draft.delete')}
        cancelTo={paths.editCampaign(id)}
        fields={{ intent: 'delete' }}
      />
      <form method="post" id={mainFormId}>
        <HiddenFields values={{ intent: 'ask-delete' }} />
      </form>
    </Main>
  )
}
