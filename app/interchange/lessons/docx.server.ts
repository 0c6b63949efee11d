import { createHash } from 'node:crypto'
import mammoth from 'mammoth'
import { writeZip } from '~/formats/zip.server'
import type { Message } from '~/formats/message'
import type { Locale } from '~/platform/i18n/locale'
import { textIn } from '../questions/safe-xml'
import { addedUp, DocumentFault, everyPiece, isShown, type FoundDocument, type Loss } from './document'
import { wordLosses } from './docx-losses'
import { styleMap, wordStyles } from './docx-styles'
import { htmlBlocks } from './html-blocks'
import { partsOf, type Parts } from './parts'
import { pictureShelf } from './picture-shelf'
import { splitLessons } from './split-lessons'

/** More white space in a row than any text has; what looks for words in it would take long. */
const longGap = /\s{200,}/g

/**
 * A document of Word as lessons. Every part that mammoth will parse is parsed by our own reader first, which refuses
 * declarations, depth and damage; mammoth gets those parts alone, in a package written anew.
 */
export async function readDocx(
  files: ReadonlyMap<string, Uint8Array>,
  locale: Locale,
): Promise<FoundDocument> {
  const parts = partsOf(files)
  const main = mainPart(parts)
  const document = parts.xml(main)
  if (!document) throw new DocumentFault({ key: 'fault.noDocument' })
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const styles = wordStyles(parts.xml(`${folder}styles.xml`))
  const losses: Loss[] = wordLosses(document, styles)

  const shelf = pictureShelf()
  const lost = new Map<string, Message>()
  const { html, missing } = await convert(repacked(files, parts), styleMap(styles), (bytes, kind) => {
    const put = shelf.put(createHash('sha256').update(bytes).digest('hex'), bytes, kind)
    if ('name' in put) return put.name
    const mark = `lost-${lost.size + 1}`
    lost.set(mark, put.loss)
    return mark
  })
  if (missing > 0)
    losses.push({ what: { key: 'loss.pictureMissing', values: { count: missing } }, where: null })
  const read = htmlBlocks(html)
  for (const picture of everyPiece(read.blocks).filter(isShown)) picture.lost = lost.get(picture.picture)
  const split = splitLessons(read, locale)
  const shown = new Set(
    split.lessons.flatMap(({ original }) => everyPiece(original).filter(isShown)).map((each) => each.picture),
  )
  for (const name of shelf.pictures.keys()) if (!shown.has(name)) shelf.pictures.delete(name)
  if (hasHeaders(parts)) losses.push({ what: { key: 'loss.pageHeader' }, where: null })
  return {
    title: split.title || titleOf(parts),
    lessons: split.lessons,
    pictures: shelf.pictures,
    losses: addedUp([...losses, ...split.losses]),
  }
}

function mainPart(parts: Parts): string {
  for (const { type, target } of parts.related('').values())
    if (type === 'officeDocument' && target !== null && parts.bytes(target)) return target
  return 'word/document.xml'
}

/** The package with its XML as it was found sound, in UTF-8, and its other files as they are. */
function repacked(files: ReadonlyMap<string, Uint8Array>, parts: Parts): Buffer {
  const entries = [...files].map(([path, bytes]): [string, Uint8Array] => {
    if (!/\.(?:xml|rels)$/i.test(path)) return [path, bytes]
    parts.xml(path)
    return [path, Buffer.from((parts.text(path) ?? '').replace(longGap, ' '), 'utf8')]
  })
  return writeZip(entries, { store: true })
}

async function convert(
  buffer: Buffer,
  map: string[],
  put: (bytes: Uint8Array, kind: string) => string,
): Promise<{ html: string; missing: number }> {
  try {
    const { value, messages } = await mammoth.convertToHtml(
      { buffer },
      {
        styleMap: map,
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async (image) => ({
          src: put(await image.readAsBuffer(), fileOf(image.contentType)),
        })),
      },
    )
    return { html: value, missing: messages.filter(({ type }) => type === 'error').length }
  } catch (error) {
    if (error instanceof DocumentFault) throw error
    throw new DocumentFault({ key: 'fault.unreadable' })
  }
}

/** A name with the ending that a kind of content has, for the words of a loss. */
function fileOf(contentType: string | undefined): string {
  const kind = /([a-z]+)(?:\+xml)?$/i.exec(contentType ?? '')?.[1] ?? ''
  return `.${kind.toLowerCase() === 'jpeg' ? 'jpg' : kind}`
}

function hasHeaders(parts: Parts): boolean {
  return parts.paths.some((path) => {
    const document = /^word\/(?:header|footer)\d*\.xml$/.test(path) ? parts.xml(path) : undefined
    return document !== undefined && textIn(document).trim() !== ''
  })
}

function titleOf(parts: Parts): string {
  const core = parts.xml('docProps/core.xml')
  const title = core?.children.find((child) => typeof child !== 'string' && child.name === 'title')
  return title && typeof title !== 'string' ? textIn(title).replace(/\s+/g, ' ').trim() : ''
}
