import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { myClasses } from '~/classes/my-classes.server'
import { MyClassList } from '~/classes/MyClassList'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { BackLink } from '~/ui/BackLink'
import { EmptyState } from '~/ui/EmptyState'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { nav: 'tasks' }
export const meta = pageTitle('classes', 'mine.title')

export async function loader({ context, request }: LoaderFunctionArgs) {
  return { classes: myClasses(await requireActor(context, request)) }
}

export default function MyClasses() {
  const { classes } = useLoaderData<typeof loader>()
  const t = useT('classes')
  return (
    <Main>
      <BackLink to={paths.tasks()}>{t('mine.back')}</BackLink>
      <PageTitle>{t('mine.title')}</PageTitle>
      {classes.length === 0 ? (
        <EmptyState title={t('mine.empty')} text={t('mine.emptyText')} />
      ) : (
        <MyClassList classes={classes} />
      )}
    </Main>
  )
}
