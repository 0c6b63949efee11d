import { BothLanguages } from '~/assessment/catalogue/BothLanguages'
import { ItemKey } from '~/assessment/catalogue/ItemKey'
import type { DraftItem, ItemVersion } from '~/assessment/item'
import { useT } from '~/platform/i18n/react'
import { EmptyState } from '~/ui/EmptyState'
import type { DraftRow } from '../drafts/find-draft.server'

/** What a draft says, as its reviewer reads it. */
export function DraftShown({ draft }: { draft: Pick<DraftRow, 'id' | 'kind' | 'data'> }) {
  switch (draft.kind) {
    case 'item':
      return <ItemShown id={draft.id} item={draft.data as DraftItem} />
    default:
      return null
  }
}

function ItemShown({ id, item }: { id: string; item: DraftItem }) {
  const t = useT('studio')
  const { vi, en } = item.stem
  if (vi.trim() === '' && en.trim() === '')
    return <EmptyState title={t('draft.empty')} text={t('draft.emptyText')} />
  const whole = { ...item, level: item.level ?? 1, id } as unknown as ItemVersion
  return <BothLanguages>{(locale) => <ItemKey item={whole} locale={locale} />}</BothLanguages>
}
