import { parallelForms } from '~/assessment/plan'

/** The letters of the parallel forms, as they stand on paper. */
export const formLetters = ['A', 'B', 'C'].slice(0, parallelForms)

/** The name of the commune's own form where a person's form has its position. */
export const communeForm = 'commune'

/** What stands on every sheet of a form; `hash` changes with any question in it. */
export type FormCode = { letter: string; position: string; version: string; hash: string }

/** `A · office-statistics · commune-staff@2 · 3f9c` */
export function formCodeText({ letter, position, version, hash }: FormCode): string {
  return [letter, position, version, hash].join(' · ')
}

/** Reads a form code as it stands in a cell; null for anything else. */
export function parseFormCode(text: string): FormCode | null {
  const parts = /^([A-Za-z])\s*·\s*(\S+)\s*·\s*(\S+@\d+)\s*·\s*([0-9a-f]{4})$/.exec(
    text.normalize('NFKC').trim(),
  )
  if (!parts) return null
  const [, letter, position, version, hash] = parts as unknown as [string, string, string, string, string]
  return { letter: letter.toUpperCase(), position, version, hash }
}

/** Which of the parallel forms a letter names, 0 for A; null for a letter that none has. @example parallelOf('b') // 1 */
export function parallelOf(letter: string): number | null {
  const at = formLetters.indexOf(letter.toUpperCase())
  return at < 0 ? null : at
}
