import { lstat, readdir } from 'node:fs/promises'
import path from 'node:path'

/** What content/ looks like from outside; `newest` is when something in it last changed, in milliseconds. */
export type Look = { text: string; newest: number }

/** Each part by itself, since one may be a link to another disk. */
const parts = ['forms', 'frameworks', 'items', 'modules', 'places', 'practice']

/** Names, sizes and times of everything in content/: one look costs a few milliseconds and reads no file. */
export async function lookAt(content: string): Promise<Look> {
  const files = (await Promise.all(parts.map((part) => pathsUnder(path.join(content, part))))).flat().sort()
  const stats = await Promise.all(files.map((file) => lstat(file).catch(() => null)))
  const lines = files.map((file, at) => {
    const stat = stats[at]
    // The time of change is set at every writing, also where a copy keeps the time of the original.
    return `${file} ${stat?.size} ${stat?.mtimeMs} ${stat?.ctimeMs}`
  })
  return { text: lines.join('\n'), newest: Math.max(0, ...stats.map((stat) => stat?.ctimeMs ?? 0)) }
}

async function pathsUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])
  return [folder, ...entries.map((entry) => path.join(entry.parentPath, entry.name))]
}
