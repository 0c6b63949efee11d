import { createHash } from 'node:crypto'
import type { Module } from '~/learning/module'
import { moduleVersion } from '~/learning/modules.server'
import { now } from '~/platform/clock/now.server'
import { inTransaction, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { checksOf, storedFigures, type DraftModule } from './draft-module'
import { libraryFor } from './library.server'
import { minutesOf, type Library } from './module-check'

/**
 * Publishes a draft without faults as the next version of its module, with the newest version of each question.
 * @returns the id of the version
 */
export function publishModule(tx: Tx, data: DraftModule): string {
  return store(tx, wholeModule(data, libraryFor(data)))
}

/** A draft without faults as a module is stored. */
export function wholeModule(data: DraftModule, { items }: Pick<Library, 'items'>): Module {
  const { code, title, aim, competencies, requires, practice, quiz, guide, moved } = data
  const codes = new Set(data.lessons.map((lesson) => lesson.code))
  const versionOf = (item: string) => items.get(item)?.id ?? []
  return {
    ...{ code, version: data.version, title, aim, for: data.for, requires, practice },
    competencies: competencies.map(({ code: competency, level }) => ({
      ...{ code: competency, level: level ?? 1 },
    })),
    lessons: data.lessons.map((lesson) => ({
      ...{ code: lesson.code, minutes: minutesOf(lesson), title: lesson.title, aim: lesson.aim },
      ...{ text: lesson.text, checks: checksOf(lesson).flatMap(versionOf) },
    })),
    guide: guide.vi.trim() === '' && guide.en.trim() === '' ? null : guide,
    quiz: { ...quiz, draw: quiz.draw ?? quiz.items.length, items: quiz.items.flatMap(versionOf) },
    figures: storedFigures(data),
    moved: Object.fromEntries(Object.entries(moved).filter(([from]) => !codes.has(from))),
  }
}

type Newest = { id: string; version: number; origin: string }

function newestModuleRow(tx: Pick<Tx, 'sql'>, code: string): Newest | null {
  return (
    tx.sql.get<Newest>(
      'SELECT id, version, origin FROM ModuleVersion WHERE code = ? ORDER BY version DESC LIMIT 1',
      code,
    ) ?? null
  )
}

/**
 * Stores a module as the next version of its code. Its earlier versions are given to nobody new and stay with those who
 * began with them; the loading of content/ leaves a module alone that has a version of the studio.
 */
function store(tx: Pick<Tx, 'sql'>, module: Module): string {
  const version = (newestModuleRow(tx, module.code)?.version ?? 0) + 1
  const data = JSON.stringify({ ...module, version })
  const id = `${module.code}@${version}`
  tx.sql.run('UPDATE ModuleVersion SET retired = 1 WHERE code = ?', module.code)
  tx.sql.run(
    `INSERT INTO ModuleVersion (id, code, version, hash, data, loadedAt, origin) VALUES (?, ?, ?, ?, ?, ?, 'studio')`,
    ...[id, module.code, version, createHash('sha256').update(data).digest('hex'), data, dbDate(now())],
  )
  return id
}

/** A stored version without what its row says of it. */
function contentOf(id: string): Module {
  const { id: _id, hash: _hash, ...module } = moduleVersion(id)
  return module
}

/**
 * Publishes what an older version said as the next one. Nothing happens where another version came since `seen`.
 * @returns the id of the new version, or null
 */
export async function rollBackModule(
  actor: Actor,
  { code, to, seen }: { code: string; to: string; seen: string },
): Promise<string | null> {
  authorise(actor, 'studio.review')
  return inTransaction(async (tx): Promise<string | null> => {
    if (newestModuleRow(tx, code)?.id !== seen) return null
    const older = contentOf(to)
    if (older.code !== code || to === seen) throw refuse('badRequest')
    const version = store(tx, older)
    await audit(tx, actor.accountId, 'module.rollback', version, { to })
    return version
  })
}

/** Withdraws a module, or gives its newest version again. What somebody began with it stays as it was. */
export async function withdrawModule(actor: Actor, code: string, withdrawn: boolean): Promise<void> {
  authorise(actor, 'studio.review')
  await inTransaction(async (tx) => {
    const newest = newestModuleRow(tx, code)
    if (!newest) throw refuse('notFound')
    // A version of the studio's own, so that the next loading of content/ does not bring the module back.
    const id = newest.origin === 'studio' ? newest.id : store(tx, contentOf(newest.id))
    tx.sql.run('UPDATE ModuleVersion SET retired = ? WHERE id = ?', withdrawn ? 1 : 0, id)
    await audit(tx, actor.accountId, withdrawn ? 'module.withdraw' : 'module.restore', id)
  })
}
