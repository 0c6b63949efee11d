import { fold } from '~/formats/fold'
import type { Bilingual } from '~/platform/i18n/locale'

/** The most characters of an answer typed on one line. */
export const longestTyped = 100

/** Whether a typed answer is an accepted one, in whichever language: without marks, case and spaces unless `exact`. */
function isAccepted(typed: string, accepted: Bilingual, exact = false): boolean {
  const plain = exact ? exactly : loosely
  return [accepted.vi, accepted.en].some((text) => text.trim() !== '' && plain(text) === plain(typed))
}

/** The accepted answers that a typed one is; several may be alike once folded. */
export function acceptedBy<A extends Bilingual>(typed: string, answers: readonly A[], exact = false): A[] {
  return answers.filter((accepted) => isAccepted(typed, accepted, exact))
}

function exactly(text: string): string {
  return text.normalize('NFC').trim()
}

function loosely(text: string): string {
  return fold(text.normalize('NFKC')).replace(/\s/g, '')
}
