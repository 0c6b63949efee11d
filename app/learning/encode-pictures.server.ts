import { createHash } from 'node:crypto'
import sharp from 'sharp'
import type { Problem } from '~/formats/problem'
import type { Module } from './module'
import { readPicture } from './pack-files.server'
import type { PackModule } from './pack/check-module'
import { limits } from './pack/pack-file'

export type EncodedFigure = { hash: string; type: string; width: number; height: number; bytes: Buffer }

/** From good to small; the first that is light enough is taken. */
const attempts = [1, 0.8, 0.6, 0.45].flatMap((share) =>
  [80, 70, 60, 50].map((quality) => ({ width: Math.round(limits.pictureWidth * share), quality })),
)

/**
 * Shrinks and encodes the pictures of a module anew, so that nothing of the file that somebody sent reaches a reader: no
 * metadata, no trailing bytes, no odd format. The pictures of a lesson share the weight that a lesson may have.
 */
export async function encodePictures(
  folder: string,
  { module, pictures, shown }: PackModule,
): Promise<{ figures: Module['figures']; encoded: EncodedFigure[]; problems: Problem[] }> {
  const figures = structuredClone(module.figures)
  const encoded: EncodedFigure[] = []
  const problems: Problem[] = []
  const byName = new Map<string, EncodedFigure | 'broken' | 'heavy'>()
  for (const { path, locale, name } of pictures) {
    const file = `modules/${module.code}/${name}`
    let made = byName.get(name)
    if (!made) {
      made = await encodeWithin(await readPicture(folder, `${module.code}/${name}`), allowance(path))
      byName.set(name, made)
      if (made === 'broken') problems.push({ file, line: 1, key: 'file.unreadable', values: {} })
      else if (made === 'heavy') {
        const limit = Math.floor(allowance(path) / 1024)
        problems.push({ file, line: 1, key: 'figure.heavy', values: { limit } })
      } else encoded.push(made)
    }
    if (typeof made === 'string') continue
    const { hash, width, height, bytes } = made
    figures[path]![locale] = { kind: 'picture', hash, width, height, bytes: bytes.length }
  }
  return { figures, encoded, problems }

  function allowance(path: string): number {
    const together = Object.values(shown)
      .filter((paths) => paths.includes(path))
      .map((paths) => paths.filter((each) => figures[each]?.vi.kind === 'picture').length)
    return Math.floor(limits.lessonPictures / Math.max(1, ...together))
  }
}

/**
 * One picture, shrunk and encoded anew. `broken`: bytes that are no whole picture, or one of too many pixels; `heavy`: at
 * the least quality it still has more than `most` bytes.
 */
export async function encodeWithin(
  source: Buffer,
  most: number,
): Promise<EncodedFigure | 'broken' | 'heavy'> {
  try {
    for (const { width: widest, quality } of attempts) {
      const { data, info } = await sharp(source, {
        limitInputPixels: limits.megapixels * 1e6,
        failOn: 'error',
      })
        .autoOrient()
        .resize({ width: widest, withoutEnlargement: true })
        .webp({ quality })
        .toBuffer({ resolveWithObject: true })
      if (data.length > most) continue
      const hash = createHash('sha256').update(data).digest('hex').slice(0, 32)
      return { hash, type: 'image/webp', width: info.width, height: info.height, bytes: data }
    }
    return 'heavy'
  } catch {
    return 'broken'
  }
}

/** One picture that somebody sent, shrunk and encoded anew like those of modules; null for bytes that are no picture. */
export async function encodePicture(source: Uint8Array): Promise<EncodedFigure | null> {
  const made = await encodeWithin(Buffer.from(source), limits.lessonPictures)
  return typeof made === 'string' ? null : made
}
