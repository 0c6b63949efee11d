import { lstat, readdir } from 'node:fs/promises'
import path from 'node:path'
import { loadContent } from '~/assessment/load-content.server'
import { env } from '~/env.server'
import { log } from '~/platform/log/log.server'
import { noteContentProblems } from './content-problems.server'
import { loadModules } from './load-modules.server'

let seen: string | null = null
let loading = false

/** At start: a module that is broken is told in the log, and everything else is served. */
export async function loadModulesAtStart(): Promise<void> {
  seen = await lookOf(env.CONTENT_DIR)
  try {
    noteContentProblems(await loadModules())
  } catch (error) {
    log.error({ err: error }, 'modules could not be loaded; those loaded before are served')
  }
}

/** Every half minute: when a file of content/ has changed, everything is loaded again; what is broken stays as it was. */
export async function reloadModules(): Promise<void> {
  if (loading) return
  const look = await lookOf(env.CONTENT_DIR)
  if (look === seen) return
  seen = look
  loading = true
  try {
    const problems = await loadContent()
    noteContentProblems([...problems, ...(await loadModules())])
    log.info('content loaded again')
  } finally {
    loading = false
  }
}

/** Names, sizes and times of everything below: one look costs a few milliseconds and reads no file. */
async function lookOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])
  const lines = await Promise.all(
    entries.map(async (entry) => {
      const file = path.join(entry.parentPath, entry.name)
      const stat = await lstat(file).catch(() => null)
      return `${file} ${stat?.size} ${stat?.mtimeMs}`
    }),
  )
  return lines.sort().join('\n')
}
