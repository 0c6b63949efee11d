import { itemFilter, type ItemFilter } from '~/assessment/catalogue/item-filter'
import { parseLocale, type Locale } from '~/platform/i18n/locale'

/** The kinds of file that questions are written to; each is read back by our own importer. */
export const exportFormats = [
  'xlsx',
  'aiken',
  'gift',
  'moodle',
  'moodleBoth',
  'qti21',
  'qti22',
  'pack',
] as const
export type ExportFormat = (typeof exportFormats)[number]

/** Formats that carry both languages of an item. */
export const bilingualFormats: readonly ExportFormat[] = ['xlsx', 'moodleBoth', 'pack']

export type ExportChoice = ItemFilter & {
  purpose: 'measure' | 'teach' | null
  format: ExportFormat
  language: Locale
  /** Codes: only these, whatever else is chosen of them. */
  items?: string[]
}

/** What an address asks to export; what it cannot mean is left out. */
export function exportChoice(query: URLSearchParams): ExportChoice {
  const purpose = query.get('purpose')
  const items = (query.get('items') ?? '').split(',').filter(Boolean)
  return {
    ...itemFilter(query),
    purpose: purpose === 'measure' || purpose === 'teach' ? purpose : null,
    format: exportFormats.find((each) => each === query.get('format')) ?? 'xlsx',
    language: parseLocale(query.get('language')),
    ...(items.length > 0 ? { items } : {}),
  }
}

/** The same choice as an address has it. */
export function exportQuery({ competency, level, kind, purpose, format, language, items }: ExportChoice) {
  return {
    competency: competency ?? undefined,
    level: level ? String(level) : undefined,
    kind: kind ?? undefined,
    purpose: purpose ?? undefined,
    format,
    language,
    items: items?.join(','),
  }
}
