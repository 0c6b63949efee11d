import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { Problem } from '~/formats/problem'
import { decodeText, readPlainFile } from '~/platform/files/plain-file.server'

const folders = ['frameworks', 'frameworks/self-assessment', 'items', 'forms']
const largest = 1024 ** 2

/** The texts of frameworks, items and forms by their paths in content/, in NFC. */
export async function readContentFiles(
  content: string,
): Promise<{ files: Map<string, string>; problems: Problem[] }> {
  const files = new Map<string, string>()
  const problems: Problem[] = []
  for (const folder of folders) {
    const names = await readdir(path.join(content, folder)).catch(() => null)
    if (!names) problems.push({ file: folder, line: 1, key: 'folder.missing', values: {} })
    for (const name of (names ?? []).filter((each) => each.endsWith('.yaml')).sort()) {
      const file = `${folder}/${name}`
      const bytes = await readPlainFile(path.join(content, file), largest)
      const text = Buffer.isBuffer(bytes) ? decodeText(bytes) : null
      if (text === null) problems.push({ file, line: 1, key: 'file.unreadable', values: {} })
      else files.set(file, text.normalize('NFC'))
    }
  }
  return { files, problems }
}
