import type { DraftItem } from '~/assessment/item'
import type { Message } from '~/formats/message'
import { pictureSize } from '~/formats/picture-size'
import enTexts from '~/locales/en/interchange.json'
import viTexts from '~/locales/vi/interchange.json'
import { pick, type Bilingual, type Locale } from '~/platform/i18n/locale'
import type { WrittenFile } from '../found'
import { cleanText, oneLine } from '../plain-text'
import { writeManifest, type Resource } from './manifest'
import type { PackedPicture } from './write-body'
import { writeItem, type QtiVersion } from './write-item'

const texts = { vi: viTexts, en: enTexts }
const nameOf: Bilingual = { vi: 'Tiếng Việt', en: 'English' }

/** The files of a package by their path in it. */
export type QtiFiles = Omit<WrittenFile, 'content'> & { files: Map<string, Uint8Array> }

/**
 * Items as a QTI content package: imsmanifest.xml, an assessmentItem each, and their pictures under images/. One
 * language; scores 0 to 1 as ours does, by the templates of response processing where they fit, else by rules.
 * `pictures` holds the bytes of pictures by the `src` of an item. What an item loses is told, and so is an item that the
 * format cannot hold. Our own reader gives the same items back without what was told.
 */
export function writeQti(
  items: DraftItem[],
  locale: Locale,
  version: QtiVersion,
  pictures: ReadonlyMap<string, Uint8Array>,
): QtiFiles {
  const files = new Map<string, Uint8Array>()
  const resources: Resource[] = []
  const losses: QtiFiles['losses'] = []
  const packed = new PackedPictures(pictures, files)
  const paths = new Set<string>()
  const words = { true: texts[locale]['qti.true'], false: texts[locale]['qti.false'] }
  items.forEach((each, i) => {
    const item = each.code === '' ? { ...each, code: `I_${i + 1}` } : each
    const { picture, loss } = packed.of(item, locale)
    const written = writeItem(item, { locale, version, words, picture })
    const lost = [
      ...(loss ? [loss] : []),
      ...(written ? [...commonLosses(item, locale), ...written.losses] : [{ key: 'qti.leftOut' }]),
    ]
    if (lost.length > 0) losses.push({ code: each.code, losses: lost })
    if (!written) return
    const path = freePath(item.code, paths)
    files.set(path, encode(written.content))
    resources.push({ path, files: picture ? [picture.href] : [] })
  })
  const manifest = encode(writeManifest(resources, version))
  return { files: new Map([['imsmanifest.xml', manifest], ...files]), losses }
}

const encode = (text: string) => new TextEncoder().encode(text)

/** Files bear the code of their item, where that is a name for a file that is not taken. */
function freePath(code: string, taken: Set<string>): string {
  const name = code.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+/, '') || 'item'
  for (let count = 1; ; count += 1) {
    const path = count === 1 ? `${name}.xml` : `${name}-${count}.xml`
    if (path !== 'imsmanifest.xml' && !taken.has(path.toLowerCase())) {
      taken.add(path.toLowerCase())
      return path
    }
  }
}

/** Pictures are packed once, however many items show them. */
class PackedPictures {
  private readonly hrefs = new Map<string, string>()

  constructor(
    private readonly pictures: ReadonlyMap<string, Uint8Array>,
    private readonly files: Map<string, Uint8Array>,
  ) {}

  of({ picture }: DraftItem, locale: Locale): { picture: PackedPicture | null; loss?: Message } {
    if (!picture) return { picture: null }
    const bytes = this.pictures.get(picture.src)
    const size = bytes ? pictureSize(bytes) : null
    if (!bytes || !size) {
      const key = bytes ? 'loss.pictureBad' : 'loss.pictureMissing'
      return { picture: null, loss: { key, values: { src: picture.src } } }
    }
    const plain = /^(?!\/)[A-Za-z0-9._/-]+$/.test(picture.src) && !/(^|\/)\.{0,2}(\/|$)/.test(picture.src)
    const href =
      this.hrefs.get(picture.src) ??
      `images/${plain ? picture.src : `picture-${this.hrefs.size + 1}.${size.type.slice('image/'.length)}`}`
    this.hrefs.set(picture.src, href)
    this.files.set(href, bytes)
    return { picture: { ...size, href, alt: oneLine(pick(picture.alt, locale)) } }
  }
}

/** What every kind loses: the other language, and what QTI has no place for. */
function commonLosses(item: DraftItem, locale: Locale): Message[] {
  const other: Locale = locale === 'vi' ? 'en' : 'vi'
  const { competency, level, cognitive, family, source, difficulty, pilot, category } = item
  const set = [competency, level, cognitive, family, source, difficulty, pilot, category]
  return [
    ...(speaks(item, other) ? [{ key: 'loss.otherLanguage', values: { language: nameOf[other] } }] : []),
    ...(set.some((value) => value != null && value !== '' && value !== false)
      ? [{ key: 'qti.metadata' }]
      : []),
  ]
}

/** Whether any part of an item says something in that language. */
function speaks(part: unknown, locale: Locale): boolean {
  if (typeof part !== 'object' || part === null) return false
  return Object.entries(part).some(([key, value]: [string, unknown]) =>
    key === locale && typeof value === 'string' ? cleanText(value) !== '' : speaks(value, locale),
  )
}
