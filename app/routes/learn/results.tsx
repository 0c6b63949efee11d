import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mySurveys } from '~/campaigns/my-surveys.server'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { formatDate } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { EmptyState } from '~/ui/EmptyState'
import { Main } from '~/ui/Main'
import { TaskList } from '~/ui/TaskList'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { nav: 'results' }
export const meta = pageTitle('results', 'list.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { submitted: mySurveys(actor, context.prefs.locale).filter(({ status }) => status === 'submitted') }
}

export default function Results() {
  const { submitted } = useLoaderData<typeof loader>()
  const t = useT('results')
  return (
    <Main>
      <h1>{t('list.title')}</h1>
      {submitted.length === 0 ? (
        <EmptyState
          title={t('list.empty.title')}
          text={t('list.empty.text')}
          action={<ButtonLink to={paths.tasks()}>{t('list.empty.do')}</ButtonLink>}
        />
      ) : (
        <TaskList
          items={submitted.map(({ campaignId, title, submittedAt }) => ({
            to: paths.result(campaignId),
            title,
            small: t('list.submitted', { date: formatDate(submittedAt!) }),
          }))}
        />
      )}
    </Main>
  )
}
