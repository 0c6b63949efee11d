import type { SurveyForm } from '~/assessment/form'
import type { DraftItem } from '~/assessment/item'
import type { Scenario } from '~/assessment/practice/scenario'
import type { DraftRow } from '~/authoring/drafts/find-draft.server'
import { wholeForm } from '~/authoring/forms/whole-form'
import type { DraftForm } from '~/authoring/forms/draft-form'
import { wholeItem } from '~/authoring/items/item-kind'
import type { DraftModule } from '~/authoring/modules/draft-module'
import { libraryFor } from '~/authoring/modules/library.server'
import { wholeModule } from '~/authoring/modules/whole-module'
import type { TaskDraft } from '~/authoring/practice/task-draft'
import { wholeTask } from '~/authoring/practice/to-scenario'
import { allFaults } from '~/authoring/review/publishers.server'
import type { Module } from '~/learning/module'

/** A draft as it would be published. */
export type WholeDraft =
  | { kind: 'item'; item: DraftItem }
  | { kind: 'module'; module: Module }
  | { kind: 'form'; form: SurveyForm }
  | { kind: 'practice'; task: Scenario }

/** A draft that could be published now, as `version`; null for one that still has faults or has no code yet. */
export function wholeDraft({ kind, code, data }: DraftRow, version: number): WholeDraft | null {
  if (code === '' || allFaults(kind, data).length > 0) return null
  switch (kind) {
    case 'item': {
      const whole = wholeItem(data as DraftItem)
      return 'item' in whole ? { kind, item: { ...(whole.item as DraftItem), version } } : null
    }
    case 'module': {
      const draft = data as DraftModule
      return { kind, module: { ...wholeModule(draft, libraryFor(draft)), version } }
    }
    case 'form': {
      const whole = wholeForm(data as DraftForm)
      return 'form' in whole ? { kind, form: { ...whole.form, version } } : null
    }
    case 'practice': {
      const whole = wholeTask(data as TaskDraft)
      return 'scenario' in whole ? { kind, task: { ...whole.scenario, version } } : null
    }
  }
}
