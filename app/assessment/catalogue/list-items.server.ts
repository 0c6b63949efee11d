import { latestFramework } from '~/competency/frameworks.server'
import { profileFramework } from '~/competency/target-profile'
import { reader } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { itemVersion } from '../content.server'
import type { Item } from '../item'
import type { ItemFilter } from './item-filter'

export type ItemRow = Pick<Item, 'code' | 'competency' | 'level' | 'kind' | 'purpose' | 'stem'>

const pageSize = 25
const filter = `FROM ItemVersion WHERE NOT retired AND (? IS NULL OR competency = ?)
  AND (? IS NULL OR level = ?) AND (? IS NULL OR kind = ?)`

/** The items that are given to people now, by competency, level and kind, a page at a time. */
export function listItems(
  actor: Actor,
  { competency, level, kind, page: wanted }: ItemFilter & { page: number },
) {
  authorise(actor, 'items.view')
  const filled = [competency, competency, level, level, kind, kind]
  const total = reader.sql.get<{ n: number }>(`SELECT count(*) AS n ${filter}`, ...filled)?.n ?? 0
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const page = Math.min(Math.max(1, wanted), pages)
  const ids = reader.sql.all<{ id: string }>(
    `SELECT id ${filter} ORDER BY competency, level, code LIMIT ${pageSize} OFFSET ?`,
    ...filled,
    (page - 1) * pageSize,
  )
  const rows = ids.map(({ id }): ItemRow => {
    const item = itemVersion(id)
    const { code, purpose, stem } = item
    return { code, competency: item.competency, level: item.level, kind: item.kind, purpose, stem }
  })
  const { domains, levels } = latestFramework(profileFramework).framework
  return { rows, total, page, pages, domains, levels }
}
