import { latestFramework } from '~/competency/frameworks.server'
import { profileFramework } from '~/competency/target-profile'
import { fold } from '~/formats/fold'
import type { Bilingual } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import { itemVersion } from '../content.server'
import { gravityOf } from '../item-analysis/item-flags'
import { sortByFigure } from '../item-analysis/item-sort'
import { easyFrom, hardUpTo, type BankFilter, type BankSort } from './bank-filter'
import type { BankRow } from './bank-row'
import { bankRows } from './bank-rows.server'

export type ItemRow = BankRow & { stem: Bilingual; family: string | null }

const pageSize = 50

/** The items of the bank that a filter means, in its order. */
export function findItems(actor: Actor, filter: BankFilter): BankRow[] {
  return ordered(
    bankRows(actor).filter((row) => isMeant(row, filter)),
    filter,
  )
}

/** What a page of the bank shows: so many of the items that the filter means, and what there is to choose from. */
export function listItems(actor: Actor, { page: wanted, ...filter }: BankFilter & { page: number }) {
  const all = bankRows(actor)
  const found = ordered(
    all.filter((row) => isMeant(row, filter)),
    filter,
  )
  const total = found.length
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const page = Math.min(Math.max(1, wanted), pages)
  const rows = found.slice((page - 1) * pageSize, page * pageSize).map((row): ItemRow => {
    const { stem, family = null } = itemVersion(row.id)
    return { ...row, stem, family }
  })
  const authors = new Map(all.flatMap(({ author }) => (author ? [[author.id, author.name] as const] : [])))
  const { domains, levels } = latestFramework(profileFramework).framework
  return {
    ...{ rows, total, page, pages, domains, levels },
    authors: [...authors].map(([id, name]) => ({ id, name })),
    writes: can(actor, 'studio.write'),
    decides: can(actor, 'studio.review'),
  }
}

function isMeant(row: BankRow, filter: BankFilter): boolean {
  const { competency, level, kind, purpose } = filter
  if (!hasStatus(row, filter.status)) return false
  if (competency && row.competency !== competency) return false
  if (level && row.level !== level) return false
  if (kind && row.kind !== kind) return false
  if (purpose && row.purpose !== purpose) return false
  if (filter.author && !isBy(row, filter.author)) return false
  if (filter.figures && !hasFigures(row, filter.figures)) return false
  // The texts come last: only they need the whole item.
  if (filter.cognitive && itemVersion(row.id).cognitive !== filter.cognitive) return false
  if (filter.family && !hasWords(fold(itemVersion(row.id).family ?? ''), filter.family)) return false
  return !filter.q || hasWords(foldedText(row.id), filter.q)
}

function hasStatus({ retired, draft }: BankRow, status: BankFilter['status']): boolean {
  if (status === 'inUse') return !retired
  if (status === 'retired') return retired
  return status === 'draft' ? draft !== null : draft?.state === status
}

function isBy({ author }: BankRow, wanted: string): boolean {
  if (wanted === 'content') return author === null
  return wanted === 'studio' ? author !== null : author?.id === wanted
}

function hasFigures({ figures }: BankRow, wanted: NonNullable<BankFilter['figures']>): boolean {
  if (wanted === 'none') return figures === null
  if (wanted === 'flagged') return (figures?.flags.length ?? 0) > 0
  const facility = figures?.facility ?? null
  if (facility === null) return false
  return wanted === 'easy' ? facility >= easyFrom : facility <= hardUpTo
}

function ordered(rows: BankRow[], { sort, direction }: BankFilter): BankRow[] {
  if (sort === 'code') return direction === 'asc' ? rows : rows.reverse()
  return sortByFigure(rows, figureOf[sort], direction)
}

const figureOf: Record<Exclude<BankSort, 'code'>, (row: BankRow) => number | null> = {
  people: ({ figures }) => figures?.people ?? null,
  facility: ({ figures }) => figures?.facility ?? null,
  index: ({ figures }) => figures?.index ?? null,
  flags: ({ figures }) => (figures ? gravityOf(figures.flags) : null),
}

/** Whether a folded text holds every word of a search, whatever its marks and case. */
function hasWords(text: string, search: string): boolean {
  return fold(search)
    .split(' ')
    .filter(Boolean)
    .every((word) => text.includes(word))
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
