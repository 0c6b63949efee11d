import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { Tag } from '~/ui/Tag'
import { translationOf } from '../drafts/translation'
import { OpenComments } from '../editor/OpenComments'
import type { Tree } from '../form/form-tree'
import { draftQuestions, type DraftForm } from './draft-form'
import { estimateMinutes } from './estimate-minutes'
import { useFormFault } from './form-fault'
import { textsOfForm, wholeForm } from './whole-form'
import type { FormEditorView } from './view-form-editor.server'

/** Beside the editor of a form: how long it takes, how far both languages are, what lacks, what was said of it. */
export function FormSide({ view, data, tree }: { view: FormEditorView; data: DraftForm; tree: Tree }) {
  const t = useT('studio')
  const f = useT('forms')
  const faultText = useFormFault()
  const { draft, comments } = view
  const states = textsOfForm(data).map((text) => translationOf(text, draft.confirmed))
  const outdated = states.filter((state) => state === 'outdated').length
  const missing = states.filter((state) => state !== 'outdated' && state !== 'done').length
  const whole = wholeForm(data)
  const faults = 'faults' in whole ? whole.faults.filter(({ key }) => !key.startsWith('fault.empty')) : []
  return (
    <aside id="editor-side">
      <Panel title={t('side.before')}>
        <p>
          {f('side.length', { count: draftQuestions(data).length, minutes: estimateMinutes(data.sections) })}
        </p>
        <p>
          {t('side.translation')}{' '}
          {missing + outdated === 0 ? (
            <Tag kind="ok">{t('translation.done')}</Tag>
          ) : (
            <Tag kind="care">{t('side.texts', { missing, outdated })}</Tag>
          )}
        </p>
        {faults.length > 0 ? (
          <details open>
            <summary>{f('side.faults', { count: faults.length })}</summary>
            <ul className="small">
              {faults.map((fault, i) => (
                <li key={i}>{faultText(fault, tree)}</li>
              ))}
            </ul>
          </details>
        ) : null}
        <p className="small">
          <a href={paths.studioReview(draft.id)}>{t('side.history')}</a>
        </p>
      </Panel>
      <OpenComments comments={comments} />
    </aside>
  )
}
