import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { isClosed } from '~/assessment/read-content.server'
import { decodeText, readPlainFile, systemCode } from '~/platform/files/plain-file.server'
import { limits, pictureFile, textFile, type PackFile, type PackFiles } from './pack/pack-file'

/** The files of content/modules, and the hash of what each says, by its path from there. */
export type ReadFiles = { files: PackFiles; hashes: Map<string, string> }

const deepest = 4

/** Reads content/modules; nothing where the folder is missing. No link is followed, so nothing outside is ever opened. */
export async function readPackFiles(folder: string): Promise<ReadFiles> {
  const read: ReadFiles = { files: new Map(), hashes: new Map() }
  for (const name of await namesUnder(folder)) {
    const { file, hash } = await readOne(folder, name)
    read.files.set(name, file)
    read.hashes.set(name, hash)
  }
  return read
}

/** One picture as it lies in content/modules, for encoding. */
export async function readPicture(folder: string, name: string): Promise<Buffer> {
  const bytes = await readPlainFile(path.join(folder, name), limits.picture)
  if (!Buffer.isBuffer(bytes) || !isPicture(bytes)) throw new Error(`${name} is no picture any more`)
  return bytes
}

/** Paths of all files below, in order; hidden files, which systems and editors leave, are no content. */
async function namesUnder(folder: string, inside = '', depth = 0): Promise<string[]> {
  const entries = await readdir(path.join(folder, inside), { withFileTypes: true }).catch(
    (error: unknown) => {
      if (['ENOENT', 'ENOTDIR'].includes(systemCode(error))) return []
      throw error
    },
  )
  const names: string[] = []
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue
    const name = inside ? `${inside}/${entry.name}` : entry.name
    if (entry.isDirectory() && depth < deepest) names.push(...(await namesUnder(folder, name, depth + 1)))
    else names.push(name)
  }
  return names
}

async function readOne(folder: string, name: string): Promise<{ file: PackFile; hash: string }> {
  const at = path.join(folder, name)
  const bytes = await readPlainFile(at, limits.picture)
  if (bytes === null) return { file: { kind: (await isClosed(at)) ? 'closed' : 'link' }, hash: '' }
  if (typeof bytes === 'number') return { file: { kind: 'large', size: bytes }, hash: '' }
  const size = bytes.length
  const text = textFile.test(name) ? decodeText(bytes) : null
  if (text !== null) return { file: { kind: 'text', text, size }, hash: sha256(text) }
  const dimensions = pictureFile.test(name) && isPicture(bytes) ? await measure(bytes) : null
  return dimensions
    ? { file: { kind: 'picture', size, ...dimensions }, hash: sha256(bytes) }
    : { file: { kind: 'unreadable', size }, hash: '' }
}

/** By its first bytes, so that nothing but these three formats ever reaches the decoder. */
function isPicture(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 12).toString('latin1')
  return (
    start.startsWith('\x89PNG\r\n\x1a\n') ||
    start.startsWith('\xff\xd8\xff') ||
    /^RIFF[^]{4}WEBP$/.test(start)
  )
}

async function measure(bytes: Buffer): Promise<{ width: number; height: number } | null> {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    return { width, height }
  } catch {
    return null
  }
}

function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex')
}
