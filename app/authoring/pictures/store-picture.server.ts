import { pictureSize } from '~/formats/picture-size'
import { encodeWithin, type EncodedFigure } from '~/learning/encode-pictures.server'
import { limits } from '~/learning/pack/pack-file'
import type { Tx } from '~/platform/db/db.server'
import type { PictureFault } from './picture-fault'

/** A picture shrunk and encoded anew, not stored yet. */
export type ReadPicture = EncodedFigure & { fault?: never }
/** A stored picture: the hash by which it is served (paths.figure), its size in pixels and in bytes. */
export type StoredPicture = { hash: string; width: number; height: number; bytes: number }

/** One picture is worked on at a time, so that what it costs is bounded however many are sent. */
let last: Promise<unknown> = Promise.resolve()

/**
 * Reads a picture that somebody sent, by what is in it and never by its name: PNG, JPEG, GIF or WebP, up to 5 MB and 40
 * megapixels. It comes back as WebP, at most 1200 pixels wide and 120 KB, without its metadata. It takes a while: call it
 * before the transaction begins.
 *
 * @example
 * const picture = await readPicture(new Uint8Array(await upload.arrayBuffer()))
 * if (picture.fault) return { fault: picture.fault }
 * await inTransaction(async (tx) => {
 *   const { hash, width, height } = storePicture(tx, picture)
 * })
 */
export function readPicture(bytes: Uint8Array): Promise<ReadPicture | { fault: PictureFault }> {
  const done = last.then(() => read(bytes))
  last = done.catch(() => undefined)
  return done
}

/** Stores a picture that was read, where those of modules are; the same picture is kept once. */
export function storePicture(tx: Pick<Tx, 'sql'>, picture: ReadPicture): StoredPicture {
  const { hash, type, width, height, bytes } = picture
  tx.sql.run(
    'INSERT OR IGNORE INTO Figure (hash, type, width, height, bytes) VALUES (?, ?, ?, ?, ?)',
    ...[hash, type, width, height, bytes],
  )
  return { hash, width, height, bytes: bytes.length }
}

async function read(bytes: Uint8Array): Promise<ReadPicture | { fault: PictureFault }> {
  if (bytes.length === 0) return { fault: 'empty' }
  if (bytes.length > limits.picture) return { fault: 'tooBig' }
  const size = pictureSize(bytes)
  if (!size) return { fault: isDrawing(bytes) ? 'drawing' : 'noPicture' }
  if (size.width * size.height > limits.megapixels * 1e6) return { fault: 'tooManyPixels' }
  const made = await encodeWithin(Buffer.from(bytes), limits.lessonPictures)
  if (made === 'broken') return { fault: 'damaged' }
  return made === 'heavy' ? { fault: 'heavy' } : made
}

/** Whether a file is an SVG drawing, which may hold scripts and is never taken. */
function isDrawing(bytes: Uint8Array): boolean {
  return /<svg[\s>]/i.test(Buffer.from(bytes.subarray(0, 4096)).toString('latin1'))
}
