import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listClasses } from '~/classes/list-classes.server'
import { StateTag } from '~/classes/StateTag'
import { daysText } from '~/classes/when'
import { paths } from '~/paths'
import { requireActor } from '~/platform/http/context.server'
import type { RouteHandle } from '~/platform/http/handle'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { EmptyState } from '~/ui/EmptyState'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Table } from '~/ui/Table'
import { pageTitle } from '../page-title'

export const handle: RouteHandle = { desk: true, nav: 'classes' }
export const meta = pageTitle('classes', 'title')

export async function loader({ context, request }: LoaderFunctionArgs) {
  const classes = listClasses(await requireActor(context, request))
  return { classes, deleted: new URL(request.url).searchParams.get('note') === 'deleted' }
}

export default function Classes() {
  const { classes, deleted } = useLoaderData<typeof loader>()
  const t = useT('classes')
  const locale = useLocale()
  const number = (value: number) => formatNumber(locale, value)
  const makeNew = <ButtonLink to={paths.newClass()}>{t('new.title')}</ButtonLink>
  return (
    <Main wide>
      {deleted ? (
        <Note kind="done" role="status">
          {t('note.deleted')}
        </Note>
      ) : null}
      <PageTitle
        actions={
          <>
            <a href={paths.classImport()}>{t('past.title')}</a>
            {classes.length > 0 ? makeNew : null}
          </>
        }
      >
        {t('title')}
      </PageTitle>
      {classes.length === 0 ? (
        <EmptyState title={t('list.empty')} text={t('list.emptyText')} action={makeNew} />
      ) : (
        <Table
          caption={t('list.caption')}
          captionHidden
          rows={classes}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'title',
              label: t('list.name'),
              cell: ({ id, title }) => <a href={paths.trainingClass(id)}>{title[locale]}</a>,
            },
            { key: 'days', label: t('list.days'), cell: ({ sessions }) => daysText(sessions) },
            {
              key: 'sessions',
              label: t('list.sessions'),
              align: 'end',
              cell: ({ sessions }) => number(sessions.length),
            },
            {
              key: 'people',
              label: t('list.people'),
              align: 'end',
              cell: ({ people, seats }) =>
                seats === null
                  ? number(people)
                  : t('list.ofSeats', { people: number(people), seats: number(seats) }),
            },
            { key: 'state', label: t('list.state'), cell: ({ state }) => <StateTag state={state} /> },
          ]}
        />
      )}
    </Main>
  )
}
