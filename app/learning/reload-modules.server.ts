import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { loadContent } from '~/assessment/load-content.server'
import { contentChanging, missingFolders } from '~/assessment/read-content.server'
import { env } from '~/env.server'
import type { Problem } from '~/formats/problem'
import { now } from '~/platform/clock/now.server'
import { reader } from '~/platform/db/db.server'
import { log } from '~/platform/log/log.server'
import { lookAt, type Look } from './content-look.server'
import { noteContentProblems, problemLines } from './content-problems.server'
import { loadModules } from './load-modules.server'

/** So long nothing may change before files count as copied whole. */
const rest = 20_000

/** The newest look, and since when it has been the same. */
let standing = { look: '', since: new Date(0) }
/** The look whose content was taken. */
let taken: string | null = null
let loading = false
let failure: string | null = null

/**
 * Frameworks, items and forms at start. What is broken is returned, and what was loaded before is served; without
 * anything before, the start ends. Nothing is withdrawn on one look: the first reload does that, when content/ looks the
 * same half a minute later.
 */
export async function loadContentAtStart(): Promise<Problem[]> {
  taken = null
  const look = await lookAt(env.CONTENT_DIR)
  standing = { look: look.text, since: now() }
  const isFirst = !reader.sql.get('SELECT 1 FROM FrameworkVersion LIMIT 1')
  const problems = await loadContent(env.CONTENT_DIR, {
    withdraw: false,
    settled: settledAtStart(look, isFirst),
  })
  if (isFirst && problems.length > 0)
    throw new Error(`Content that cannot be used:\n${problemLines(problems)}`)
  return problems
}

/** At start: a module that is broken is told in the log like what was `refused` before, and everything else is served. */
export async function loadModulesAtStart(refused: Problem[]): Promise<void> {
  noteContentProblems(refused)
  try {
    const look = await lookAt(env.CONTENT_DIR)
    const isFirst = !reader.sql.get('SELECT 1 FROM ModuleVersion LIMIT 1')
    const settled = settledAtStart(look, isFirst)
    noteContentProblems([...refused, ...(await loadModules(modulesFolder(), { withdraw: false, settled }))])
  } catch (error) {
    log.error({ err: error }, 'modules could not be loaded; those loaded before are served')
  }
}

/**
 * Every half minute: what has changed in content/ is loaded once two looks have found it the same, so that no half of a
 * copy is taken for a version and nothing is withdrawn that is only being replaced. What is broken stays as it was.
 */
export async function reloadModules(): Promise<void> {
  if (loading) return
  loading = true
  try {
    await takeWhatRests()
    failure = null
  } catch (error) {
    // The next look tries again; what stands in the log once need not stand there twice a minute.
    const text = String(error)
    if (text !== failure) log.error({ err: error }, 'content could not be loaded; it is tried again')
    failure = text
  } finally {
    loading = false
  }
}

async function takeWhatRests(): Promise<void> {
  const look = await lookAt(env.CONTENT_DIR)
  if (look.text !== standing.look) {
    standing = { look: look.text, since: now() }
    return
  }
  if (look.text === taken || Math.abs(now().getTime() - standing.since.getTime()) < rest) return
  const missing = await missingFolders(env.CONTENT_DIR)
  const options = { withdraw: missing.length === 0, settled: () => isSame(look) }
  const problems = await loadContent(env.CONTENT_DIR, options)
  problems.push(...(await loadModules(modulesFolder(), options)))
  if (problems.includes(contentChanging) || !(await isSame(look))) return
  const told = new Set(problems.map(({ file, key }) => `${key} ${file}`))
  noteContentProblems([...missing.filter(({ file, key }) => !told.has(`${key} ${file}`)), ...problems])
  taken = look.text
  log.info({ problems: problems.length }, 'content loaded')
}

/** Versions stay for ever, so what was copied a moment ago waits; an empty database has nothing else to serve. */
function settledAtStart(look: Look, isFirst: boolean): (isNew: boolean) => Promise<boolean> {
  return async (isNew) => {
    const age = now().getTime() - look.newest
    if (isNew && !isFirst && age < rest) {
      log.info('content/ has just changed; the start waits until it rests')
      await pause(Math.min(rest, rest - age))
    }
    return isSame(look)
  }
}

async function isSame(look: Look): Promise<boolean> {
  return (await lookAt(env.CONTENT_DIR)).text === look.text
}

function modulesFolder(): string {
  return path.join(env.CONTENT_DIR, 'modules')
}
