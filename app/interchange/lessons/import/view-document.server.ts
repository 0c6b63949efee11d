import type { Message } from '~/formats/message'
import type { Problem } from '~/formats/problem'
import { readText } from '~/learning/pack/text-shape'
import { reader } from '~/platform/db/db.server'
import type { Locale } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import type { Block, Loss } from '../document'
import { documentReading } from './document-reading.server'
import { documentFor } from './document-row.server'
import type { DocumentHead, Mended } from './sent-document'

/** Originals are long: few stand on a page. */
const pageSize = 5

/** `problems` are what is wrong with the Markdown by itself: messages of the namespace `content`. */
export type ShownLesson = Mended & { from: Message; original: Block[]; problems: Problem[] }
export type ShownPicture = { width: number; height: number }

export type DocumentPreview = DocumentHead & {
  state: 'preview'
  title: string
  language: Locale
  losses: Loss[]
  all: number
  taken: number
  page: number
  pages: number
  lessons: ShownLesson[]
  /** The pictures that there are, by their names. */
  pictures: Record<string, ShownPicture>
}

export type DocumentView =
  | DocumentPreview
  | (DocumentHead & { state: 'reading' | 'discarded' })
  | (DocumentHead & { state: 'failed'; problem: Message })
  | (DocumentHead & { state: 'confirmed'; draftId: string })

/** A document as it stands; of a preview one page. */
export function viewDocument(actor: Actor, id: string, wanted: number): DocumentView {
  const { fileName, kind, state, createdAt, lessonCount, ...row } = documentFor(actor, id)
  const head = { id, fileName, kind, createdAt, lessonCount }
  // A restart of the server may have cut the reading off.
  if (state === 'reading') documentReading.start(id)
  if (state === 'reading' || state === 'discarded') return { ...head, state }
  if (state === 'failed') return { ...head, state, problem: JSON.parse(row.problem!) as Message }
  if (state === 'confirmed') return { ...head, state, draftId: row.draftId! }
  const { all, taken } = reader.sql.get<{ all: number; taken: number }>(
    'SELECT count(*) AS "all", coalesce(sum(taken), 0) AS taken FROM DocumentLesson WHERE documentId = ?',
    id,
  )!
  const pages = Math.max(1, Math.ceil(all / pageSize))
  const page = Math.min(Math.max(1, Math.trunc(wanted)), pages)
  const pictures = reader.sql.all<ShownPicture & { name: string }>(
    'SELECT name, width, height FROM DocumentPicture WHERE documentId = ?',
    id,
  )
  return {
    ...head,
    state,
    title: row.title,
    language: row.language,
    losses: JSON.parse(row.losses) as Loss[],
    ...{ all, taken, page, pages },
    lessons: lessonsOf(id, page),
    pictures: Object.fromEntries(pictures.map(({ name, width, height }) => [name, { width, height }])),
  }
}

type LessonRow = {
  number: number
  title: string
  markdown: string
  place: string
  original: string
  taken: number
}

function lessonsOf(id: string, page: number): ShownLesson[] {
  const rows = reader.sql.all<LessonRow>(
    `SELECT number, title, markdown, place, original, taken FROM DocumentLesson
     WHERE documentId = ? ORDER BY number LIMIT ${pageSize} OFFSET ?`,
    ...[id, (page - 1) * pageSize],
  )
  return rows.map(({ place, original, taken, ...rest }) => ({
    ...rest,
    taken: Boolean(taken),
    from: JSON.parse(place) as Message,
    original: JSON.parse(original) as Block[],
    problems: readText('', rest.markdown).problems,
  }))
}

/** The documents that the actor sent, the newest first. */
export function listDocuments(actor: Actor): DocumentHead[] {
  authorise(actor, 'studio.write')
  return reader.sql.all<DocumentHead>(
    `SELECT id, fileName, kind, state, createdAt, lessonCount FROM DocumentImport WHERE accountId = ?
     ORDER BY createdAt DESC LIMIT 50`,
    actor.accountId,
  )
}

/** A picture of a document that is being looked at, by its name without its folder. */
export function documentPicture(
  actor: Actor,
  id: string,
  name: string,
): { type: string; bytes: Uint8Array } | null {
  documentFor(actor, id)
  return (
    reader.sql.get<{ type: string; bytes: Uint8Array }>(
      'SELECT type, bytes FROM DocumentPicture WHERE documentId = ? AND name = ?',
      ...[id, `figures/${name}`],
    ) ?? null
  )
}
