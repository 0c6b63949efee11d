import type { DraftItem } from '~/assessment/item'
import { refuse } from '~/platform/http/errors'
import type { DraftFault, DraftKindName } from '../drafts/draft-kind'
import { kindOf } from '../drafts/kinds'
import type { DraftForm } from '../forms/draft-form'
import { libraryFaults } from '../forms/form-bank.server'
import { wholeForm } from '../forms/whole-form'
import { codeFor } from '../items/item-code'
import { wholeItem } from '../items/item-kind'
import { freeCode, slug, type DraftModule } from '../modules/draft-module'
import { libraryFor } from '../modules/library.server'
import { moduleFaults } from '../modules/module-check'
import { withCode, withLessonCodes } from '../modules/module-codes'
import { wholeModule } from '../modules/whole-module'
import { withTaskCode } from '../practice/task-code'
import type { TaskDraft } from '../practice/task-draft'
import { wholeTask } from '../practice/to-scenario'
import type { Content } from './store-version.server'

/** How content of a kind becomes a published version. */
export type Publisher<D> = {
  /** A new draft under the code that it will be published with; without it, the author's own code has to be free. */
  coded?: (data: D, isTaken: (code: string) => boolean) => { data: D } | { fault: DraftFault }
  /** What a draft gets just before it is reviewed, whatever it began from. */
  readied?: (data: D) => D
  /** What keeps it from being published that is seen only beside the rest of the library. */
  faults?: (data: D) => DraftFault[]
  /** Data without faults as a version has them. */
  content: (data: D) => Content
}

const itemPublisher: Publisher<DraftItem> = {
  coded: (data, isTaken) => {
    const { code, purpose, competency, level } = data
    if (!competency || !level) return { data }
    const free = codeFor({ code, purpose, competency, level }, isTaken)
    if (free === null) return { fault: { key: 'fault.codesTaken', values: { competency, level } } }
    return { data: free === code ? data : { ...data, code: free } }
  },
  content: (data) => {
    const whole = wholeItem(data)
    if ('faults' in whole) throw refuse('badRequest')
    return whole.item
  },
}

const modulePublisher: Publisher<DraftModule> = {
  coded: (data, isTaken) =>
    data.code !== '' && isTaken(data.code)
      ? { fault: { key: 'fault.codeTaken', path: 'code' } }
      : { data: withCode(data, isTaken) },
  readied: withLessonCodes,
  faults: (data) => moduleFaults(data, libraryFor(data)),
  content: (data) => wholeModule(data, libraryFor(data)),
}

const practicePublisher: Publisher<TaskDraft> = {
  coded: (data, isTaken) =>
    data.code !== '' && isTaken(data.code)
      ? { fault: { key: 'fault.codeTaken', path: 'code' } }
      : { data: withTaskCode(data, isTaken) },
  content: (data) => {
    const whole = wholeTask(data)
    if ('faults' in whole) throw refuse('badRequest')
    return whole.scenario
  },
}

const formPublisher: Publisher<DraftForm> = {
  coded: (data, isTaken) =>
    data.code !== ''
      ? { data }
      : { data: { ...data, code: freeCode(slug(data.title.vi) || 'phieu', isTaken) } },
  faults: libraryFaults,
  content: (data) => {
    const whole = wholeForm(data)
    if ('faults' in whole) throw refuse('badRequest')
    return whole.form
  },
}

const publishers: Record<DraftKindName, Publisher<unknown>> = {
  item: itemPublisher as Publisher<unknown>,
  form: formPublisher as Publisher<unknown>,
  module: modulePublisher as Publisher<unknown>,
  practice: practicePublisher as Publisher<unknown>,
}

/** How a kind of content is published. */
export const publisherOf = (kind: DraftKindName): Publisher<unknown> => publishers[kind]

/** What has to be mended before a draft can be published: what it lacks, and then what is wrong beside the rest of the library. */
export function allFaults(kind: DraftKindName, data: unknown): DraftFault[] {
  const own = kindOf(kind).faultsOf(data)
  return own.length > 0 ? own : (publisherOf(kind).faults?.(data) ?? [])
}
