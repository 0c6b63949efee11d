import { constants } from 'node:fs'
import { open } from 'node:fs/promises'

/** What is wrong with the system at the moment and not with the file. */
const passing = new Set(['EMFILE', 'ENFILE', 'ENOMEM', 'EIO', 'EAGAIN', 'EBUSY'])

/**
 * The bytes of a plain file; its size where it has more than `most`; null for a link, a folder, nothing, or what may not
 * be read.
 */
export async function readPlainFile(file: string, most: number): Promise<Buffer | number | null> {
  // O_NOFOLLOW is missing on Windows, where making a link needs rights of its own.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
  const handle = await open(file, flags).catch((error: unknown) => {
    if (passing.has(systemCode(error))) throw error
    return null
  })
  if (!handle) return null
  try {
    const stat = await handle.stat()
    if (!stat.isFile()) return null
    return stat.size > most ? stat.size : await handle.readFile()
  } finally {
    await handle.close()
  }
}

/** The system's name of what went wrong, such as ENOENT. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** Text as UTF-8, with the line ends of one system; null where it is no UTF-8. */
export function decodeText(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n/g, '\n')
  } catch {
    return null
  }
}
