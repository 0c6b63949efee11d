import type { DraftItem } from '~/assessment/item'
import { refuse } from '~/platform/http/errors'
import type { Tx } from '~/platform/db/db.server'
import type { DraftFault, DraftKindName } from '../drafts/draft-kind'
import { versionTables } from '../drafts/find-draft.server'
import { kindOf } from '../drafts/kinds'
import type { DraftForm } from '../forms/draft-form'
import { libraryFaults } from '../forms/form-bank.server'
import { publishForm } from '../forms/publish-form.server'
import { codeFor } from '../items/item-code'
import { wholeItem } from '../items/item-kind'
import { freeCode, slug, type DraftModule } from '../modules/draft-module'
import { libraryFor } from '../modules/library.server'
import { moduleFaults } from '../modules/module-check'
import { withCode, withLessonCodes } from '../modules/module-codes'
import { publishModule } from '../modules/publish-module.server'
import { withTaskCode } from '../practice/task-code'
import { publishTask } from '../practice/publish-task.server'
import type { TaskDraft } from '../practice/task-draft'
import { wholeTask } from '../practice/to-scenario'
import { newestItem, publishItem } from './publish-item.server'

/** How content of a kind becomes a published version. */
export type Publisher<D> = {
  /** A new draft under the code that it will be published with; without it, the author's own code has to be free. */
  coded?: (data: D, isTaken: (code: string) => boolean) => { data: D } | { fault: DraftFault }
  /** What a draft gets just before it is reviewed, whatever it began from. */
  readied?: (data: D) => D
  /** What keeps it from being published that is seen only beside the rest of the library. */
  faults?: (data: D) => DraftFault[]
  /** Stores data without faults as the next version of its code. @returns the id of the version */
  publish: (tx: Tx, data: D) => string | Promise<string>
}

const itemPublisher: Publisher<DraftItem> = {
  coded: (data, isTaken) => {
    const { code, purpose, competency, level } = data
    if (!competency || !level) return { data }
    const free = codeFor({ code, purpose, competency, level }, isTaken)
    if (free === null) return { fault: { key: 'fault.codesTaken', values: { competency, level } } }
    return { data: free === code ? data : { ...data, code: free } }
  },
  publish: (tx, data) => {
    const whole = wholeItem(data)
    if ('faults' in whole) throw refuse('badRequest')
    return publishItem(tx, whole.item)
  },
}

const modulePublisher: Publisher<DraftModule> = {
  coded: (data, isTaken) =>
    data.code !== '' && isTaken(data.code)
      ? { fault: { key: 'fault.codeTaken', path: 'code' } }
      : { data: withCode(data, isTaken) },
  readied: withLessonCodes,
  faults: (data) => moduleFaults(data, libraryFor(data)),
  publish: publishModule,
}

const practicePublisher: Publisher<TaskDraft> = {
  coded: (data, isTaken) =>
    data.code !== '' && isTaken(data.code)
      ? { fault: { key: 'fault.codeTaken', path: 'code' } }
      : { data: withTaskCode(data, isTaken) },
  publish: (tx, data) => {
    const whole = wholeTask(data)
    if ('faults' in whole) throw refuse('badRequest')
    return publishTask(tx, whole.scenario)
  },
}

const formPublisher: Publisher<DraftForm> = {
  coded: (data, isTaken) =>
    data.code !== ''
      ? { data }
      : { data: { ...data, code: freeCode(slug(data.title.vi) || 'phieu', isTaken) } },
  faults: libraryFaults,
  publish: publishForm,
}

const publishers: Partial<Record<DraftKindName, Publisher<unknown>>> = {
  item: itemPublisher as Publisher<unknown>,
  form: formPublisher as Publisher<unknown>,
  module: modulePublisher as Publisher<unknown>,
  practice: practicePublisher as Publisher<unknown>,
}

/** How a kind of content is published; throws for one that cannot be. */
export function publisherOf(kind: DraftKindName): Publisher<unknown> {
  const found = publishers[kind]
  if (!found) throw new Error(`The studio does not publish ${kind}`)
  return found
}

/** What has to be mended before a draft can be published: what it lacks, and then what is wrong beside the rest of the library. */
export function allFaults(kind: DraftKindName, data: unknown): DraftFault[] {
  const own = kindOf(kind).faultsOf(data)
  return own.length > 0 ? own : (publisherOf(kind).faults?.(data) ?? [])
}

/** The newest version of a code; null for a code that nothing was published under. */
export function newestOf(
  tx: { sql: Pick<Tx['sql'], 'get'> },
  kind: DraftKindName,
  code: string,
): { id: string } | null {
  if (kind === 'item') return newestItem(tx, code)
  return (
    tx.sql.get<{ id: string }>(
      `SELECT id FROM ${versionTables[kind]} WHERE code = ? ORDER BY version DESC LIMIT 1`,
      code,
    ) ?? null
  )
}
