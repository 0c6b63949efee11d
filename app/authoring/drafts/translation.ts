import type { DraftText } from './draft-kind'

/** How far a text is translated: one language lacks, the English is older than the Vietnamese, or both say the same. */
export type TranslationState = 'missingVi' | 'missingEn' | 'outdated' | 'done' | 'empty'

/** Of each text, by path, the hash of the Vietnamese that its English was last written for or said to match. */
export type Confirmed = Record<string, string>

/** A short hash of a text (cyrb53): the same for the same words, whatever spaces stand around them. */
export function textHash(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (const each of text.trim()) {
    const code = each.codePointAt(0)!
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36)
}

export function translationOf({ path, text }: DraftText, confirmed: Confirmed): TranslationState {
  const [vi, en] = [text.vi.trim(), text.en.trim()]
  if (vi === '' && en === '') return 'empty'
  if (vi === '') return 'missingVi'
  if (en === '') return 'missingEn'
  const known = confirmed[path]
  return known === undefined || known === textHash(vi) ? 'done' : 'outdated'
}

/**
 * What is known of translations after a save: English that was written anew is up to date; English that stayed while the
 * Vietnamese changed goes on matching what it matched.
 */
export function confirmedAfter(
  before: readonly DraftText[],
  after: readonly DraftText[],
  confirmed: Confirmed,
): Confirmed {
  const earlier = new Map(before.map(({ path, text }) => [path, text]))
  const result: Confirmed = {}
  for (const { path, text } of after) {
    if (text.en.trim() === '') continue
    const was = earlier.get(path)
    const stayed = was !== undefined && was.en.trim() === text.en.trim()
    result[path] = stayed ? (confirmed[path] ?? textHash(was.vi)) : textHash(text.vi)
  }
  return result
}

/** What is known of translations once a person has said that the English of a text still says the same. */
export function confirmText(texts: readonly DraftText[], path: string, confirmed: Confirmed): Confirmed {
  const found = texts.find((each) => each.path === path)
  return found && found.text.en.trim() !== '' ? { ...confirmed, [path]: textHash(found.text.vi) } : confirmed
}
