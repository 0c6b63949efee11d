import { createHash } from 'node:crypto'
import { formVersion } from '~/assessment/content.server'
import type { SurveyForm } from '~/assessment/form'
import { now } from '~/platform/clock/now.server'
import { inTransaction, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import type { DraftForm } from './draft-form'
import { wholeForm } from './whole-form'

type Newest = { id: string; version: number; origin: string }

function newestForm(tx: Pick<Tx, 'sql'>, code: string): Newest | null {
  return (
    tx.sql.get<Newest>(
      'SELECT id, version, origin FROM FormVersion WHERE code = ? ORDER BY version DESC LIMIT 1',
      code,
    ) ?? null
  )
}

/** Publishes a draft without faults as the next version of its form. @returns the id of the version */
export function publishForm(tx: Tx, data: DraftForm): string {
  const whole = wholeForm(data)
  if ('faults' in whole) throw refuse('badRequest')
  return store(tx, whole.form)
}

/**
 * Stores a form as the next version of its code. New campaigns choose it; those that have one of its earlier versions keep
 * that. The loading of content/ leaves a form alone that has a version of the studio.
 */
function store(tx: Pick<Tx, 'sql'>, form: SurveyForm): string {
  const version = (newestForm(tx, form.code)?.version ?? 0) + 1
  const data = JSON.stringify({ ...form, version })
  const id = `${form.code}@${version}`
  tx.sql.run('UPDATE FormVersion SET retired = 1 WHERE code = ?', form.code)
  tx.sql.run(
    `INSERT INTO FormVersion (id, code, version, respondent, hash, data, loadedAt, origin)
     VALUES (?, ?, ?, ?, ?, ?, ?, 'studio')`,
    ...[id, form.code, version, form.respondent],
    ...[createHash('sha256').update(data).digest('hex'), data, dbDate(now())],
  )
  return id
}

/**
 * Publishes what an older version said as the next one. Nothing happens where another version came since `seen`.
 * @returns the id of the new version, or null
 */
export async function rollBackForm(
  actor: Actor,
  { code, to, seen }: { code: string; to: string; seen: string },
): Promise<string | null> {
  authorise(actor, 'studio.review')
  return inTransaction(async (tx): Promise<string | null> => {
    if (newestForm(tx, code)?.id !== seen) return null
    const older = formVersion(to)
    if (older.code !== code || to === seen) throw refuse('badRequest')
    const version = store(tx, older)
    await audit(tx, actor.accountId, 'form.rollback', version, { to })
    return version
  })
}

/** Takes a form out of use, or gives its newest version again. Campaigns that have it go on with it. */
export async function retireForm(actor: Actor, code: string, retired: boolean): Promise<void> {
  authorise(actor, 'studio.review')
  await inTransaction(async (tx) => {
    const newest = newestForm(tx, code)
    if (!newest) throw refuse('notFound')
    // A version of the studio's own, so that the next loading of content/ does not bring the form back.
    const id = newest.origin === 'studio' ? newest.id : store(tx, formVersion(newest.id))
    tx.sql.run('UPDATE FormVersion SET retired = ? WHERE id = ?', retired ? 1 : 0, id)
    await audit(tx, actor.accountId, retired ? 'form.retire' : 'form.restore', id)
  })
}
