import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listMissing, type MissingList } from '~/campaigns/list-missing.server'
import { MissingTable } from '~/campaigns/MissingTable'
import { paths } from '~/paths'
import { now } from '~/platform/clock/now.server'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { formatDateTime } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { Crumbs } from '~/ui/Crumbs'
import { Filters } from '~/ui/Filters'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Pagination } from '~/ui/Pagination'
import { Panel } from '~/ui/Panel'
import { Select } from '~/ui/Select'
import { Tag } from '~/ui/Tag'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'campaigns' }
export const meta = pageTitle('campaigns', 'missing.title')

const perPage = 100

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const query = new URL(request.url).searchParams
  const list = listMissing(actor, params.id!, query.get('commune') || null, context.prefs.locale)
  const onePage = list.communeCode !== null || list.communes.length === 1
  const pages = onePage ? 1 : Math.max(1, Math.ceil(list.people.length / perPage))
  const page = Math.min(Math.max(1, Math.trunc(Number(query.get('page'))) || 1), pages)
  const people = onePage ? list.people : list.people.slice((page - 1) * perPage, page * perPage)
  return { list: { ...list, people }, total: list.people.length, page, pages, at: now().toISOString() }
}

export default function Missing() {
  const { list, total, page, pages, at } = useLoaderData<typeof loader>()
  const t = useT('campaigns')
  const { campaign, communes, communeCode } = list
  const chosen =
    communes.find(({ code }) => code === communeCode) ?? (communes.length === 1 ? communes[0] : undefined)
  return (
    <Main wide>
      <Crumbs
        items={[
          { to: paths.campaigns(), label: t('list.title') },
          { to: paths.campaign(campaign.id), label: campaign.title },
          { label: t('missing.title') },
        ]}
      />
      <PageTitle
        under={[campaign.title, chosen?.name].filter(Boolean).join(' · ')}
        lead={
          <>
            {total > 0 ? t('missing.lead', { count: total }) : t('missing.leadDone')}{' '}
            {t('missing.asOf', { at: formatDateTime(at) })}{' '}
            {campaign.state === 'closed' ? t('missing.closed') : null}
          </>
        }
        actions={
          <ButtonLink to={paths.missingExport(campaign.id, { commune: communeCode ?? undefined })} download>
            {t('missing.export')}
          </ButtonLink>
        }
      >
        {t('missing.title')}
      </PageTitle>
      {communes.length > 1 ? <CommuneFilter list={list} /> : null}
      {total > 0 ? (
        <>
          <p className="small muted">{t('missing.care')}</p>
          <MissingTable people={list.people} communeShown={!chosen} />
          <Pagination page={page} pages={pages} hrefOf={(n) => paths.missing(campaign.id, { page: n })} />
          <p className="small no-print">
            {chosen ? (
              <a href={paths.communeSlips(chosen.code)}>{t('missing.slips', { name: chosen.name })}</a>
            ) : (
              t('missing.printHint')
            )}
          </p>
        </>
      ) : null}
      {list.communeForms ? <MissingForms forms={list.communeForms} /> : null}
    </Main>
  )
}

function CommuneFilter({ list: { campaign, communes, communeCode } }: { list: MissingList }) {
  const t = useT('campaigns')
  return (
    <Filters submitLabel={t('missing.show')} clearHref={communeCode ? paths.missing(campaign.id) : undefined}>
      <Select
        id="commune"
        name="commune"
        label={t('missing.commune')}
        placeholder={t('missing.everyCommune')}
        defaultValue={communeCode ?? ''}
        options={communes.map(({ code, name }) => ({ value: code, label: name }))}
      />
    </Filters>
  )
}

function MissingForms({ forms }: { forms: NonNullable<MissingList['communeForms']> }) {
  const t = useT('campaigns')
  return (
    <Panel title={t('missing.forms')} id="forms">
      {forms.length === 0 ? (
        <p>{t('missing.formsNone')}</p>
      ) : (
        <ul>
          {forms.map(({ code, name, started }) => (
            <li key={code}>
              <a href={paths.commune(code)}>{name}</a>{' '}
              {started ? <Tag kind="now">{t('form.started')}</Tag> : null}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
