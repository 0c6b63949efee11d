import type { Locale } from '~/platform/i18n/locale'
import { fold } from '~/formats/fold'

/** Words of a text; in Vietnamese, syllables. */
export function wordsIn(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
}

/** Sentences of a text: what ends with a stop, a question mark or an exclamation mark. */
export function sentencesIn(text: string): string[] {
  return text
    .split(/(?<=[.?!…]["”’)]?)\s+(?=[\p{Lu}“"‘(])/u)
    .map((each) => each.trim())
    .filter(Boolean)
}

/** The last sentence of a stem: what is asked. */
export function questionIn(stem: string): string {
  return sentencesIn(stem).at(-1) ?? stem
}

/** Numbers of a text in their order, written alike in both languages: 1.500 and 1,500, 0,5 and 0.5, 05/03 and 5/3. */
export function numbersIn(text: string, locale: Locale): string[] {
  const [group, point] = locale === 'vi' ? ['.', ','] : [',', '.']
  const grouped = new RegExp(`(?<=\\d)\\${group}(?=\\d{3}(?!\\d))`, 'g')
  const pointed = new RegExp(`(?<=\\d)\\${point}(?=\\d)`, 'g')
  const plain = text.replace(grouped, '').replace(pointed, '·')
  return (plain.match(/\d+(?:·\d+)?/g) ?? []).map((each) => each.replace(/^0+(?=\d)/, ''))
}

/** How many pieces of a text stand in double quotation marks. */
export function quotesIn(text: string): number {
  return (text.match(/[“"][^”"]*[”"]/g) ?? []).length
}

/** The words of a text, folded and without numbers, two by two: in Vietnamese most words are of two syllables. */
export function pairsIn(text: string): Set<string> {
  const words = wordsIn(fold(text)).filter((word) => !/\d/.test(word))
  return new Set(words.slice(1).map((word, i) => `${words[i]} ${word}`))
}

/** A text as it is compared with others: marks, case and punctuation left out. */
export function foldedStem(text: string): string {
  return wordsIn(fold(text)).join(' ')
}
