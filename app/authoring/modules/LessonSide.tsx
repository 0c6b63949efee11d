import { useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { Tag } from '~/ui/Tag'
import { OpenComments } from '../editor/OpenComments'
import { useModuleText, useWhere } from './fault-words'
import { LessonShown } from './LessonShown'
import type { LessonEditorView } from './view-editor.server'

/** Beside a lesson's form: what the standard of lessons still wants, and the lesson as it is read on a phone. */
export function LessonSide({ view }: { view: LessonEditorView }) {
  const t = useT('modules')
  const studio = useT('studio')
  const text = useModuleText()
  const where = useWhere(view.draft.data)
  const { advice, shown, comments } = view
  return (
    <aside
      id="editor-side"
      className="follow"
      aria-label={studio('preview.title')}
      // A box that scrolls must take the focus, or a keyboard cannot reach its end (WCAG 2.1.1).
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <Panel title={t('side.standard')}>
        {advice.length === 0 ? (
          <Tag kind="ok">{t('side.fine')}</Tag>
        ) : (
          <details id="advice" open>
            <summary>{t('side.advice', { count: advice.length })}</summary>
            <ul className="small">
              {advice.map((each, i) => (
                <li key={i}>
                  {where(each)}: {text(each)}
                </li>
              ))}
            </ul>
          </details>
        )}
      </Panel>
      <OpenComments comments={comments} />
      <Panel title={studio('preview.title')} id="preview">
        {(['vi', 'en'] as const).map((locale) => (
          <details key={locale} id={`preview-${locale}`} open={locale === 'vi'}>
            <summary>{studio(`language.${locale}`)}</summary>
            <div lang={locale}>
              <LessonShown shown={shown[locale]} />
            </div>
          </details>
        ))}
      </Panel>
    </aside>
  )
}
