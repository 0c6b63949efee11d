import { z } from 'zod'
import { scenarioSchema } from '~/assessment/practice/scenario'
import type { DraftKind } from '../drafts/draft-kind'
import { textsIn } from '../items/item-texts'
import { taskFromScenario } from './from-scenario'
import { faultsOfTask } from './to-scenario'
import { taskFormSchema, type TaskDraft } from './task-draft'
import { shownOfTask, taskFrom, treeOfTask } from './task-form'
import { settleFields, taskLists } from './task-parts'

/** Reads a draft, and a published task as a draft. */
const taskDraftSchema = z.preprocess((given) => {
  if (typeof given !== 'object' || given === null || !('state' in given)) return given
  const { id: _id, ...scenario } = given as { id?: unknown }
  const read = scenarioSchema.safeParse(scenario)
  return read.success ? taskFromScenario(read.data) : given
}, taskFormSchema) as unknown as z.ZodType<TaskDraft>

/** Practice tasks in the studio. */
export const taskDrafts: DraftKind<TaskDraft> = {
  schema: taskDraftSchema,
  summaryOf: ({ code, title, evidence }) => ({
    code,
    title: title.vi.trim() || title.en.trim(),
    competency: evidence[0]?.competency || null,
    level: Number(evidence[0]?.level) || null,
  }),
  textsOf: (draft) => textsIn(draft),
  faultsOf: faultsOfTask,
  treeOf: treeOfTask,
  read: taskFrom,
  lists: taskLists,
  shown: shownOfTask,
  settle: settleFields,
}
