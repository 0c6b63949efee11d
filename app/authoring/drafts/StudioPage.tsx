import { ContentTabs } from '~/assessment/catalogue/ContentTabs'
import { paths } from '~/paths'
import { formatDateTime } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { ContentText } from '~/ui/ContentText'
import { EmptyState } from '~/ui/EmptyState'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { Select } from '~/ui/Select'
import { Table } from '~/ui/Table'
import { Tag, type TagKind } from '~/ui/Tag'
import type { DraftState } from './draft-kind'
import { editorPath } from './draft-path'
import type { DraftLine, StudioView } from './list-drafts.server'
import { startKinds } from './start-kinds'

const tagOf: Record<DraftState, TagKind> = {
  writing: 'plain',
  review: 'now',
  returned: 'care',
  approved: 'ok',
  published: 'ok',
}

export function StateTag({ state }: { state: DraftState }) {
  const t = useT('studio')
  return <Tag kind={tagOf[state]}>{t(`state.${state}`)}</Tag>
}

type StudioPageProps = {
  view: StudioView
  deleted: string | null
  note: 'restored' | null
  /** What was to be begun and cannot be: a long answer that measures. */
  refused: { kind: string; purpose: string } | null
}

/** What is being written, what waits, and what was thrown away. */
export function StudioPage({ view, deleted, note, refused }: StudioPageProps) {
  const t = useT('studio')
  const files = useT('interchange')
  const documents = useT('documents')
  const forms = useT('forms')
  const modules = useT('modules')
  const tasks = useT('tasks')
  const packs = useT('packs')
  const { mine, others, waiting, bin } = view
  const thrown = bin.find(({ id }) => id === deleted)
  return (
    <Main wide>
      <ContentTabs current="studio" />
      <PageTitle lead={t('desk.lead', { mine: mine.length, waiting: waiting.length })}>
        {t('title')}
      </PageTitle>
      <ErrorSummary errors={refused ? [{ fieldId: 'purpose', text: t('new.essayMeasure') }] : []} />
      {thrown ? (
        <Note kind="done" role="status" title={t('bin.done', { title: titleOf(thrown, t) })}>
          <DraftButton id={thrown.id} intent="restore" label={t('bin.undo')} />
        </Note>
      ) : null}
      {note ? (
        <Note kind="done" role="status">
          {t('bin.restored')}
        </Note>
      ) : null}
      <p>
        <a href={paths.questionImports()}>{files('imports.title')}</a> ·{' '}
        <a href={paths.studioDocuments()}>{documents('title')}</a> ·{' '}
        <a href={paths.exportQuestions()}>{files('export.title')}</a> ·{' '}
        <a href={paths.packs()}>{packs('export.title')}</a> ·{' '}
        <a href={paths.studioModules()}>{modules('published.title')}</a>
      </p>
      <Panel title={t('new.title')}>
        <form method="post" className="filters">
          <Select
            id="kind"
            name="kind"
            label={t('new.kind')}
            defaultValue={refused?.kind}
            options={startKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          />
          <Select
            id="purpose"
            name="purpose"
            label={t('new.purpose')}
            defaultValue={refused?.purpose}
            error={refused ? t('new.essayMeasure') : undefined}
            options={(['teach', 'measure'] as const).map((each) => ({
              value: each,
              label: t(`purpose.${each}`),
            }))}
          />
          <div className="row">
            <Button name="intent" value="start">
              {t('new.start')}
            </Button>
          </div>
        </form>
        <div className="row">
          <form method="post" action={paths.studioModules()} className="in-row">
            <Button quiet>{modules('new.start')}</Button>
          </form>
          <form method="post" action={paths.forms()} className="in-row">
            <Button quiet>{forms('start')}</Button>
          </form>
          {(['teach', 'measure'] as const).map((purpose) => (
            <form key={purpose} method="post" className="in-row">
              <input type="hidden" name="intent" value="startTask" />
              <Button quiet name="purpose" value={purpose}>
                {tasks(`new.${purpose}`)}
              </Button>
            </form>
          ))}
        </div>
      </Panel>
      {waiting.length > 0 ? (
        <Panel title={t('desk.waiting')}>
          <Drafts rows={waiting} caption={t('desk.waiting')} review />
        </Panel>
      ) : null}
      <Panel title={t('desk.mine')}>
        {mine.length > 0 ? (
          <Drafts rows={mine} caption={t('desk.mine')} />
        ) : (
          <EmptyState level={3} title={t('desk.noneMine')} text={t('desk.noneMineText')} />
        )}
      </Panel>
      {others.length > 0 ? (
        <Panel title={t('desk.others')}>
          <Drafts rows={others} caption={t('desk.others')} />
        </Panel>
      ) : null}
      {bin.length > 0 ? (
        <details>
          <summary>{t('bin.title', { count: bin.length })}</summary>
          <ul className="bare-list">
            {bin.map((draft) => (
              <li key={draft.id}>
                <ContentText text={titleOf(draft, t)} />{' '}
                <DraftButton id={draft.id} intent="restore" label={t('bin.undo')} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Main>
  )
}

function titleOf({ title, code }: DraftLine, t: ReturnType<typeof useT<'studio'>>): string {
  return title || code || t('draft.untitled')
}

function Drafts({ rows, caption, review }: { rows: DraftLine[]; caption: string; review?: boolean }) {
  const t = useT('studio')
  return (
    <Table
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          label: t('draft.title'),
          cell: (draft) => (
            <a
              href={
                review || draft.state !== 'writing'
                  ? paths.studioReview(draft.id)
                  : editorPath[draft.kind](draft.id)
              }
            >
              <ContentText text={titleOf(draft, t)} />
            </a>
          ),
        },
        {
          key: 'for',
          label: t('field.competency'),
          cell: ({ competency, level }) =>
            [competency, level && t('draft.level', { level })].filter(Boolean).join(' · ') || '—',
        },
        { key: 'state', label: t('draft.state'), cell: ({ state }) => <StateTag state={state} /> },
        { key: 'author', label: t('draft.author'), cell: ({ author }) => author ?? t('account.gone') },
        {
          key: 'at',
          label: t('draft.saved'),
          cell: ({ updatedAt }) => <span className="num">{formatDateTime(updatedAt)}</span>,
        },
        {
          key: 'do',
          label: t('draft.actions'),
          labelHidden: true,
          cell: (draft) => (
            <div className="row">
              <DraftButton id={draft.id} intent="copy" label={t('draft.copy')} what={titleOf(draft, t)} />
              <DraftButton id={draft.id} intent="delete" label={t('draft.delete')} what={titleOf(draft, t)} />
            </div>
          ),
        },
      ]}
    />
  )
}

type DraftButtonProps = { id: string; intent: 'copy' | 'delete' | 'restore'; label: string; what?: string }

function DraftButton({ id, intent, label, what }: DraftButtonProps) {
  return (
    <form method="post" className="in-row">
      <input type="hidden" name="draft" value={id} />
      <button className="link" name="intent" value={intent}>
        {label}
        {what ? (
          <span className="vh">
            : <ContentText text={what} />
          </span>
        ) : null}
      </button>
    </form>
  )
}
