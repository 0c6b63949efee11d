import { startModuleFromLessons, type LessonPicture } from '~/authoring/modules/start-module.server'
import type { ReadPicture } from '~/authoring/pictures/store-picture.server'
import type { Message } from '~/formats/message'
import { readText } from '~/learning/pack/text-shape'
import { now } from '~/platform/clock/now.server'
import { inTransaction, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { documentFor } from './document-row.server'
import { keepMending } from './mend-document.server'
import { whyNot, type Mended, type Mending } from './sent-document'

type Confirmed = { draftId: string; fault?: never } | { fault: Message; draftId?: never }

/**
 * Makes a draft module of the lessons that are to be taken, all or none, with the pictures that they show. What was mended is
 * kept either way. Confirming twice changes nothing.
 */
export async function confirmDocument(actor: Actor, id: string, mending: Mending): Promise<Confirmed> {
  return inTransaction(async (tx) => {
    const { state, draftId: made, language } = documentFor(actor, id, tx.sql)
    if (state === 'confirmed' && made) return { draftId: made }
    if (state !== 'preview') return { fault: { key: 'confirm.notReady' } }
    keepMending(tx, id, mending)
    const lessons = tx.sql.all<Omit<Mended, 'taken'>>(
      'SELECT number, title, markdown FROM DocumentLesson WHERE documentId = ? AND taken ORDER BY number',
      id,
    )
    const fault = whyNot(mending.title, lessons)
    if (fault) return { fault }
    const pictures = shownPictures(tx, id, lessons)
    const draftId = await startModuleFromLessons(tx, actor, {
      title: mending.title,
      language,
      lessons,
      pictures,
    })
    closeDocument(tx, id, 'confirmed', { draftId, count: lessons.length })
    await audit(tx, actor.accountId, 'document.import', id, { lessons: lessons.length })
    return { draftId }
  })
}

function shownPictures(tx: Tx, id: string, lessons: { markdown: string }[]): LessonPicture[] {
  const shown = new Set(
    lessons.flatMap(({ markdown }) => readText('', markdown).figures.map(({ path }) => path)),
  )
  return tx.sql
    .all<ReadPicture & { name: string }>(
      'SELECT name, hash, type, width, height, bytes FROM DocumentPicture WHERE documentId = ? ORDER BY name',
      id,
    )
    .filter(({ name }) => shown.has(name))
    .map(({ name, ...picture }) => ({ name, picture }))
}

/** Ends a document: what was read of it is dropped. */
export function closeDocument(
  tx: Tx,
  id: string,
  state: 'confirmed' | 'discarded',
  made: { draftId: string; count: number } | null,
): void {
  tx.sql.run('DELETE FROM DocumentPicture WHERE documentId = ?', id)
  tx.sql.run('DELETE FROM DocumentLesson WHERE documentId = ?', id)
  tx.sql.run(
    `UPDATE DocumentImport SET state = ?, draftId = ?, lessonCount = ?, file = NULL, losses = '[]', confirmedAt = ?
     WHERE id = ?`,
    ...[state, made?.draftId ?? null, made?.count ?? null, made ? dbDate(now()) : null, id],
  )
}
