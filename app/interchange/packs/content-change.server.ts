import type { DraftItem } from '~/assessment/item'
import { differences, type Difference } from '~/authoring/diff/compare'
import type { DraftKindName } from '~/authoring/drafts/draft-kind'
import { asDraft } from '~/authoring/drafts/find-draft.server'
import { kindOf } from '~/authoring/drafts/kinds'
import { newestVersion } from '~/authoring/review/store-version.server'
import type { Message } from '~/formats/message'
import { sameData } from '~/formats/same-data'
import { reader } from '~/platform/db/db.server'
import type { PackChange } from '../imports/batch'
import { packChange } from '../imports/pack-change.server'
import type { StoredPart } from './content-part'

/** A part of a pack as the preview shows it. */
export type ContentRow = {
  number: number
  kind: DraftKindName
  code: string
  version: number
  title: string
  losses: Message[]
  taken: boolean
  /** Null where nothing of it can be taken. */
  change: PackChange | null
  /** What it changes in the newest version of its code, text by text; null for what is new or the same. */
  differences: Difference[] | null
}

const mostDifferences = 60

/** What a part of a pack changes in this library: its kind, its code and its words against the newest version here. */
export function contentChange(part: StoredPart): Pick<ContentRow, 'change' | 'differences'> {
  const { kind, code, version, data } = part
  const newest = newestVersion(reader, kind, code)
  if (!newest) return { change: 'new', differences: null }
  const { schema, treeOf } = kindOf(kind)
  const [here, there] = [asDraft(kind, newest.id), schema.parse(data)]
  const change = kind === 'item' ? packChange(data as DraftItem) : changeOf(here, there, newest.id, version)
  if (change === 'same') return { change, differences: null }
  return { change, differences: differences(treeOf(here), treeOf(there)).slice(0, mostDifferences) }
}

function changeOf(here: unknown, there: unknown, newestId: string, version: number): PackChange {
  if (sameData(withoutVersion(here), withoutVersion(there))) return 'same'
  const newest = Number(newestId.slice(newestId.lastIndexOf('@') + 1))
  return version > newest ? 'newer' : version < newest ? 'older' : 'conflict'
}

function withoutVersion(data: unknown): unknown {
  const { version: _version, ...said } = data as { version?: unknown }
  return said
}

/** What a list calls a part. */
export function titleOfPart({ kind, data }: Pick<StoredPart, 'kind' | 'data'>): string {
  return kindOf(kind).summaryOf(data).title
}
