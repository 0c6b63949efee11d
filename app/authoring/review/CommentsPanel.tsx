import { formatDateTime } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { Button } from '~/ui/Button'
import { Panel } from '~/ui/Panel'
import { Select } from '~/ui/Select'
import { Tag } from '~/ui/Tag'
import { TextArea } from '~/ui/TextArea'
import { fieldName } from '../diff/field-name'
import { kindOf } from '../drafts/kinds'
import { nameOfPath } from '../form/form-tree'
import type { ReviewView } from './view-review.server'

/** What colleagues say of a draft and its parts. */
export function CommentsPanel({ view, commentId }: { view: ReviewView; commentId: string }) {
  const t = useT('studio')
  const { draft, comments } = view
  const { treeOf, textsOf } = kindOf(draft.kind)
  const tree = treeOf(draft.data)
  const partOf = (path: string) => fieldName(nameOfPath(tree, path), t)
  return (
    <Panel title={t('comments.title')} id="comments">
      {comments.length === 0 ? <p className="muted">{t('comments.none')}</p> : null}
      <ul className="bare-list">
        {comments.map((comment) => (
          <li key={comment.id}>
            <b>{comment.name ?? t('account.gone')}</b>{' '}
            <span className="muted small">
              {formatDateTime(comment.at)} · {t('revision', { number: comment.revision })}
              {comment.path ? ` · ${partOf(comment.path)}` : ''}
            </span>{' '}
            {comment.resolvedAt ? <Tag kind="ok">{t('comments.resolved')}</Tag> : null}
            <div className="kept-lines">{comment.text}</div>
            <form method="post" className="in-row">
              <input type="hidden" name="comment" value={comment.id} />
              <button className="link" name="intent" value={comment.resolvedAt ? 'reopen' : 'resolve'}>
                {t(comment.resolvedAt ? 'comments.reopen' : 'comments.resolve')}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post">
        <input type="hidden" name="comment" value={commentId} />
        <Select
          id="path"
          name="path"
          label={t('comments.part')}
          placeholder={t('comments.whole')}
          options={textsOf(draft.data).map(({ path }) => ({ value: path, label: partOf(path) }))}
        />
        <TextArea
          id="comment-text"
          name="text"
          rows={3}
          label={t('comments.text')}
          maxLength={2000}
          required
        />
        <Button quiet name="intent" value="comment">
          {t('comments.add')}
        </Button>
      </form>
    </Panel>
  )
}
