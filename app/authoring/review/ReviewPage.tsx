import type { DraftItem } from '~/assessment/item'
import { paths } from '~/paths'
import { formatDateTime } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { Button, ButtonLink } from '~/ui/Button'
import { Crumbs } from '~/ui/Crumbs'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Panel } from '~/ui/Panel'
import { TextArea } from '~/ui/TextArea'
import { DiffTable } from '../diff/DiffTable'
import { editorPath, publishedPath } from '../drafts/draft-path'
import { StateTag } from '../drafts/StudioPage'
import { CommentsPanel } from './CommentsPanel'
import { DraftShown } from './DraftShown'
import type { ReviewView } from './view-review.server'

export const reviewNotes = ['sent', 'approved', 'returned', 'changed', 'ownWork', 'commented'] as const
export type ReviewNote = (typeof reviewNotes)[number]

type ReviewPageProps = {
  view: ReviewView
  note: ReviewNote | null
  commentId: string
  /** What was typed for a verdict that could not be taken. */
  typed: { text: string; error: boolean } | null
  /** The version that was published since this draft began. */
  newer: string | null
}

/** A draft before it is published: what it changes, what colleagues say, the verdict, the revisions. */
export function ReviewPage({ view, note, commentId, typed, newer }: ReviewPageProps) {
  const t = useT('studio')
  const { draft, changes, from, reviews, revisions } = view
  const open = draft.state !== 'published' && !draft.deletedAt
  return (
    <Main wide>
      <Crumbs items={[{ to: paths.studio(), label: t('title') }, { label: draft.code || t('item.new') }]} />
      <PageTitle
        tag={<StateTag state={draft.state} />}
        under={t('saved.at', { at: formatDateTime(draft.updatedAt), revision: draft.revision })}
        actions={
          open ? (
            <ButtonLink quiet to={editorPath[draft.kind](draft.id)}>
              {t('review.edit')}
            </ButtonLink>
          ) : null
        }
      >
        {t('review.title', { code: draft.code || t('item.new') })}
      </PageTitle>
      {note ? (
        <Note kind={note === 'changed' || note === 'ownWork' ? 'care' : 'done'} role="status">
          {t(`note.${note}`)}
        </Note>
      ) : null}
      {draft.state === 'published' && draft.publishedId ? (
        <Note kind="done">
          {t('review.published', { id: draft.publishedId })}{' '}
          <a href={publishedPath[draft.kind](draft.code)}>{t('review.seePublished')}</a>
        </Note>
      ) : null}
      <Verdict view={view} typed={typed} newer={newer} />
      <DraftShown draft={draft} module={view.module} />
      {changes ? (
        <Panel
          title={
            from === null
              ? t('diff.fromBase', { id: draft.baseId ?? '' })
              : t('diff.fromRevision', { number: from })
          }
        >
          <DiffTable
            rows={changes}
            before={from === null ? (draft.baseId ?? '') : t('revision', { number: from })}
            after={t('revision', { number: draft.revision })}
          />
        </Panel>
      ) : null}
      <CommentsPanel view={view} commentId={commentId} />
      <Panel title={t('history.title')}>
        <ul className="bare-list">
          {reviews.map((each, i) => (
            <li key={i}>
              {t(`history.${each.verdict}`, {
                name: each.name ?? t('account.gone'),
                at: formatDateTime(each.at),
                number: each.revision,
              })}
              {each.text ? <div className="small kept-lines">{each.text}</div> : null}
            </li>
          ))}
          {revisions.map(({ number, at, name }) => (
            <li key={number}>
              {t('history.saved', { number, name: name ?? t('account.gone'), at: formatDateTime(at) })}{' '}
              {number < draft.revision ? (
                <a href={paths.studioReview(draft.id, { from: number })}>
                  {t('history.compare')}
                  <span className="vh"> {number}</span>
                </a>
              ) : null}
            </li>
          ))}
        </ul>
      </Panel>
    </Main>
  )
}

/** What publishing does for those who learn or answer. */
function publishedHow({
  kind,
  data,
}: ReviewView['draft']): 'measure' | 'teach' | 'module' | 'form' | 'practice' {
  if (kind !== 'item') return kind
  return (data as DraftItem).purpose === 'measure' ? 'measure' : 'teach'
}

function Verdict({ view, typed, newer }: Pick<ReviewPageProps, 'view' | 'typed' | 'newer'>) {
  const t = useT('studio')
  const { draft, mayReview, ownWork } = view
  const seen = <input type="hidden" name="seen" value={draft.revision} />
  if (draft.state === 'review' && mayReview)
    return (
      <Panel title={t('verdict.title')}>
        <form method="post">
          {seen}
          <TextArea
            id="text"
            name="text"
            rows={3}
            label={t('verdict.text')}
            hint={t('verdict.hint')}
            defaultValue={typed?.text}
            error={typed?.error ? t('verdict.needed') : undefined}
          />
          <div className="row buttons">
            <Button name="intent" value="approve">
              {t('verdict.approve')}
            </Button>
            <Button quiet name="intent" value="return">
              {t('verdict.return')}
            </Button>
          </div>
        </form>
      </Panel>
    )
  if (draft.state === 'review') return <Note>{t(ownWork ? 'verdict.own' : 'verdict.wait')}</Note>
  if (draft.state !== 'approved') return null
  return (
    <Panel title={t('publish.title')}>
      {newer ? (
        <Note kind="care" role="alert" title={t('publish.newer', { id: newer })}>
          {t('publish.newerText')}
        </Note>
      ) : null}
      <p>{t(`publish.${publishedHow(draft)}`)}</p>
      <form method="post">
        {seen}
        {newer ? <input type="hidden" name="over" value={newer} /> : null}
        <Button name="intent" value="publish">
          {t(newer ? 'publish.anyway' : 'publish.do')}
        </Button>
      </form>
    </Panel>
  )
}
