import { reader } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { fewestForFigures } from '../item-analysis/item-flags'
import { newestFigures } from '../item-analysis/kept-figures.server'
import type { OpenState } from './bank-filter'
import type { BankFigures, BankRow } from './bank-row'

type Stored = Omit<BankRow, 'retired' | 'author' | 'draft' | 'figures'> & { retired: number }

/** The newest version of every item, by competency, level and code, in a handful of queries however many there are. */
export function bankRows(actor: Actor): BankRow[] {
  authorise(actor, 'items.view')
  const rows = reader.sql.all<Stored>(
    `SELECT id, code, version, competency, level, kind, purpose, retired FROM ItemVersion v
     WHERE version = (SELECT max(version) FROM ItemVersion n WHERE n.code = v.code)
     ORDER BY competency, level, code`,
  )
  const [authors, drafts] = [authorsByCode(), draftsByCode()]
  const figures = figuresById(actor)
  return rows.map(({ retired, ...row }) => ({
    ...row,
    retired: retired === 1,
    author: authors.get(row.code) ?? null,
    draft: drafts.get(row.code) ?? null,
    figures: figures.get(row.id) ?? null,
  }))
}

function authorsByCode(): Map<string, NonNullable<BankRow['author']>> {
  const rows = reader.sql.all<{ code: string; id: string; name: string | null }>(
    `SELECT d.code, d.createdBy AS id, a.displayName AS name FROM ContentDraft d
     LEFT JOIN Account a ON a.id = d.createdBy WHERE d.kind = 'item' AND d.publishedId IS NOT NULL
     ORDER BY d.updatedAt`,
  )
  return new Map(rows.map(({ code, id, name }) => [code, { id, name }]))
}

function draftsByCode(): Map<string, NonNullable<BankRow['draft']>> {
  const rows = reader.sql.all<{ code: string; id: string; state: OpenState }>(
    `SELECT code, id, state FROM ContentDraft WHERE kind = 'item' AND state <> 'published' AND deletedAt IS NULL
       AND baseId IS NOT NULL ORDER BY updatedAt`,
  )
  return new Map(rows.map(({ code, id, state }) => [code, { id, state }]))
}

function figuresById(actor: Actor): Map<string, BankFigures> {
  const taught = reader.sql
    .all<{ id: string; people: number; facility: number }>(
      `SELECT itemId AS id, count(score) AS people, 100 * avg(score) AS facility FROM QuizResponse
       GROUP BY itemId HAVING count(score) >= ${fewestForFigures}`,
    )
    .map(({ id, ...row }): [string, BankFigures] => [
      id,
      { ...row, index: null, flags: [], campaignId: null },
    ])
  const measured = can(actor, 'analysis.view') ? newestFigures(actor) : new Map<string, never>()
  return new Map<string, BankFigures>([...taught, ...measured])
}
