import type { DraftItem } from '~/assessment/item'
import { refuse } from '~/platform/http/errors'
import type { Tx } from '~/platform/db/db.server'
import type { DraftFault, DraftKindName } from '../drafts/draft-kind'
import { versionTables } from '../drafts/find-draft.server'
import { codeFor } from '../items/item-code'
import { wholeItem } from '../items/item-kind'
import { newestItem, publishItem } from './publish-item.server'

/** How content of a kind becomes a published version. */
export type Publisher<D> = {
  /** A new draft under the code that it will be published with; without it, the author's own code has to be free. */
  coded?: (data: D, isTaken: (code: string) => boolean) => { data: D } | { fault: DraftFault }
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

const publishers: Partial<Record<DraftKindName, Publisher<unknown>>> = {
  item: itemPublisher as Publisher<unknown>,
}

/** How a kind of content is published; throws for one that cannot be. */
export function publisherOf(kind: DraftKindName): Publisher<unknown> {
  const found = publishers[kind]
  if (!found) throw new Error(`The studio does not publish ${kind}`)
  return found
}

/** The newest version of a code; null for a code that nothing was published under. */
export function newestOf(tx: Pick<Tx, 'sql'>, kind: DraftKindName, code: string): { id: string } | null {
  if (kind === 'item') return newestItem(tx, code)
  return (
    tx.sql.get<{ id: string }>(
      `SELECT id FROM ${versionTables[kind]} WHERE code = ? ORDER BY version DESC LIMIT 1`,
      code,
    ) ?? null
  )
}
