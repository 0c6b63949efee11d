import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PaperSheet } from '~/campaigns/paper/PaperSheet'
import { viewPaperForm, type PrintedForm } from '~/campaigns/paper/view-paper-form.server'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { BackLink } from '~/ui/BackLink'
import { Main } from '~/ui/Main'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'campaigns' }
export const meta = pageTitle('paper', 'title', ({ form }: { form: PrintedForm }) =>
  [form.title, form.letter].join(' · '),
)

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const { id, position, form } = params
  return { form: viewPaperForm(actor, id!, position!, form!, context.prefs.locale) }
}

export default function PaperFormPage() {
  const { form } = useLoaderData<typeof loader>()
  const t = useT('paper')
  return (
    <Main>
      <div className="no-print">
        <BackLink to={paths.paper(form.campaign.id)}>{t('print.back')}</BackLink>
        <p>{t('print.help')}</p>
      </div>
      <PaperSheet form={form} />
    </Main>
  )
}
