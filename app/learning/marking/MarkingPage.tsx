import { paths } from '~/paths'
import { formatDate, formatDateTime } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { Crumbs } from '~/ui/Crumbs'
import { EmptyState } from '~/ui/EmptyState'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { wholePercent } from '../quiz/attempt'
import type { MarkingView } from './waiting.server'

/** Long answers that wait for marks, by item and without names; and those marked lately. */
export function MarkingPage({ view, saved }: { view: MarkingView; saved: boolean }) {
  const t = useT('marking')
  const desk = useT('campaigns')
  const { waiting, count, marked } = view
  return (
    <Main wide>
      <Crumbs items={[{ to: paths.desk(), label: desk('desk.title') }, { label: t('list.title') }]} />
      <PageTitle lead={count > 0 ? t('list.lead', { count }) : undefined}>{t('list.title')}</PageTitle>
      {saved ? (
        <Note kind="done" role="status">
          {t('saved')}
        </Note>
      ) : null}
      {waiting.length === 0 ? (
        <EmptyState title={t('list.empty')} text={t('list.emptyText')} />
      ) : (
        <Panel title={t('list.waiting')}>
          <p className="muted">{t('list.blind')}</p>
          <Table
            caption={t('list.waiting')}
            captionHidden
            rows={waiting}
            rowKey={({ itemId, module }) => `${itemId} ${module}`}
            columns={[
              {
                key: 'question',
                label: t('list.question'),
                cell: ({ first, question }) => <a href={paths.markAnswer(first)}>{question}</a>,
              },
              { key: 'module', label: t('list.module'), cell: ({ module }) => module },
              { key: 'count', label: t('list.count'), align: 'end', cell: (row) => row.count },
              {
                key: 'since',
                label: t('list.since'),
                cell: ({ since }) => <span className="num">{formatDate(since)}</span>,
              },
            ]}
          />
        </Panel>
      )}
      {marked.length > 0 ? (
        <Panel title={t('list.marked')}>
          <p className="muted">{t('list.markedText')}</p>
          <Table
            caption={t('list.marked')}
            captionHidden
            rows={marked}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'question',
                label: t('list.question'),
                cell: ({ id, question }) => <a href={paths.markAnswer(id)}>{question}</a>,
              },
              {
                key: 'at',
                label: t('list.markedAt'),
                cell: ({ at }) => <span className="num">{formatDateTime(at)}</span>,
              },
              {
                key: 'score',
                label: t('list.score'),
                align: 'end',
                cell: ({ score }) => `${wholePercent(score)}%`,
              },
            ]}
          />
        </Panel>
      ) : null}
    </Main>
  )
}
