import { fold } from '~/formats/fold'
import type { PersonKind, Sex } from './types'

/** In this order, since `cán bộ không chuyên trách` is no cán bộ and `khối Đảng` comes before `công chức`. */
const kindWords: [PersonKind, RegExp][] = [
  ['community_team', /\bto cong nghe\b|\bcong nghe so cong dong\b|\bcnscd\b/],
  [
    'support_staff',
    /\bkhong chuyen trach\b|\bhop dong\b|\blao dong\b|\bphuc vu\b|\bbao ve\b|\blai xe\b|\bkct\b|\bhd\b/,
  ],
  [
    'party_front_other',
    /\bdang\b|\bmat tran\b|\bmttq\b|\bdoan the\b|\bdoan thanh nien\b|\bhoi\b|\bchinh tri\b/,
  ],
  [
    'civil_servant',
    /\bcan bo\b|\bcong chuc\b|\bvien chuc\b|\bcb\b|\bcc\b|\bvc\b|\bcbcc\b|\bcbccvc\b|\bchinh quyen\b/,
  ],
]

/** The kind of staff a cell speaks of; null when it cannot be told. */
export function readKind(text: string): PersonKind | null {
  const folded = fold(text)
  return kindWords.find(([kind, words]) => folded === kind || words.test(folded))?.[0] ?? null
}

/** `Nam`, `Nữ` and their usual short forms. */
export function readSex(text: string): Sex | null {
  const folded = fold(text).replace(/\.$/, '')
  if (['nam', 'm', 'male', 'trai', 'ong'].includes(folded)) return 'male'
  return ['nu', 'f', 'female', 'gai', 'ba'].includes(folded) ? 'female' : null
}

/** Whether a cell under `Nam` or `Nữ` is ticked. */
export function isTick(value: unknown): boolean {
  if (value === true || value === 1) return true
  return typeof value === 'string' && /^(?:x|v|1|co|✓|✔|☑|√|þ|\+)$/.test(fold(value))
}
