import { itemVersion } from '~/assessment/content.server'
import type { DraftItem } from '~/assessment/item'
import { sameData } from '~/formats/same-data'
import { reader } from '~/platform/db/db.server'
import type { PackChange } from './batch'

/** What an item of a pack changes in this library. */
export function packChange(item: DraftItem): PackChange {
  const newest = reader.sql.get<{ id: string; version: number }>(
    'SELECT id, version FROM ItemVersion WHERE code = ? ORDER BY version DESC LIMIT 1',
    item.code,
  )
  if (!newest) return 'new'
  if (newest.version < item.version) return 'newer'
  const known = reader.sql.get<{ id: string }>(
    'SELECT id FROM ItemVersion WHERE code = ? AND version = ?',
    ...[item.code, item.version],
  )
  if (known && sameData(bare(itemVersion(known.id)), bare(item))) return 'same'
  return newest.version > item.version ? 'older' : 'conflict'
}

/** Without what a pack does not carry, or carries under another name. */
function bare(item: object): object {
  const { id: _id, name: _name, category: _category, picture, ...rest } = item as Record<string, unknown>
  return picture ? { ...rest, alt: (picture as { alt: unknown }).alt } : rest
}
