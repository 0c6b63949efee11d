import { fold } from '~/formats/fold'
import type { Message } from '~/formats/message'
import type { Bilingual, Locale } from '~/platform/i18n/locale'
import { bytesOfBase64 } from './base64'
import type { FoundQuestion } from './found'
import { pictureKind } from './picture-kind'
import { cleanText } from './plain-text'
import { textIn, type XmlElement } from './safe-xml'

type Shown = { src: string; alt: Bilingual }

/** The pictures of one question of Moodle XML: files that stand in it in base64, and what its texts show of them. */
export class MoodlePictures {
  private readonly files = new Map<string, XmlElement>()
  private readonly shown = new Map<string, Shown>()
  private readonly read = new Map<string, Uint8Array | null>()

  /** Files named as `path` and `name` say, which texts show as `@@PLUGINFILE@@/path/name`. */
  take(files: readonly XmlElement[]) {
    for (const file of files) {
      const name = `${file.attributes.get('path') ?? '/'}${file.attributes.get('name') ?? ''}`
      if (!this.files.has(name)) this.files.set(name, file)
    }
  }

  /** A text shows a picture; the same one in the text of another language is one picture with both their words. */
  show(image: { src: string; alt: string }, locale?: Locale) {
    const alt = cleanText(image.alt)
    const known = this.shown.get(image.src)
    const found = known ?? { src: image.src, alt: { vi: '', en: '' } }
    if (!known) this.shown.set(found.src, found)
    for (const each of locale ? [locale] : (['vi', 'en'] as const))
      if (found.alt[each] === '') found.alt[each] = alt
  }

  /** The first picture that is in the file and can be one, for `locale` alone or for both languages. */
  first(only: Locale | null): { picture: Shown; file: FoundQuestion['pictures'][number] } | null {
    for (const image of this.shown.values()) {
      const bytes = this.bytesOf(image.src)
      const kind = bytes && pictureKind(bytes)
      if (!bytes || !kind) continue
      const src = `figures/${plainName(image.src)}.${kind === 'gif' ? 'png' : kind}`
      const alt = only ? { vi: '', en: '', [only]: image.alt[only] } : image.alt
      return { picture: { src, alt }, file: { src, bytes } }
    }
    return null
  }

  losses(): Message[] {
    const losses: Message[] = []
    let good = 0
    for (const { src } of this.shown.values()) {
      const bytes = this.bytesOf(src)
      const name = src.startsWith('data:') ? 'data:' : src.replace('@@PLUGINFILE@@/', '').slice(0, 80)
      if (!bytes) losses.push({ key: 'loss.pictureMissing', values: { src: name } })
      else if (!pictureKind(bytes)) losses.push({ key: 'loss.pictureBad', values: { src: name } })
      else good += 1
    }
    if (good > 1) losses.push({ key: 'loss.pictures', values: { count: good - 1 } })
    return losses
  }

  private bytesOf(src: string): Uint8Array | null {
    let bytes = this.read.get(src)
    if (bytes === undefined) this.read.set(src, (bytes = this.fileOf(src)))
    return bytes
  }

  private fileOf(src: string): Uint8Array | null {
    const inline = /^data:image\/[a-z+.-]{1,20};base64,/i.exec(src)
    if (inline) return bytesOfBase64(src.slice(inline[0].length))
    const at = src.indexOf('@@PLUGINFILE@@')
    const file = at < 0 ? undefined : this.files.get(decoded(src.slice(at + 14).split('?')[0]!))
    return file && file.attributes.get('encoding') === 'base64' ? bytesOfBase64(textIn(file)) : null
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** A name that a file may have beside an item, out of any. */
function plainName(src: string): string {
  const last = src.startsWith('data:') ? '' : (decoded(src).split('?')[0]!.split('/').at(-1) ?? '')
  const name = fold(last.replace(/\.[^.]*$/, ''))
    .slice(0, 60)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return name === '' ? 'picture' : name
}
