import type { ReactNode } from 'react'
import { paths } from '~/paths'
import { mainFormId } from '~/platform/http/handle'
import { formatDateTime } from '~/platform/i18n/format'
import { pick } from '~/platform/i18n/locale'
import { useLocale, useT } from '~/platform/i18n/react'
import { ButtonLink } from '~/ui/Button'
import { Columns } from '~/ui/Columns'
import { Crumbs } from '~/ui/Crumbs'
import { ErrorSummary } from '~/ui/ErrorSummary'
import { Main } from '~/ui/Main'
import { Note } from '~/ui/Note'
import { PageTitle } from '~/ui/PageTitle'
import { Tabs } from '~/ui/Tabs'
import { Tag } from '~/ui/Tag'
import { translationOf } from '../drafts/translation'
import autosaveUrl from '../editor/autosave.js?url'
import type { Typed } from '../editor/edit-draft.server'
import { EditorProvider } from '../editor/editor-context'
import { UndoRemoved } from '../editor/UndoRemoved'
import { textsIn } from '../items/item-texts'
import { FaultLinks } from './FaultLinks'
import { pageTree, taskFrom, treeOfTask } from './task-form'
import { taskLists } from './task-parts'
import { fieldAt, placeOf, taskPath, type TaskPlace } from './task-place'
import { faultsOfTask } from './to-scenario'
import { TaskSide } from './TaskSide'
import type { TaskEditorView } from './view-task-editor.server'

type TaskEditorProps = {
  view: TaskEditorView
  place: TaskPlace
  reply: Typed | null
  children: ReactNode
}

/** What was typed wrong is said at its field at once; what lacks only stands beside the form. */
const saidAtOnce = new Set(['fault.number', 'fault.expression', 'fault.rows', 'fault.memory'])

/** A page of a task's editor: a plain form, and beside it what the task still needs. */
export function TaskEditor({ view, place, reply, children }: TaskEditorProps) {
  const t = useT('studio')
  const own = useT('tasks')
  const locale = useLocale()
  const { draft, others } = view
  const whole = treeOfTask(draft.data)
  const shown = reply
    ? pageTree(reply.tree, place.page, place.screen)
    : pageTree(whole, place.page, place.screen)
  const read = reply ? taskFrom(shown, draft.data) : { data: draft.data }
  const data = 'data' in read ? read.data : draft.data
  const faults = faultsOfTask(data)
  const errors: Record<string, string> = {}
  for (const { key, path } of faults)
    if (path && saidAtOnce.has(key) && samePlace(placeOf(path, data), place))
      errors[fieldAt(shown, place, path, key === 'fault.rows')] = key
  Object.assign(errors, reply?.errors)
  const texts = new Map(textsIn(data).map((text) => [text.path, text]))
  const screen = data.screens.find(({ id }) => id === place.screen)
  return (
    <Main wide>
      <Crumbs
        items={[
          { to: paths.studio(), label: t('title') },
          ...(screen ? [{ to: paths.studioTask(draft.id), label: draft.title || own('edit.untitled') }] : []),
          {
            label: screen
              ? pick(screen.title, locale) || own('screen.untitled')
              : draft.title || own('edit.untitled'),
          },
        ]}
      />
      <PageTitle
        tag={<Tag kind={draft.state === 'returned' ? 'care' : 'plain'}>{t(`state.${draft.state}`)}</Tag>}
        under={
          <span id="save-state">
            {t('saved.at', { at: formatDateTime(draft.updatedAt), revision: draft.revision })}
          </span>
        }
        actions={
          <>
            <ButtonLink quiet to={paths.studioTaskTry(draft.id)}>
              {own('try.link')}
            </ButtonLink>
            <button className="btn" form={mainFormId} name="intent" value="send">
              {t('send')}
            </button>
          </>
        }
      >
        {screen
          ? own('screen.title', { title: pick(screen.title, locale) || own('screen.untitled') })
          : own(`page.${place.page as 'about'}`)}
      </PageTitle>
      <Tabs
        label={own('pages')}
        items={(['about', 'documents', 'scoring'] as const).map((page) => ({
          to: taskPath(draft.id, { page }),
          label: own(`tab.${page}`),
          current: page === place.page,
        }))}
      />
      <ErrorSummary
        errors={Object.entries(reply?.errors ?? {}).map(([name, key]) => ({
          fieldId: name,
          text: t(key as 'error.field'),
        }))}
      />
      {reply && reply.faults.length > 0 ? (
        <Note kind="stop" role="alert" title={t('send.faults')}>
          <FaultLinks id={draft.id} data={data} faults={reply.faults} />
        </Note>
      ) : null}
      {others.map(({ name, at }) => (
        <Note key={name} kind="care" title={t('others.title')}>
          {t('others.text', { name, at: formatDateTime(at) })}
        </Note>
      ))}
      {draft.state === 'review' || draft.state === 'approved' ? (
        <Note kind="care">{t('edit.backToWriting')}</Note>
      ) : null}
      <EditorProvider
        value={{
          tree: shown,
          errors,
          lists: taskLists,
          stateOf: (path) => {
            const text = texts.get(path)
            return text ? translationOf(text, draft.confirmed) : 'empty'
          },
        }}
      >
        <Columns kind="side">
          <form
            method="post"
            id={mainFormId}
            tabIndex={-1}
            data-autosave={t('autosave.saved')}
            data-waiting={t('autosave.waiting')}
            data-failed={t('autosave.failed')}
          >
            <button className="vh" name="intent" value="save" tabIndex={-1} aria-hidden="true" />
            <input type="hidden" name="seen" value={reply?.seen ?? draft.revision} />
            <input type="hidden" name="page" value={place.page} />
            <UndoRemoved removed={reply?.removed ?? null} />
            {children}
            <div className="row buttons stay">
              <button className="btn" name="intent" value="save">
                {t('save')}
              </button>
              <a href={paths.studio()}>{t('leave')}</a>
            </div>
          </form>
          <TaskSide view={view} data={data} faults={faults} />
        </Columns>
      </EditorProvider>
      <script type="module" src={autosaveUrl} />
    </Main>
  )
}

const samePlace = (one: TaskPlace, other: TaskPlace) => one.page === other.page && one.screen === other.screen
