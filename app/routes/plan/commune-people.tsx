import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '~/paths'
import { listCommunePeople } from '~/people/persons/list-commune-people.server'
import { PersonTable } from '~/people/persons/PersonTable'
import { positionNames } from '~/people/positions/positions.server'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { can } from '~/platform/policy/policy'
import { ButtonLink } from '~/ui/Button'
import { Crumbs } from '~/ui/Crumbs'
import { EmptyState } from '~/ui/EmptyState'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Pagination } from '~/ui/Pagination'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'communes' }
export const meta = pageTitle(
  'people',
  'list.short',
  (data: Awaited<ReturnType<typeof loader>>) => data.commune.name,
)

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const page = Number(new URL(request.url).searchParams.get('page')) || 1
  return {
    ...listCommunePeople(actor, params.code ?? '', page),
    positions: positionNames(),
    mayEdit: can(actor, 'people.edit'),
  }
}

export default function CommunePeople() {
  const { commune, rows, page, pages, total, notActivated, positions, mayEdit } =
    useLoaderData<typeof loader>()
  const t = useT('people')
  const locale = useLocale()
  const slips =
    notActivated > 0 ? (
      <ButtonLink to={paths.communeSlips(commune.code)}>{t('commune.toSlips')}</ButtonLink>
    ) : undefined
  const add = mayEdit ? <a href={paths.newPerson({ commune: commune.code })}>{t('commune.add')}</a> : null
  return (
    <Main wide>
      <Crumbs
        items={[
          { to: paths.communes(), label: t('communes.title') },
          { to: paths.commune(commune.code), label: commune.name },
          { label: t('list.short') },
        ]}
      />
      <PageTitle
        lead={t('list.lead', {
          total: formatNumber(locale, total),
          waiting: formatNumber(locale, notActivated),
        })}
        actions={slips}
      >
        {t('list.title', { commune: commune.name })}
      </PageTitle>
      {total === 0 ? (
        <EmptyState title={t('commune.empty.title')} text={t('commune.empty.text')} action={add} />
      ) : (
        <>
          <PersonTable caption={t('list.caption')} rows={rows} positions={positions} maySlip />
          <Pagination
            page={page}
            pages={pages}
            hrefOf={(number) => paths.communePeople(commune.code, { page: number })}
          />
          {add ? <p>{add}</p> : null}
        </>
      )}
    </Main>
  )
}
