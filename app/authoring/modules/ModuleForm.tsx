import type { ReactNode } from 'react'
import { paths } from '~/paths'
import { mainFormId } from '~/platform/http/handle'
import { useT } from '~/platform/i18n/react'
import { translationOf } from '../drafts/translation'
import type { DraftRow } from '../drafts/find-draft.server'
import type { Typed } from '../editor/edit-draft.server'
import { EditorProvider } from '../editor/editor-context'
import { UndoRemoved } from '../editor/UndoRemoved'
import type { Tree } from '../form/form-tree'
import { textsOfModule, type DraftModule } from './draft-module'
import { moduleFrom, moduleLists } from './module-tree'

type ModuleFormProps = {
  draft: Omit<DraftRow, 'data'> & { data: DraftModule }
  /** Which part of the module the form has. */
  only: 'about' | 'lesson' | 'quiz' | 'figures'
  tree: Tree
  reply: Typed | null
  /** Beside `save`. */
  buttons?: ReactNode
  children: ReactNode
}

/** The form of a part of a module, with what its fields say of their translation. */
export function ModuleForm({ draft, only, tree, reply, buttons, children }: ModuleFormProps) {
  const t = useT('studio')
  const said = moduleFrom({ ...tree, only }, draft.data)
  const texts = new Map(
    textsOfModule('data' in said ? said.data : draft.data).map((text) => [text.path, text]),
  )
  const stateOf = (path: string) => {
    const text = texts.get(path)
    return text ? translationOf(text, draft.confirmed) : 'empty'
  }
  return (
    <EditorProvider value={{ tree, errors: reply?.errors ?? {}, lists: moduleLists, stateOf }}>
      <form
        method="post"
        id={mainFormId}
        tabIndex={-1}
        data-autosave={t('autosave.saved')}
        data-waiting={t('autosave.waiting')}
        data-failed={t('autosave.failed')}
      >
        <button className="vh" name="intent" value="save" tabIndex={-1} aria-hidden="true" />
        <input type="hidden" name="only" value={only} />
        <input type="hidden" name="seen" value={reply?.seen ?? draft.revision} />
        <UndoRemoved removed={reply?.removed ?? null} />
        {children}
        <div className="row buttons stay">
          <button className="btn" name="intent" value="save">
            {t('save')}
          </button>
          {buttons}
          <a href={paths.studio()}>{t('leave')}</a>
        </div>
      </form>
    </EditorProvider>
  )
}
