import { latestFramework } from '~/competency/frameworks.server'
import { profileFramework } from '~/competency/target-profile'
import { fold } from '~/formats/fold'
import { reader } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { itemVersion } from '../content.server'
import type { Item } from '../item'
import type { BankFilter } from './bank-filter'
import type { ItemFilter } from './item-filter'

export type ItemRow = Pick<Item, 'code' | 'competency' | 'level' | 'kind' | 'purpose' | 'stem'>
type Wanted = ItemFilter & Partial<BankFilter> & { page: number }

const pageSize = 50
// The newest version in use of each item; of those out of use the newest.
const idsSql = `SELECT id FROM ItemVersion v WHERE retired = ?
  AND version = (SELECT max(version) FROM ItemVersion n WHERE n.code = v.code AND n.retired = v.retired)
  AND (retired = 0 OR NOT EXISTS (SELECT 1 FROM ItemVersion n WHERE n.code = v.code AND n.retired = 0))
  AND (? IS NULL OR competency = ?) AND (? IS NULL OR level = ?) AND (? IS NULL OR kind = ?)
  AND (? IS NULL OR purpose = ?) AND (? IS NULL OR origin = ?) ORDER BY competency, level, code`

/** The items of the bank by competency, level and code, a page at a time; `q` is found whatever its marks and case. */
export function listItems(actor: Actor, { page: wanted, ...filter }: Wanted) {
  authorise(actor, 'items.view')
  const { competency, level, kind, q = null, purpose = null, origin = null, retired = false } = filter
  const all = reader.sql.all<{ id: string }>(
    idsSql,
    ...[retired ? 1 : 0, competency, competency, level, level, kind, kind, purpose, purpose, origin, origin],
  )
  const words = q === null ? [] : fold(q).split(' ').filter(Boolean)
  const found =
    words.length === 0 ? all : all.filter(({ id }) => words.every((word) => foldedText(id).includes(word)))
  const total = found.length
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const page = Math.min(Math.max(1, wanted), pages)
  const rows = found.slice((page - 1) * pageSize, page * pageSize).map(({ id }): ItemRow => {
    const item = itemVersion(id)
    const { code, purpose, stem } = item
    return { code, competency: item.competency, level: item.level, kind: item.kind, purpose, stem }
  })
  const { domains, levels } = latestFramework(profileFramework).framework
  return { rows, total, page, pages, domains, levels, writes: can(actor, 'studio.write') }
}

// Versions are immutable, so what was folded once stays right for the life of the process.
const folded = new Map<string, string>()

function foldedText(id: string): string {
  const known = folded.get(id)
  if (known !== undefined) return known
  const { code, stem, ...item } = itemVersion(id)
  const parts = 'options' in item ? item.options.flatMap(({ vi, en }) => [vi, en]) : []
  const text = fold([code, stem.vi, stem.en, ...parts].join(' '))
  folded.set(id, text)
  return text
}
