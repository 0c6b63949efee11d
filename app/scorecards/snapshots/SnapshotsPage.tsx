import { paths } from '~/paths'
import { fieldProps, summaryOf, type FormReply } from '~/platform/http/form-reply'
import { mainFormId } from '~/platform/http/handle'
import { formatDate } from '~/platform/i18n/format'
import { useLocale, useT } from '~/platform/i18n/react'
import { Button, ButtonLink } from '~/ui/Button'
import { ButtonRow } from '~/ui/ButtonRow'
import { ConfirmPanel } from '~/ui/ConfirmPanel'
import { EmptyState } from '~/ui/EmptyState'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Field } from '~/ui/Field'
import { HiddenFields } from '~/ui/HiddenFields'
import { LanguageForm } from '~/ui/LanguageForm'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Table } from '~/ui/Table'
import { DoneNote, ScorecardTabs } from '../views/ProvinceNotes'
import type { SnapshotsView } from './view-snapshots.server'

type Props = { view: SnapshotsView; reply?: FormReply | null; note: string | null }

/** The times at which a province took its scores, and taking them now. */
export function SnapshotsPage({ view, reply, note }: Props) {
  const t = useT('scorecard')
  const locale = useLocale()
  const { snapshots, version, today, removal, removed } = view
  const field = fieldProps(t, reply)
  const [newest] = snapshots
  return (
    <Main wide>
      <ErrorSummary errors={summaryOf(field, ['title'])} />
      <PageTitle
        lead={
          newest
            ? t('snapshots.lead', {
                count: snapshots.length,
                title: newest.title,
                day: formatDate(newest.day),
              })
            : t('snapshots.lead.none')
        }
      >
        {t('tab.snapshots')}
      </PageTitle>
      <ScorecardTabs current="snapshots" />
      <DoneNote note={note} known={['taken', 'restored']} />
      {removed ? (
        <Note kind="done" role="status" title={t('snapshots.removed', { title: removed.title })}>
          <form method="post">
            <HiddenFields values={{ intent: 'restore', id: removed.id }} />
            <Button quiet>{t('action.undo')}</Button>
          </form>
        </Note>
      ) : null}
      {removal ? (
        <ConfirmPanel
          level={2}
          title={t('snapshots.remove.title', { title: removal.title })}
          what={<p>{t('snapshots.remove.text')}</p>}
          confirmLabel={t('snapshots.remove')}
          cancelTo={paths.scorecardSnapshots()}
          fields={{ intent: 'remove', id: removal.id }}
        />
      ) : null}
      {version ? (
        <Panel title={t('snapshot.take')}>
          <p className="muted">
            {t('snapshots.what', {
              day: formatDate(today),
              title: version.title[locale],
              number: version.number,
            })}
          </p>
          <form method="post" id={mainFormId} noValidate>
            <HiddenFields values={{ intent: 'take' }} />
            <Field
              {...field('title')}
              label={t('snapshots.name')}
              hint={t('snapshots.name.hint')}
              maxLength={120}
              width="medium"
            />
            <ButtonRow>
              <Button>{t('snapshots.take')}</Button>
            </ButtonRow>
          </form>
        </Panel>
      ) : (
        <>
          <LanguageForm />
          <EmptyState
            title={t('snapshots.noVersion')}
            text={t('snapshots.noVersion.text')}
            action={<ButtonLink to={paths.scorecardCriteria()}>{t('tab.criteria')}</ButtonLink>}
          />
        </>
      )}
      {snapshots.length > 0 ? (
        <Panel title={t('snapshots.list')}>
          <Table
            caption={t('snapshots.caption')}
            captionHidden
            rows={snapshots}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'title',
                label: t('snapshots.name'),
                cell: ({ id, title }) => <a href={paths.scorecards({ snapshot: id })}>{title}</a>,
              },
              { key: 'day', label: t('snapshots.day'), cell: ({ day }) => formatDate(day) },
              {
                key: 'version',
                label: t('history.version'),
                cell: ({ version: number }) => (
                  <a href={paths.scorecardCriteria({ version: number })}>{number}</a>
                ),
              },
              {
                key: 'remove',
                label: t('snapshots.remove'),
                labelHidden: true,
                cell: ({ id, title }) => (
                  <a href={paths.scorecardSnapshots({ id, ask: 'remove' })}>
                    {t('snapshots.remove')}
                    <span className="vh"> {title}</span>
                  </a>
                ),
              },
            ]}
          />
        </Panel>
      ) : null}
    </Main>
  )
}
