import type { DraftItem } from '~/assessment/item'
import { paths } from '~/paths'
import { useT } from '~/platform/i18n/react'
import { Panel } from '~/ui/Panel'
import { Tag } from '~/ui/Tag'
import { translationOf } from '../drafts/translation'
import { adviceOn } from '../items/advice'
import { textsOfItem } from '../items/item-texts'
import { useAdviceText } from './fault-text'
import { ItemPreview } from './ItemPreview'
import { OpenComments } from './OpenComments'
import type { EditorView } from './view-editor.server'

type EditorSideProps = { view: EditorView; item: DraftItem | null }

/** Beside the editor: what lacks, what the rules advise, how it looks, what was said of it. */
export function EditorSide({ view, item }: EditorSideProps) {
  const t = useT('studio')
  const adviceText = useAdviceText()
  const { draft, comments } = view
  const texts = textsOfItem(item ?? draft.data).map((text) => translationOf(text, draft.confirmed))
  const missing = texts.filter((state) => state === 'missingEn' || state === 'missingVi').length
  const outdated = texts.filter((state) => state === 'outdated').length
  const advice = item ? adviceOn(item) : []
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
            {t('side.advice')}{' '}
            <Tag kind={advice.length === 0 ? 'ok' : 'care'}>
              {t('side.adviceCount', { count: advice.length })}
            </Tag>
          </li>
        </ul>
        {advice.length > 0 ? (
          <details open>
            <summary>{t('side.rules')}</summary>
            <ul className="small">
              {advice.map((each, i) => (
                <li key={i}>{adviceText(each)}</li>
              ))}
            </ul>
          </details>
        ) : null}
        <p className="small">
          <a href={paths.studioReview(draft.id)}>{t('side.history')}</a>
        </p>
      </Panel>
      <OpenComments comments={comments} />
      {item ? (
        <Panel title={t('preview.title')}>
          <ItemPreview item={item} />
        </Panel>
      ) : null}
    </aside>
  )
}
