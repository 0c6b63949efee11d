import { freeCode, slug } from '../modules/draft-module'
import type { TaskDraft } from './task-draft'

/** A task with a code of its own where it has none yet: from its Vietnamese title. */
export function withTaskCode(data: TaskDraft, isTaken: (code: string) => boolean): TaskDraft {
  const wanted = data.code || slug(data.title.vi) || slug(data.title.en) || 'bai-thuc-hanh'
  const code = freeCode(wanted, isTaken)
  return code === data.code ? data : { ...data, code }
}
