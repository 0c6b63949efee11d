import { formDrafts } from '../forms/form-kind'
import { itemDrafts } from '../items/item-kind'
import { moduleDrafts } from '../modules/module-kind'
import { taskDrafts } from '../practice/task-kind'
import type { DraftKind, DraftKindName } from './draft-kind'

const kinds: Partial<Record<DraftKindName, DraftKind<unknown>>> = {
  item: itemDrafts as DraftKind<unknown>,
  form: formDrafts as DraftKind<unknown>,
  module: moduleDrafts as DraftKind<unknown>,
  practice: taskDrafts as DraftKind<unknown>,
}

/** How the studio treats a kind of content; throws for one that it cannot write. */
export function kindOf(kind: DraftKindName): DraftKind<unknown> {
  const found = kinds[kind]
  if (!found) throw new Error(`The studio does not write ${kind}`)
  return found
}
