import type { DraftItem } from '~/assessment/item'
import type { Message } from '~/formats/message'
import type { Locale } from '~/platform/i18n/locale'
import { cleanText } from './plain-text'

/** What a text file in one language leaves out of any item, whatever its kind. */
export function commonLosses(item: DraftItem, locale: Locale): Message[] {
  const { competency, level, source, cognitive, family, difficulty, pilot } = item
  const other = locale === 'vi' ? 'en' : 'vi'
  return [
    ...(speaks(item, other) ? [{ key: locale === 'vi' ? 'text.otherEn' : 'text.otherVi' }] : []),
    ...([competency, level, source, cognitive, family, difficulty, pilot].some((each) => each != null) ||
    item.purpose === 'measure'
      ? [{ key: 'text.about' }]
      : []),
    ...('picture' in item && item.picture ? [{ key: 'text.picture' }] : []),
  ]
}

/** Whether any text of a value is there in a language. */
function speaks(value: unknown, locale: Locale): boolean {
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([key, part]) =>
    key === locale && typeof part === 'string' ? cleanText(part) !== '' : speaks(part, locale),
  )
}
