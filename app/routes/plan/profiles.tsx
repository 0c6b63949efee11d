import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listProfiles, profileProvince } from '~/competency/list-profiles.server'
import { ProfilesPanel } from '~/competency/ProfilesTable'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { EmptyState } from '~/ui/EmptyState'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'profiles' }
export const meta = pageTitle('competency', 'profiles.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  return { groups: await listProfiles(actor, profileProvince(actor)) }
}

export default function Profiles() {
  const { groups } = useLoaderData<typeof loader>()
  const t = useT('competency')
  const own = groups.flatMap(({ positions }) => positions).filter((position) => position.own).length
  const positions = (
    <ButtonLink quiet to={paths.positions()}>
      {t('profiles.toPositions')}
    </ButtonLink>
  )
  return (
    <Main wide>
      <PageTitle
        lead={`${t('profiles.lead')} ${own > 0 ? t('profiles.own', { count: own }) : ''}`}
        under={t('profiles.proposal')}
        actions={groups.length > 0 ? positions : null}
      >
        {t('profiles.title')}
      </PageTitle>
      {groups.length === 0 ? (
        <EmptyState title={t('profiles.empty.title')} text={t('profiles.empty.text')} action={positions} />
      ) : null}
      {groups.map((group) => (
        <ProfilesPanel key={group.code} group={group} />
      ))}
    </Main>
  )
}
