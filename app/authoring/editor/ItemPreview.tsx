import type { DraftItem } from '~/assessment/item'
import { presentItem } from '~/assessment/present'
import { StepFields } from '~/assessment/StepFields'
import { useLocale, useT } from '~/platform/i18n/react'
import { previewSeed, shownItem } from './try-item'

/** An item as a learner meets it, to look at beside the editor. */
export function ItemPreview({ item }: { item: DraftItem }) {
  const locale = useLocale()
  const t = useT('studio')
  if (item.stem[locale].trim() === '') return <p className="muted">{t('preview.empty')}</p>
  return (
    <div className="preview" {...{ inert: '' }}>
      <StepFields view={presentItem(shownItem(item), locale, previewSeed)} filled={{}} legendAs="plain" />
    </div>
  )
}
