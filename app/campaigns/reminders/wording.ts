import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'

/** Who a reminder is written to: the office of a commune, or somebody who has not answered. */
export type Receiver = 'office' | 'person'
export type Wording = { title: string; text: string }

const places = ['campaign', 'commune', 'missing', 'asked', 'until', 'minutes', 'form', 'link'] as const
export type Place = (typeof places)[number]
export type PlaceValues = Partial<Record<Place, string>>

/** What a place is called in a text of a language; it stands in square brackets and is filled for each receiver. */
const nameOf = (place: Place, locale: Locale) => getT(locale, 'reminders')(`place.${place}`)

/** A person is told when the survey ends and how long it takes: nothing of anybody's answers. */
const allowed: Record<Receiver, readonly Place[]> = {
  office: ['campaign', 'commune', 'missing', 'asked', 'until', 'form', 'link'],
  person: ['campaign', 'until', 'minutes', 'link'],
}

export const longestTitle = 150
export const longestText = 3000

/** The places that a text to `receiver` may hold, as they are written: `[tên đợt]`. */
export function placesOf(receiver: Receiver, locale: Locale): string[] {
  return allowed[receiver].map((place) => `[${nameOf(place, locale)}]`)
}

/**
 * A text with its places filled; a place without a value leaves nothing behind, and a line of nothing else goes with it.
 *
 * @example
 * fill('Hạn: [ngày cuối]', 'vi', { until: '05/12/2026' }) // 'Hạn: 05/12/2026'
 */
export function fill(text: string, locale: Locale, values: PlaceValues): string {
  const byName = new Map(places.map((place) => [nameOf(place, locale), values[place] ?? '']))
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) =>
      line
        .replace(/\[([^[\]\n]+)\]/g, (whole, name: string) => byName.get(keyOf(name)) ?? whole)
        .replace(/[ \t]+$/, ''),
    )
    .join('\n')
    .trim()
}

const keyOf = (name: string) => name.trim().replace(/\s+/g, ' ').toLowerCase()

/** What is wrong with a text, as the key of a message and its values; null where it can go out. */
export type WordingFault = { key: string; values?: Record<string, string> }

export function faultOfTitle(title: string, receiver: Receiver, locale: Locale): WordingFault | null {
  if (title.trim() === '') return { key: 'word.title.missing' }
  if (title.length > longestTitle) return { key: 'word.title.long' }
  return unknownPlace(title, receiver, locale)
}

export function faultOfText(text: string, receiver: Receiver, locale: Locale): WordingFault | null {
  const link = `[${nameOf('link', locale)}]`
  if (text.trim() === '') return { key: 'word.text.missing' }
  if (text.length > longestText) return { key: 'word.text.long' }
  if (!text.normalize('NFC').toLowerCase().includes(link)) return { key: 'word.text.link', values: { link } }
  return unknownPlace(text, receiver, locale)
}

function unknownPlace(text: string, receiver: Receiver, locale: Locale): WordingFault | null {
  const known = new Set(placesOf(receiver, locale))
  for (const [whole, name] of text.normalize('NFC').matchAll(/\[([^[\]\n]+)\]/g))
    if (!known.has(`[${keyOf(name!)}]`)) return { key: 'word.unknown', values: { place: whole } }
  return null
}
