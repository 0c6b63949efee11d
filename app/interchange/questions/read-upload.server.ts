import { readCsv } from '~/formats/csv'
import { fileKind } from '~/formats/file-kind'
import type { Message } from '~/formats/message'
import { tableLimits, type FoundKind, type TableProblem } from '~/formats/table'
import { readWorkbook } from '~/formats/workbook.server'
import { zipPaths } from '~/formats/zip.server'
import type { Locale } from '~/platform/i18n/locale'
import { defineTask } from '~/platform/jobs/thread.server'
import { readAiken } from './aiken'
import { decodeQuestions } from './decode-text'
import { questionLimits, type FoundFile } from './found'
import { readGift } from './gift'
import { readMoodleXml } from './moodle'
import type { FoundPart } from '../packs/content-part'
import { readContentPack } from '../packs/read-content.server'
import { readItemFile, readPack } from './pack/read-pack.server'
import { readQtiPackage } from './qti/qti-package.server'
import { readQti } from './qti/read'
import { recognisePackage, recogniseText, type ImportFormat } from './recognise'
import { readQuestionSheet } from './sheet-read'

/** What an uploaded file turned out to be. `notes` are about the whole file. */
export type Upload = {
  format: ImportFormat | null
  found: FoundFile
  notes: Message[]
  /** Of a content pack what it has besides items. */
  parts?: FoundPart[]
}

/** Wider than a list of people: each option has up to seven columns. */
const sheetLimits = {
  ...tableLimits,
  bytes: questionLimits.bytes,
  unpackedBytes: questionLimits.unpackedBytes,
  columns: 250,
}

const refused = (problem: Message, format: ImportFormat | null = null): Upload => ({
  format,
  found: { questions: [], problem },
  notes: [],
})

/**
 * Reads a file of questions by what it is, whatever its name says. `locale` is the language of texts that name none. Sizes
 * are checked before anything is unpacked or parsed; whatever the file, the answer is what was found or why nothing was.
 */
export async function readUpload(bytes: Uint8Array, locale: Locale): Promise<Upload> {
  if (bytes.length === 0) return refused({ key: 'fault.empty' })
  if (bytes.length > questionLimits.bytes) return refused(tooBig)
  try {
    const kind = fileKind(bytes)
    if (kind === 'zip') return await readPackage(Buffer.from(bytes), locale)
    if (kind !== 'text' && kind !== 'xml' && kind !== 'html' && kind !== 'unknown')
      return refused({ key: `upload.kind.${kind}` })
    return readText(bytes, kind, locale)
  } catch {
    return refused({ key: 'upload.unreadable' })
  }
}

const tooBig: Message = { key: 'fault.tooBig', values: { limit: questionLimits.bytes / 1_000_000 } }

async function readPackage(bytes: Buffer, locale: Locale): Promise<Upload> {
  let paths: string[]
  try {
    paths = zipPaths(bytes)
  } catch {
    return refused({ key: 'upload.damaged' })
  }
  const format = recognisePackage(paths)
  if (format === 'sheet') {
    const read = await readWorkbook(bytes, sheetLimits)
    if (!read.ok) return refused(tableMessage(read.problem), 'sheet')
    return { format, found: readQuestionSheet(read.sheets, locale), notes: [] }
  }
  if (format === 'pack') return { format, found: readPack(bytes), notes: [] }
  if (format === 'content') {
    const { parts, ...found } = readContentPack(bytes)
    return { format, found, notes: [], parts }
  }
  if (format === 'qti') return { format, found: readQtiPackage(bytes, locale), notes: [] }
  const office = paths.some((path) => path.startsWith('word/'))
    ? 'word'
    : paths.some((path) => path.startsWith('ppt/'))
      ? 'slides'
      : paths.includes('content.xml')
        ? 'ods'
        : 'zip'
  return refused({ key: `upload.kind.${office}` })
}

function readText(bytes: Uint8Array, kind: FoundKind, locale: Locale): Upload {
  const decoded = decodeQuestions(bytes)
  if (!decoded) return refused({ key: 'upload.kind.unknown' })
  const { text, recovered } = decoded
  const notes: Message[] = recovered ? [{ key: 'sheet.recovered', values: { encoding: recovered } }] : []
  const format = recogniseText(text, locale)
  if (format === 'sheet') {
    const read = readCsv(new TextEncoder().encode(text), 'CSV', sheetLimits)
    if (!read.ok) return refused(tableMessage(read.problem), 'sheet')
    return { format, found: readQuestionSheet(read.sheets, locale), notes }
  }
  if (format === 'aiken') return { format, found: readAiken(text, locale), notes }
  if (format === 'gift') return { format, found: readGift(text, locale), notes }
  if (format === 'moodle') return { format, found: readMoodleXml(text, locale), notes }
  if (format === 'qti') {
    const files = new Map([['item.xml', new TextEncoder().encode(text)]])
    return { format, found: readQti(files, locale), notes }
  }
  if (format === 'pack') return { format, found: readItemFile(text), notes }
  return refused({ key: kind === 'html' || kind === 'xml' ? `upload.kind.${kind}` : 'upload.noFormat' })
}

function tableMessage(problem: TableProblem): Message {
  if (problem.code === 'empty' || problem.code === 'no-sheet') return { key: 'fault.empty' }
  if (problem.code === 'too-big') return tooBig
  if (problem.code === 'not-xlsx' || problem.code === 'not-utf8') return { key: 'upload.damaged' }
  return { key: 'upload.tooLarge', values: { limit: problem.limit } }
}

/** The most that the thread may hold, which bounds what reading a file costs the server. */
export const readingMegabytes = 1024
/** After so long a file is given up. */
const readingSeconds = 120

/** `readUpload` beside the server's own thread. */
export const readUploadAside = defineTask(
  'read a file of questions',
  ({ bytes, locale }: { bytes: Uint8Array; locale: Locale }) => readUpload(bytes, locale),
  { megabytes: readingMegabytes, seconds: readingSeconds },
)
