import type { Message } from '~/formats/message'
import type { Locale } from '~/platform/i18n/locale'
import { en, vi, type Key } from '~/platform/i18n/resources'
import { getT, translateMessage } from '~/platform/i18n/translate'

const texts = { vi: vi.interchange, en: en.interchange } satisfies Record<Locale, Record<string, string>>

/** Keys of the words for a value of a message, by the value's name. */
function wordsFor(name: string, value: string): string[] {
  if (name === 'kind') return [`sheet.kind.${value}`]
  return name === 'field' ? [`field.${value}`, `sheet.column.${value}`] : []
}

/**
 * What a reader or a writer of questions said, in the reader's language. Values that are names of ours (a field, a kind of
 * item) are put in words; what came from the file stands as it stood.
 */
export function lossText(locale: Locale, { key, values = {} }: Message): string {
  // A content file's own faults are said as `npm run content:check` says them.
  if (!(key in texts[locale])) return translateMessage(locale, 'content', { key, values })
  const spoken = Object.entries(values).map(([name, value]) => {
    const found = wordsFor(name, String(value)).find((each) => each in texts[locale])
    const text = found ? texts[locale][found as Key<'interchange'>].replace(/\s*\{\{.*\}\}/, '') : value
    return [name, text]
  })
  return getT(locale, 'interchange')(
    key as Key<'interchange'>,
    Object.fromEntries(spoken) as Record<string, string | number>,
  )
}
