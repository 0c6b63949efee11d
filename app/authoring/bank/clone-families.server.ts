import { bankRows } from '~/assessment/catalogue/bank-rows.server'
import { itemVersion } from '~/assessment/content.server'
import { draftItemSchema } from '~/assessment/item'
import { inTransaction, reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { createDraft } from '../drafts/create-draft.server'
import { newestVersion } from '../review/store-version.server'
import { adviceOnFamily, partCount, spreadOf, type FamilyMember } from './clone-family'

/** The clone families of the items in use: members, how far they lie apart, and what to look at; what needs a look first. */
export function listFamilies(actor: Actor) {
  authorise(actor, 'items.view')
  const families = new Map<string, FamilyMember[]>()
  for (const row of bankRows(actor)) {
    const item = itemVersion(row.id)
    if (row.retired || !item.family) continue
    const { code, competency, level, kind, purpose, figures } = row
    const member = {
      ...{ code, competency, level, kind, purpose, parts: partCount(item) },
      ...{ expected: item.difficulty ?? null, people: figures?.people ?? 0 },
      facility: figures?.facility ?? null,
    }
    families.set(item.family, [...(families.get(item.family) ?? []), member])
  }
  const drafts = newMembers()
  return [...families]
    .map(([name, members]) => ({
      name,
      members,
      drafts: drafts.get(name) ?? 0,
      expected: spreadOf(members.map(({ expected }) => expected)),
      facility: spreadOf(members.map(({ facility }) => facility)),
      advice: adviceOnFamily(members),
    }))
    .sort((a, b) => b.advice.length - a.advice.length || a.name.localeCompare(b.name))
}

export type FamilyRow = ReturnType<typeof listFamilies>[number]

/** How many new items of each family are being written. */
function newMembers(): Map<string, number> {
  const rows = reader.sql.all<{ family: string; n: number }>(
    `SELECT json_extract(data, '$.family') AS family, count(*) AS n FROM ContentDraft
     WHERE kind = 'item' AND baseId IS NULL AND state <> 'published' AND deletedAt IS NULL
       AND json_extract(data, '$.family') IS NOT NULL GROUP BY 1`,
  )
  return new Map(rows.map(({ family, n }) => [family, n]))
}

/** Whether the item that was cloned carries the family: already, in a draft begun just now, or not in the draft that somebody writes. */
export type CloneSource = 'has' | 'begun' | 'lacks'

/**
 * Begins another item like a published one, in the same family. Where that one has no family yet, it gets one too, in a draft
 * of its next version; a draft that somebody writes already is left alone.
 */
export async function cloneItem(actor: Actor, code: string): Promise<{ clone: string; source: CloneSource }> {
  authorise(actor, 'studio.write')
  return inTransaction((tx) => {
    const newest = newestVersion(tx, 'item', code)
    if (!newest) throw refuse('notFound')
    const data = draftItemSchema.parse(itemVersion(newest.id))
    const open = tx.sql.get<{ family: string | null }>(
      `SELECT json_extract(data, '$.family') AS family FROM ContentDraft WHERE kind = 'item' AND code = ?
         AND baseId IS NOT NULL AND state <> 'published' AND deletedAt IS NULL ORDER BY updatedAt DESC LIMIT 1`,
      code,
    )
    const known = data.family ?? open?.family ?? null
    const source = known !== null ? 'has' : open ? 'lacks' : 'begun'
    const family = known ?? code
    const copy = { ...data, code: '', version: 1, family }
    const clone = createDraft(tx, actor, { kind: 'item', data: copy })
    if (source === 'begun')
      createDraft(tx, actor, { kind: 'item', data: { ...data, family }, baseId: newest.id })
    return Promise.resolve({ clone, source })
  })
}
