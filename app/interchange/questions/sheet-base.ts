import type { DraftItem } from '~/assessment/item'
import type { Message } from '~/formats/message'
import type { Bilingual } from '~/platform/i18n/locale'
import { letterOf } from './sheet-columns'
import type { SheetRow } from './sheet-text'

/** What every kind of item has beside its parts. */
export type ItemBase = Omit<Extract<DraftItem, { kind: 'essay' }>, 'kind' | 'most' | 'rubric'>

/** The item of a row with what of it was left out, or why there is none. */
export type PartsRead = { item: DraftItem; losses: Message[] } | { refusal: string }

/** A text in both languages from its two columns. */
export function both(row: SheetRow, field: string, letter?: number): Bilingual {
  return { vi: row.text(field, letter, 'vi'), en: row.text(field, letter, 'en') }
}

/** The id of a part by its place: `a`, `b` … */
export const idOf = (index: number) => letterOf(index).toLowerCase()
