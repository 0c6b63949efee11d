import { stringify } from 'yaml'
import type { DraftItem } from '~/assessment/item'
import { writeZip } from '~/formats/zip.server'
import type { WrittenFile } from '../found'

/** The bytes of a figure by its hash; null where there is none. */
export type FigureBytes = (hash: string) => { type: string; bytes: Uint8Array } | null

/**
 * Items as a content pack: items/<competency>.yaml as content/ has them, both languages, and their pictures. The same items
 * give the same bytes. Items without a competency cannot stand in a pack.
 */
export function writePack(items: DraftItem[], figureOf: FigureBytes): WrittenFile<Uint8Array> {
  const losses: WrittenFile['losses'] = []
  const files = new Map<string, Uint8Array>()
  const groups = new Map<string, Record<string, unknown>[]>()
  for (const item of items) {
    const { competency, name: _name, category: _category, picture, ...rest } = item
    if (!competency) {
      losses.push({ code: item.code, losses: [{ key: 'upload.noCompetency' }] })
      continue
    }
    const packed: Record<string, unknown> = { ...rest }
    delete packed.id
    if (picture) {
      const figure = picture.figure ? figureOf(picture.figure.hash) : null
      const src =
        figure && picture.figure ? `figures/${picture.figure.hash}.${endingOf(figure.type)}` : picture.src
      if (figure) files.set(`items/${src}`, figure.bytes)
      else losses.push({ code: item.code, losses: [{ key: 'loss.pictureMissing', values: { src } }] })
      packed.picture = { src, alt: picture.alt }
    }
    groups.set(competency, [...(groups.get(competency) ?? []), packed])
  }
  const encoder = new TextEncoder()
  for (const [competency, list] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const text = stringify({ competency, items: list }, { lineWidth: 0, aliasDuplicateObjects: false })
    files.set(`items/${competency.replace(/[^0-9a-z.-]/gi, '_')}.yaml`, encoder.encode(text))
  }
  return { content: writeZip([...files].sort(([a], [b]) => (a < b ? -1 : 1))), losses }
}

const endingOf = (type: string) => (type === 'image/webp' ? 'webp' : type === 'image/png' ? 'png' : 'jpg')
