import { paths } from '~/paths'
import { formatDateTime } from '~/platform/i18n/format'
import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { Tag } from '~/ui/Tag'
import type { DraftFault } from '../drafts/draft-kind'
import { translationOf } from '../drafts/translation'
import { textsIn } from '../items/item-texts'
import { FaultLinks } from './FaultLinks'
import type { TaskDraft } from './task-draft'
import type { TaskEditorView } from './view-task-editor.server'

type TaskSideProps = { view: TaskEditorView; data: TaskDraft; faults: DraftFault[] }

/** Beside the editor: what the task lacks, what playing it through shows, its screens, what was said of it. */
export function TaskSide({ view, data, faults }: TaskSideProps) {
  const t = useT('studio')
  const own = useT('tasks')
  const locale = useLocale()
  const { draft, comments } = view
  const states = textsIn(data).map((text) => translationOf(text, draft.confirmed))
  const missing = states.filter((state) => state === 'missingEn' || state === 'missingVi').length
  const outdated = states.filter((state) => state === 'outdated').length
  return (
    <aside id="editor-side">
      <Panel title={t('side.before')}>
        <ul className="bare-list">
          <li>
            {t('side.translation')}{' '}
            {missing + outdated === 0 ? (
              <Tag kind="ok">{t('translation.done')}</Tag>
            ) : (
              <Tag kind="care">{t('side.texts', { missing, outdated })}</Tag>
            )}
          </li>
          <li>
            {own('side.play')}{' '}
            <Tag kind={faults.length === 0 ? 'ok' : 'care'}>
              {faults.length === 0 ? own('side.whole') : own('side.faults', { count: faults.length })}
            </Tag>
          </li>
        </ul>
        {faults.length > 0 ? <FaultLinks id={draft.id} data={data} faults={faults} /> : null}
        <p className="small">
          <a href={paths.studioTaskTry(draft.id)}>{own('try.link')}</a> ·{' '}
          <a href={paths.studioReview(draft.id)}>{t('side.history')}</a>
        </p>
      </Panel>
      <Panel title={own('side.screens')}>
        <ol>
          {draft.data.screens.map(({ id, title }) => (
            <li key={id}>
              <a href={paths.studioTaskScreen(draft.id, id)}>
                {pick(title, locale) || own('screen.untitled')}
              </a>
            </li>
          ))}
        </ol>
      </Panel>
      {comments.length > 0 ? (
        <Panel title={t('comments.title')}>
          {comments.map((comment) => (
            <p key={comment.id} className="small">
              <b>{comment.name}</b> <span className="muted">{formatDateTime(comment.at)}</span>
              <br />
              {comment.text}
            </p>
          ))}
        </Panel>
      ) : null}
    </aside>
  )
}
