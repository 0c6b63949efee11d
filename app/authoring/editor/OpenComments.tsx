import { formatDateTime } from '~/platform/i18n/format'
import { useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import type { CommentRow } from '../review/view-review.server'

/** What colleagues said of a draft and nobody has dealt with yet. */
export function OpenComments({ comments }: { comments: CommentRow[] }) {
  const t = useT('studio')
  if (comments.length === 0) return null
  return (
    <Panel title={t('comments.title')}>
      {comments.map((comment) => (
        <p key={comment.id} className="small">
          <b>{comment.name ?? t('account.gone')}</b>{' '}
          <span className="muted">{formatDateTime(comment.at)}</span>
          <br />
          {comment.text}
        </p>
      ))}
    </Panel>
  )
}
