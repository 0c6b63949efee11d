import { useT } from '~/platform/i18n/react'
import { Columns } from '~/ui/Columns'
import { Tag } from '~/ui/Tag'
import { TextArea } from '~/ui/TextArea'
import type { TranslationState } from '../drafts/translation'
import { textAt } from '../form/form-tree'
import { useEditor } from './editor-context'

type TextPairProps = {
  /** Of the text in the form, without its language: `stem`, or `` for texts of a part itself. */
  name: string
  /** Its path, in which parts stand by their ids. */
  path: string
  label: string
  hint?: string
  rows?: number
  /** The text is Markdown: a script may put a bar of buttons over it. */
  markdown?: boolean
}

/** A text in Vietnamese and English side by side, with how far its translation is. */
export function TextPair({ name, path, label, hint, rows = 2, markdown }: TextPairProps) {
  const t = useT('studio')
  const { tree, stateOf, errors } = useEditor()
  const state = stateOf(path)
  return (
    <Columns kind="two">
      {(['vi', 'en'] as const).map((locale) => {
        const id = `${name}.${locale}`
        return (
          <div key={locale} data-markdown={markdown ? locale : undefined}>
            <TextArea
              id={id}
              name={id}
              rows={rows}
              label={
                <>
                  {label} <span className="muted">({t(`language.${locale}`)})</span>
                </>
              }
              hint={hint}
              defaultValue={textAt(tree, id)}
              error={errors[id] ? t(errors[id] as 'error.field') : undefined}
              tag={<StateTag state={state} locale={locale} />}
            />
            {locale === 'en' && state === 'outdated' ? (
              <p className="small">
                <button className="link" name="intent" value={`confirm.${path}`}>
                  {t('translation.stillRight')}
                  <span className="vh">: {label}</span>
                </button>
              </p>
            ) : null}
          </div>
        )
      })}
    </Columns>
  )
}

function StateTag({ state, locale }: { state: TranslationState; locale: 'vi' | 'en' }) {
  const t = useT('studio')
  if (state === 'done') return locale === 'en' ? <Tag kind="ok">{t('translation.done')}</Tag> : null
  if (locale === 'vi') return state === 'missingVi' ? <Tag kind="care">{t('translation.missing')}</Tag> : null
  if (state === 'missingEn') return <Tag kind="care">{t('translation.missing')}</Tag>
  return state === 'outdated' ? <Tag kind="care">{t('translation.outdated')}</Tag> : null
}
