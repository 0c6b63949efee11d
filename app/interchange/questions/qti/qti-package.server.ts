import type { DraftItem } from '~/assessment/item'
import { fileKind } from '~/formats/file-kind'
import type { Message } from '~/formats/message'
import { isUnsafePath, readZip, writeZip, ZipError, zipPaths } from '~/formats/zip.server'
import type { Locale } from '~/platform/i18n/locale'
import { questionLimits, type FoundFile, type WrittenFile } from '../found'
import { readQti } from './read'
import { writeQti } from './write'
import type { QtiVersion } from './write-item'

/** More files than the largest package with a picture for every question has. */
const mostEntries = 2 * questionLimits.questions + 100
const wanted = /^(?!__MACOSX\/).*\.(?:xml|png|jpe?g|gif|webp|svg|bmp)$/i

/**
 * The questions of a QTI 2.1 or 2.2 package (ZIP), or of one assessmentItem in a file of its own. Nothing is unpacked
 * before the directory is looked through: paths that lead out of the package, too many files and too much content are
 * refused. Never throws for what a file holds.
 */
export function readQtiPackage(bytes: Uint8Array, locale: Locale): FoundFile {
  const none = (key: string, values?: Message['values']): FoundFile => ({
    questions: [],
    problem: values ? { key, values } : { key },
  })
  if (bytes.length === 0) return none('fault.empty')
  if (bytes.length > questionLimits.bytes) return none('fault.tooBig', { limit: questionLimits.bytes / 1e6 })
  if (fileKind(bytes) !== 'zip') return readQti(new Map([['item.xml', bytes]]), locale)
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const paths = zipPaths(buffer)
    if (paths.length > mostEntries) return none('qti.entries', { limit: mostEntries })
    const unsafe = paths.find(isUnsafePath)
    if (unsafe !== undefined) return none('qti.path', { path: unsafe.slice(0, 120) })
    return readQti(
      readZip(buffer, questionLimits, (path) => wanted.test(path)),
      locale,
    )
  } catch (error) {
    if (!(error instanceof ZipError)) throw error
    return error.code === 'too-big'
      ? none('fault.tooBig', { limit: questionLimits.unpackedBytes / 1e6 })
      : none('qti.zip')
  }
}

/** Items as a QTI package in one language. `pictures` holds the bytes of pictures by the `src` of an item. */
export function writeQtiPackage(
  items: DraftItem[],
  locale: Locale,
  version: QtiVersion,
  pictures: ReadonlyMap<string, Uint8Array>,
): WrittenFile<Uint8Array> {
  const { files, losses } = writeQti(items, locale, version, pictures)
  return { content: writeZip(files), losses }
}
