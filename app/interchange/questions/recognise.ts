import { readCsv } from '~/formats/csv'
import type { Locale } from '~/platform/i18n/locale'
import { isContentPack } from '../packs/content-part'
import { findQuestions } from './sheet-layout'

/** The kinds of file that questions are taken from. */
export const importFormats = ['sheet', 'aiken', 'gift', 'moodle', 'qti', 'pack', 'content'] as const
export type ImportFormat = (typeof importFormats)[number]

/** What a text file is, by what stands in it; null for a text without questions. `bytes` are its own in UTF-8. */
export function recogniseText(text: string, locale: Locale): ImportFormat | null {
  const start = text.slice(0, 100_000)
  if (/^\s*</.test(start)) return recogniseXml(start)
  if (/^competency\s*:/m.test(start) && /^items\s*:/m.test(start)) return 'pack'
  const braces = /(?:^|[^\\])\{[^{}]*(?:[=~#]|\b(?:T|F|TRUE|FALSE)\b|\})/i.test(start)
  const answered = /^\s*(?:answer|đáp án|dap an|đ[/.]?a)\b[^\n]{0,40}[:.]?\s*\(?[a-h1-9]/imu.test(start)
  if (isSheet(text, locale)) return 'sheet'
  if (braces && (!answered || /^\s*::|\$CATEGORY:/m.test(start))) return 'gift'
  if (answered || /^\s*[A-Da-d][.)]\s+\S/m.test(start)) return 'aiken'
  return braces ? 'gift' : null
}

function recogniseXml(start: string): ImportFormat | null {
  if (/<(?:\w+:)?quiz[\s>]/.test(start)) return 'moodle'
  return /<(?:\w+:)?(?:assessmentItem|assessmentTest|manifest)[\s>]/.test(start) ? 'qti' : null
}

/** What a ZIP is, by the paths in it. */
export function recognisePackage(paths: readonly string[]): ImportFormat | null {
  if (paths.includes('xl/workbook.xml')) return 'sheet'
  if (paths.some((path) => /(?:^|\/)imsmanifest\.xml$/.test(path))) return 'qti'
  if (isContentPack(paths)) return 'content'
  if (paths.some((path) => /^(?:content\/)?items\/[^/]+\.ya?ml$/.test(path))) return 'pack'
  const office = paths.some((path) => /^(?:word|ppt)\//.test(path))
  return !office && paths.some((path) => /\.xml$/.test(path)) ? 'qti' : null
}

function isSheet(text: string, locale: Locale): boolean {
  const head = text.split('\n', 30).join('\n')
  if (!/[,;\t]/.test(head)) return false
  const read = readCsv(new TextEncoder().encode(head))
  return read.ok && read.sheets.some((sheet) => findQuestions(sheet, locale) !== null)
}
