import type { DraftKind } from '../drafts/draft-kind'
import { draftFormSchema, type DraftForm } from './draft-form'
import { settleParts, surveyLists } from './survey-parts'
import { surveyFrom, surveyTree } from './survey-tree'
import { textsOfForm, wholeForm } from './whole-form'

/** Survey forms in the studio. */
export const formDrafts: DraftKind<DraftForm> = {
  schema: draftFormSchema,
  summaryOf: ({ code, title }) => ({
    code,
    title: title.vi.trim() || title.en.trim(),
    competency: null,
    level: null,
  }),
  textsOf: textsOfForm,
  faultsOf: (data) => {
    const whole = wholeForm(data)
    return 'faults' in whole ? whole.faults : []
  },
  treeOf: surveyTree,
  read: surveyFrom,
  lists: surveyLists,
  settle: settleParts,
}
