import { latestFramework } from '~/assessment/content.server'
import { reader } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { itemVersion } from '../content.server'
import { itemKinds, type Item, type ItemKind } from '../item'

export type ItemQuery = { competency: string | null; level: number | null; kind: ItemKind | null; page: number }
export type ItemRow = Pick<Item, 'code' | 'competency' | 'level' | 'kind' | 'purpose' | 'stem'>

const pageSize = 25
const filter = `FROM ItemVersion WHERE NOT retired AND (?1 IS NULL OR competency = ?1)
  AND (?2 IS NULL OR level = ?2) AND (?3 IS NULL OR kind = ?3)`

/** The items that are given to people now, by competency, level and kind, a page at a time. */
export function listItems(actor: Actor, query: ItemQuery) {
  authorise(actor, 'items.view')
  const { competency, level, kind } = query
  const total = reader.sql.get<{ n: number }>(`SELECT count(*) AS n ${filter}`, competency, level, kind)?.n ?? 0
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const page = Math.min(Math.max(1, query.page), pages)
  const ids = reader.sql.all<{ id: string }>(
    `SELECT id ${filter} ORDER BY competency, level, code LIMIT ${pageSize} OFFSET ?4`,
    competency, level, kind, (page - 1) * pageSize,
  )
  const rows = ids.map(({ id }): ItemRow => {
    const { code, competency: of, level: at, kind: is, purpose, stem } = itemVersion(id)
    return { code, competency: of, level: at, kind: is, purpose, stem }
  })
  const { framework } = latestFramework('its')
  return { rows, total, page, pages, domains: framework.domains, levels: framework.levels, kinds: itemKinds }
}
