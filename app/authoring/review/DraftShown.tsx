import { BothLanguages } from '~/assessment/catalogue/BothLanguages'
import { ItemKey } from '~/assessment/catalogue/ItemKey'
import type { DraftItem, ItemVersion } from '~/assessment/item'
import { useT } from '~/platform/i18n/react'
import { EmptyState } from '~/ui/EmptyState'
import type { DraftForm } from '../forms/draft-form'
import { FormShown } from '../forms/FormShown'
import type { DraftRow } from '../drafts/find-draft.server'
import { ModuleShown } from '../modules/ModuleShown'
import type { ShownModule } from '../modules/show-module.server'
import type { TaskDraft } from '../practice/task-draft'
import { TaskShown } from '../practice/TaskShown'

type DraftShownProps = {
  draft: Pick<DraftRow, 'id' | 'kind' | 'data'>
  /** Rendered, where the draft is one. */
  module: ShownModule | null
}

/** What a draft says, as its reviewer reads it. */
export function DraftShown({ draft, module }: DraftShownProps) {
  switch (draft.kind) {
    case 'item':
      return <ItemShown id={draft.id} item={draft.data as DraftItem} />
    case 'module':
      return module ? <ModuleShown id={draft.id} shown={module} /> : null
    case 'practice':
      return <TaskShown id={draft.id} data={draft.data as TaskDraft} />
    case 'form':
      return <FormShown data={draft.data as DraftForm} />
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
