import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '~/paths'
import { communeCounts, type CommuneCount } from '~/people/persons/commune-counts.server'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { can } from '~/platform/policy/policy'
import { ButtonLink } from '~/ui/Button'
import { EmptyState } from '~/ui/EmptyState'
import { Field } from '~/ui/Field'
import { Filters } from '~/ui/Filters'
import { Main } from '~/ui/Main'
import { PageTitle } from '~/ui/PageTitle'
import { Table, type SortDirection } from '~/ui/Table'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'communes' }
export const meta = pageTitle('people', 'communes.title')

const sorts = ['name', 'people', 'activated', 'waiting'] as const
type SortKey = (typeof sorts)[number]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request)
  const query = new URL(request.url).searchParams
  const filter = (query.get('filter') ?? '').slice(0, 80)
  const key = sorts.find((each) => each === query.get('sort')) ?? 'name'
  const direction: SortDirection = query.get('dir') === 'desc' ? 'desc' : 'asc'
  const counts = communeCounts(actor, filter)
  return {
    ...counts,
    communes: sorted(counts.communes, key, direction),
    filter,
    sort: { key, direction },
    mayImport: can(actor, 'roster.import'),
    mayEdit: can(actor, 'people.edit'),
  }
}

// The list comes by name, as Vietnamese sorts it: that order stays within equal figures.
function sorted(communes: CommuneCount[], key: SortKey, direction: SortDirection): CommuneCount[] {
  const sign = direction === 'desc' ? -1 : 1
  if (key === 'name') return sign === 1 ? communes : [...communes].reverse()
  const figure = ({ people, activated }: CommuneCount) =>
    key === 'people' ? people : key === 'activated' ? activated : people - activated
  return [...communes].sort((a, b) => sign * (figure(a) - figure(b)))
}

export default function Communes() {
  const { province, communes, all, filter, sort, mayImport, mayEdit } = useLoaderData<typeof loader>()
  const t = useT('people')
  const reminders = useT('reminders')
  const locale = useLocale()
  const number = (value: number) => formatNumber(locale, value)
  const people = communes.reduce((sum, commune) => sum + commune.people, 0)
  const activated = communes.reduce((sum, commune) => sum + commune.activated, 0)
  const importing = mayImport ? (
    <ButtonLink to={paths.rosterImports()}>{t('communes.import')}</ButtonLink>
  ) : undefined
  const contacts = mayEdit ? (
    <ButtonLink quiet to={paths.communeContacts()}>
      {reminders('contacts')}
    </ButtonLink>
  ) : undefined
  const figures = { people: number(people), activated: number(activated) }
  const lead = filter
    ? t('communes.leadOne', figures)
    : t('communes.lead', { province, communes: number(all), ...figures })
  return (
    <Main wide>
      <PageTitle
        lead={lead}
        actions={
          contacts || importing ? (
            <>
              {contacts}
              {importing}
            </>
          ) : undefined
        }
      >
        {t('communes.title')}
      </PageTitle>
      {people === 0 && !filter ? (
        <EmptyState title={t('communes.empty.title')} text={t('communes.empty.text')} action={importing} />
      ) : null}
      {all > 1 ? (
        <Filters clearHref={filter ? paths.communes() : undefined}>
          <Field
            id="filter"
            name="filter"
            label={t('communes.find')}
            hint={t('communes.findHint')}
            defaultValue={filter}
            width="medium"
          />
        </Filters>
      ) : null}
      <Table
        caption={t('communes.title')}
        captionHidden
        rows={communes}
        rowKey={({ code }) => code}
        sort={sort}
        sortHref={(key, dir) => paths.communes({ sort: key, dir, filter })}
        empty={t('communes.none', { name: filter })}
        columns={[
          {
            key: 'name',
            label: t('communes.name'),
            sortable: true,
            cell: ({ code, name }) => <a href={paths.commune(code)}>{name}</a>,
          },
          {
            key: 'people',
            label: t('communes.people'),
            sortable: true,
            align: 'end',
            cell: (row) => <a href={paths.communePeople(row.code)}>{number(row.people)}</a>,
          },
          {
            key: 'activated',
            label: t('communes.activated'),
            sortable: true,
            align: 'end',
            cell: (row) => number(row.activated),
          },
          {
            key: 'waiting',
            label: t('communes.waiting'),
            sortable: true,
            align: 'end',
            cell: (row) => number(row.people - row.activated),
          },
        ]}
      />
    </Main>
  )
}
