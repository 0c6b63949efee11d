import { fileKind } from '~/formats/file-kind'
import { isUnsafePath, readZip, ZipError, zipPaths } from '~/formats/zip.server'
import { DocumentFault, documentLimits } from './document'

export type DocumentKind = 'docx' | 'pptx'
export type OpenPackage = { kind: DocumentKind; files: Map<string, Buffer> }

const wanted: Record<DocumentKind, RegExp> = {
  docx: /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/.+\.(?:xml|rels|png|jpe?g|gif|webp|bmp|tiff?|svg|[ew]mf|bin))$/i,
  pptx: /^(?:docProps\/core\.xml|ppt\/(?:presentation\.xml|_rels\/.+|(?:slides|slideLayouts|notesSlides|media|diagrams)\/.+))$/i,
}
const mebibyte = 1024 ** 2

/**
 * The files of a document of Word or PowerPoint, unpacked in memory. Judged by what is in it, whatever its name says;
 * nothing is unpacked before its directory is looked through: paths that lead out of it, too many files, too much content.
 */
export function openPackage(bytes: Uint8Array): OpenPackage {
  if (bytes.length === 0) throw fault('fault.empty')
  if (bytes.length > documentLimits.bytes)
    throw fault('fault.tooBig', { limit: documentLimits.bytes / mebibyte })
  const found = fileKind(bytes)
  if (found !== 'zip') throw fault(`kind.${found}`)
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const paths = zipPaths(buffer)
    if (paths.length > documentLimits.entries) throw fault('fault.entries', { limit: documentLimits.entries })
    const unsafe = paths.find(isUnsafePath)
    if (unsafe !== undefined) throw fault('fault.path', { path: unsafe.slice(0, 120) })
    const kind = kindOf(paths)
    return { kind, files: readZip(buffer, documentLimits, (path) => wanted[kind].test(path)) }
  } catch (error) {
    if (!(error instanceof ZipError)) throw error
    throw error.code === 'too-big'
      ? fault('fault.unpacksTooBig', { limit: documentLimits.unpackedBytes / 1_000_000 })
      : fault('fault.damaged')
  }
}

const fault = (key: string, values?: Record<string, string | number>) =>
  new DocumentFault(values ? { key, values } : { key })

function kindOf(paths: string[]): DocumentKind {
  if (paths.some((path) => path.startsWith('word/'))) return 'docx'
  if (paths.includes('ppt/presentation.xml')) return 'pptx'
  if (paths.some((path) => path.startsWith('xl/'))) throw fault('kind.workbook')
  throw fault(paths.includes('content.xml') ? 'kind.openDocument' : 'kind.otherZip')
}
