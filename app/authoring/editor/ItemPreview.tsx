import { presentItem } from '~/assessment/present'
import type { DraftItem, Item } from '~/assessment/item'
import { StepFields } from '~/assessment/StepFields'
import { useLocale } from '~/platform/i18n/react'

type ItemPreviewProps = { item: DraftItem; wide?: boolean }

/** An item as a learner meets it, to look at and not to answer. */
export function ItemPreview({ item, wide }: ItemPreviewProps) {
  const locale = useLocale()
  const whole = { ...item, level: item.level ?? 1, competency: item.competency ?? '' } as unknown as Item
  return (
    <div className={wide ? 'preview preview-wide' : 'preview'} {...{ inert: '' }}>
      <StepFields view={presentItem(whole, locale, 'preview')} filled={{}} />
    </div>
  )
}
