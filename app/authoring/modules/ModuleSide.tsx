import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { Tag } from '~/ui/Tag'
import { translationOf } from '../drafts/translation'
import { OpenComments } from '../editor/OpenComments'
import { textsOfModule } from './draft-module'
import { ModuleFaults } from './fault-words'
import type { ModuleEditorView } from './view-editor.server'

/** Beside a module's form: how far both languages are, what the check of the library says, what colleagues said. */
export function ModuleSide({ view }: { view: ModuleEditorView }) {
  const t = useT('modules')
  const studio = useT('studio')
  const { draft, comments, advice } = view
  const states = textsOfModule(draft.data).map((text) => translationOf(text, draft.confirmed))
  const outdated = states.filter((state) => state === 'outdated').length
  const missing = states.filter((state) => state !== 'outdated' && state !== 'done').length
  return (
    <aside id="editor-side">
      <Panel title={studio('side.before')}>
        <p>
          {studio('side.translation')}{' '}
          {missing + outdated === 0 ? (
            <Tag kind="ok">{studio('translation.done')}</Tag>
          ) : (
            <Tag kind="care">{studio('side.texts', { missing, outdated })}</Tag>
          )}
        </p>
        {advice === null ? (
          <p className="small muted">{t('side.notYet')}</p>
        ) : advice.length === 0 ? (
          <p>
            <Tag kind="ok">{t('side.fine')}</Tag>
          </p>
        ) : (
          <details open>
            <summary>{t('side.advice', { count: advice.length })}</summary>
            <div className="small">
              <ModuleFaults id={draft.id} data={draft.data} faults={advice} />
            </div>
          </details>
        )}
        {draft.code && draft.baseId ? (
          <p className="small">
            <a href={paths.publishedModule(draft.code)}>{t('versions.see')}</a>
          </p>
        ) : null}
      </Panel>
      <OpenComments comments={comments} />
    </aside>
  )
}
