import { bankFilter } from '~/assessment/catalogue/bank-filter'
import { bankRows } from '~/assessment/catalogue/bank-rows.server'
import { findItems } from '~/assessment/catalogue/list-items.server'
import { itemVersion } from '~/assessment/content.server'
import { codeOfItem, draftItemSchema } from '~/assessment/item'
import { latestFramework } from '~/competency/frameworks.server'
import { profileFramework } from '~/competency/target-profile'
import { inTransaction } from '~/platform/db/db.server'
import type { Bilingual } from '~/platform/i18n/locale'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { createDraft } from '../drafts/create-draft.server'
import {
  changedItem,
  mostItems,
  plannedItem,
  readChange,
  type Change,
  type PlannedItem,
  type ReadChange,
} from './bulk-change'
import { setRetired } from '../review/roll-back.server'

/** What an address or a form says of many items: those ticked, or all that a filter of the bank means. */
export type Selection = { codes: string[]; all: string | null }

/** `item` of every tick, `items` with commas, and `all` with the filter in `in`. */
export function selectionOf(fields: URLSearchParams): Selection {
  const listed = (fields.get('items') ?? '').split(',')
  const codes = [...new Set([...fields.getAll('item'), ...listed])].filter(Boolean)
  return { codes, all: fields.get('all') === 'yes' ? (fields.get('in') ?? '') : null }
}

/** The codes of a selection, in the order of the bank. */
export function selectedCodes(actor: Actor, { codes, all }: Selection): string[] {
  authorise(actor, 'studio.write')
  if (all !== null) return findItems(actor, bankFilter(new URLSearchParams(all))).map(({ code }) => code)
  const wanted = new Set(codes)
  return bankRows(actor).flatMap(({ code }) => (wanted.has(code) ? [code] : []))
}

/** What a change would do to each item of a selection, before anything is written. */
export function viewChange(actor: Actor, fields: URLSearchParams) {
  const { domains, levels } = latestFramework(profileFramework).framework
  const read = askedChange(fields)
  const codes = selectedCodes(actor, selectionOf(fields))
  const items = read?.kind === 'change' && codes.length <= mostItems ? planned(actor, codes, read.change) : []
  return {
    asked: read?.kind === 'ask' ? read : null,
    change: read?.kind === 'change' ? read.change : null,
    codes,
    items: items.map((each) => ({ ...each, stem: itemVersion(each.id).stem satisfies Bilingual })),
    domains,
    levels,
  }
}

export type ChangeView = ReturnType<typeof viewChange>

/** The change that fields name, of the framework in force; null where they name none. */
export function askedChange(fields: URLSearchParams): ReadChange | null {
  const { domains, levels } = latestFramework(profileFramework).framework
  return readChange(fields, {
    competencies: domains.flatMap(({ competencies }) => competencies.map(({ code }) => code)),
    levels: levels.map(({ level }) => level),
  })
}

function planned(actor: Actor, codes: readonly string[], change: Change): PlannedItem[] {
  const wanted = new Set(codes)
  return bankRows(actor)
    .filter(({ code }) => wanted.has(code))
    .map((row) => plannedItem(row, itemVersion(row.id), change))
}

export type Changed = { kind: 'done'; codes: string[] } | { kind: 'changed' }

/**
 * Changes the item versions that were shown, all or none: drafts of the next version, or in and out of use. Nothing happens
 * where one of them has another version, a draft or another state by now.
 */
export async function changeItems(actor: Actor, ids: readonly string[], change: Change): Promise<Changed> {
  authorise(actor, 'studio.write')
  const decides = change.action === 'retire' || change.action === 'restore'
  if (decides) authorise(actor, 'studio.review')
  return inTransaction(async (tx): Promise<Changed> => {
    const shown = new Set(ids)
    const codes = [...shown].map(codeOfItem)
    const items = planned(actor, codes, change).filter(({ id, obstacle }) => shown.has(id) && !obstacle)
    if (items.length !== shown.size || shown.size > mostItems) return { kind: 'changed' }
    for (const { id, code } of items) {
      if (decides) await setRetired(tx, actor, 'item', code, change.action === 'retire')
      else
        createDraft(tx, actor, {
          kind: 'item',
          data: draftItemSchema.parse(changedItem(itemVersion(id), change)),
          baseId: id,
        })
    }
    await audit(tx, actor.accountId, 'items.change', change.action, { count: items.length })
    return { kind: 'done', codes: items.map(({ code }) => code) }
  })
}
