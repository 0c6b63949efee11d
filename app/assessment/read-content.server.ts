import { lstat, readdir } from 'node:fs/promises'
import path from 'node:path'
import type { Problem } from '~/formats/problem'
import { decodeText, readPlainFile, systemCode } from '~/platform/files/plain-file.server'

const folders = ['frameworks', 'frameworks/self-assessment', 'items', 'forms', 'measurement']
/** An installation may do without these. */
const optional = ['practice']
const largest = 1024 ** 2

/** Files changed while they were read: nothing of them was stored. */
export const contentChanging: Problem = { file: '.', line: 1, key: 'folder.changing', values: {} }

/** The texts of frameworks, items, forms and measurement standards by their paths in content/, in NFC. */
export async function readContentFiles(
  content: string,
): Promise<{ files: Map<string, string>; problems: Problem[] }> {
  const files = new Map<string, string>()
  const problems: Problem[] = []
  for (const folder of [...folders, ...optional]) {
    const names = (await namesIn(path.join(content, folder))).filter((each) => each.endsWith('.yaml'))
    if (names.length === 0 && !optional.includes(folder)) problems.push(folderMissing(folder))
    for (const name of names.sort()) {
      const file = `${folder}/${name}`
      const at = path.join(content, file)
      const bytes = await readPlainFile(at, largest)
      const text = Buffer.isBuffer(bytes) ? decodeText(bytes) : null
      if (text !== null) files.set(file, text.normalize('NFC'))
      else {
        const key = bytes === null && (await isClosed(at)) ? 'file.closed' : 'file.unreadable'
        problems.push({ file, line: 1, key, values: {} })
      }
    }
  }
  return { files, problems }
}

/** Folders of content/ that are not there or are empty, as on a disk that was not mounted. */
export async function missingFolders(content: string): Promise<Problem[]> {
  const all = await Promise.all(
    [...folders, 'modules', 'places'].map(async (folder) => {
      const names = await namesIn(path.join(content, folder))
      const wanted = folder === 'modules' ? /^[^.][^.]*$/ : /\.yaml$/
      return names.some((name) => wanted.test(name)) ? [] : [folderMissing(folder)]
    }),
  )
  return all.flat()
}

export function folderMissing(folder: string): Problem {
  return { file: folder, line: 1, key: 'folder.missing', values: {} }
}

/** Whether a file that could not be opened is a plain one, which the product may not read. */
export async function isClosed(file: string): Promise<boolean> {
  return (await lstat(file).catch(() => null))?.isFile() ?? false
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    // Anything else, such as too many open files, passes and is no sign of a folder that is gone.
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error))) return []
    throw error
  }
}
