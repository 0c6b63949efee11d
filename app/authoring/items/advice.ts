import type { DraftItem, Item } from '~/assessment/item'
import { writingFaults } from '~/assessment/item-writing/item-rules'
import type { Message } from '~/formats/message'
import { wholeItem } from './item-kind'

/**
 * What the item-writing rules say of a draft so far (keys of the namespace `content`). Texts that are still empty are left
 * to the list of what lacks.
 */
export function adviceOn(draft: DraftItem): Message[] {
  const whole = wholeItem({ ...draft, code: draft.code || 'x' })
  const item = 'item' in whole ? whole.item : ({ ...draft, level: draft.level ?? 1 } as unknown as Item)
  return writingFaults(item).filter(({ key, values }) => {
    if (key === 'writing.cognitive' || key === 'writing.difficulty') return true
    return (
      'item' in whole ||
      (values?.language === 'vi' && hasText(item, 'vi')) ||
      (values?.language === 'en' && hasText(item, 'en'))
    )
  })
}

function hasText(item: Item, locale: 'vi' | 'en'): boolean {
  const parts = 'options' in item ? item.options.map((option) => option[locale]) : []
  return [item.stem[locale], ...parts].every((text) => text.trim() !== '')
}
