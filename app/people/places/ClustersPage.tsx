import { paths } from '~/paths'
import { fieldProps, summaryOf, type FormReply } from '~/platform/http/form-reply'
import { mainFormId } from '~/platform/http/handle'
import { formatNumber } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { Crumbs } from '~/ui/Crumbs'
import { EmptyState } from '~/ui/EmptyState'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import { HiddenFields } from '~/ui/HiddenFields'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import type { ClustersView } from './clusters.server'

export type ClustersDone = { note: 'saved' | 'deleted'; name: string; moved: number } | null
type Props = { view: ClustersView; done: ClustersDone; reply?: FormReply }

/** The clusters of a province in their order, and a form that makes one more. */
export function ClustersPage({ view: { province, clusters, alone }, done, reply }: Props) {
  const t = useT('clusters')
  const locale = useLocale()
  const field = fieldProps(t, reply)
  const number = (value: number) => formatNumber(locale, value)
  const inClusters = clusters.reduce((sum, { names }) => sum + names.length, 0)
  return (
    <Main wide>
      <ErrorSummary errors={summaryOf(field, ['name'])} />
      <Crumbs items={[{ to: paths.desk(), label: t('crumb.desk') }, { label: t('title') }]} />
      {done ? (
        <Note kind="done" role="status">
          {t(`done.${done.note}`, { name: done.name })}
          {done.moved > 0 ? ` ${t('done.moved', { count: done.moved })}` : ''}
        </Note>
      ) : null}
      <PageTitle
        under={province}
        lead={
          clusters.length > 0
            ? t('lead', { clusters: clusters.length, communes: number(inClusters), alone: number(alone) })
            : undefined
        }
      >
        {t('title')}
      </PageTitle>
      <p className="muted">{t('what')}</p>
      {clusters.length === 0 ? (
        <EmptyState title={t('empty.title')} text={t('empty.text')} />
      ) : (
        <Panel>
          <Table
            caption={t('caption')}
            rows={clusters}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'name',
                label: t('name'),
                cell: ({ id, name }) => <a href={paths.cluster(id)}>{name}</a>,
              },
              {
                key: 'count',
                label: t('count'),
                align: 'end',
                cell: ({ names }) => number(names.length),
              },
              {
                key: 'communes',
                label: t('communes'),
                cell: ({ names }) => (names.length > 0 ? names.join(', ') : t('none')),
              },
              {
                key: 'order',
                label: t('order'),
                cell: ({ id, name }) => (
                  <OrderButtons id={id} name={name} ids={clusters.map((each) => each.id)} />
                ),
              },
            ]}
          />
        </Panel>
      )}
      <Panel title={t('new.title')}>
        <form method="post" id={mainFormId}>
          <HiddenFields values={{ intent: 'create' }} />
          <Field
            {...field('name')}
            label={t('name')}
            hint={t('new.hint')}
            width="medium"
            maxLength={120}
            autoComplete="off"
          />
          <ButtonRow>
            <Button quiet={clusters.length > 0}>{t('new.submit')}</Button>
          </ButtonRow>
        </form>
      </Panel>
      <p>
        <a href={paths.locations()}>{t('locations.link')}</a>
      </p>
    </Main>
  )
}

function OrderButtons({ id, name, ids }: { id: string; name: string; ids: string[] }) {
  const t = useT('clusters')
  return (
    <form method="post" className="row">
      <HiddenFields values={{ intent: 'order', id }} />
      {ids[0] === id ? null : (
        <button className="link" name="way" value="up" aria-label={t('up.of', { name })}>
          {t('up')}
        </button>
      )}
      {ids.at(-1) === id ? null : (
        <button className="link" name="way" value="down" aria-label={t('down.of', { name })}>
          {t('down')}
        </button>
      )}
    </form>
  )
}
