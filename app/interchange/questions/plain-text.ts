import type { DraftItem } from '~/assessment/item'
import type { Message } from '~/formats/message'
import type { Locale } from '~/platform/i18n/locale'
import { questionLimits } from './found'

/** The longest text of one question; a longer one is no question, and nothing is worked out about it. */
export const longestQuestion = 50_000

/** Words of Latin letters already composed, single spaces between: what most texts are. */
const alreadyClean = /^[!-~\u00c0-\u024f\u1ea0-\u1ef9]+(?: [!-~\u00c0-\u024f\u1ea0-\u1ef9]+)*$/

/**
 * Text as items hold it: NFC, single spaces, lines without spaces at their ends, nothing that cannot be shown.
 * What remains of `cleanText` is not changed by it again.
 */
export function cleanText(text: string): string {
  if (text === '' || alreadyClean.test(text)) return text
  return (
    text
      .normalize('NFC')
      .replace(/\r\n?|[\u2028\u2029\v\f\u0085]/g, '\n')
      // eslint-disable-next-line no-control-regex
      .replace(/[\0-\x08\x0e-\x1f\x7f-\x9f\u200b\ufeff\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]/gu, '')
      .replace(/[^\S\n]+/g, ' ')
      .split('\n')
      .map((line) => line.trim())
      .join('\n')
      .trim()
      .normalize('NFC')
  )
}

/** `cleanText` on one line. */
export function oneLine(text: string): string {
  return cleanText(text).replace(/\n+/g, ' ')
}

/** Why a text file is not even looked at; null where it is. */
export function refusedText(text: string, format: string): Message | null {
  if (text.length > questionLimits.bytes)
    return { key: 'fault.tooBig', values: { limit: questionLimits.bytes / 1_000_000 } }
  if (text.trim() === '') return { key: 'fault.empty' }
  return text.includes('\0') ? { key: 'fault.notFormat', values: { format } } : null
}

/** A text in one language; the other stays empty. */
export function inOne(locale: Locale, text: string): { vi: string; en: string } {
  return { vi: '', en: '', [locale]: cleanText(text) }
}

/** The ids of parts that had none: a, b, c, …, z, p27, p28, … */
export function partId(index: number): string {
  return index < 26 ? String.fromCharCode(97 + index) : `p${index + 1}`
}

type Base = Pick<
  Extract<DraftItem, { kind: 'single' }>,
  'code' | 'version' | 'purpose' | 'competency' | 'level' | 'stem' | 'explanation'
>

/** What every item found in another system's file begins as. It teaches until somebody says that it measures. */
export function foundBase(locale: Locale, stem: string, explanation: string): Base {
  return {
    code: '',
    version: 1,
    purpose: 'teach',
    competency: null,
    level: null,
    stem: inOne(locale, stem),
    explanation: inOne(locale, explanation),
  }
}
