import type { Message } from '~/formats/message'
import { readPicture, type ReadPicture } from '~/authoring/pictures/store-picture.server'
import { inTransaction, reader, type Tx } from '~/platform/db/db.server'
import type { Locale } from '~/platform/i18n/locale'
import { oneAtATime } from '~/platform/jobs/one-at-a-time.server'
import { addedUp, everyPiece, isShown, type FoundDocument, type FoundLesson, type Loss } from '../document'
import { readDocumentAside, type ReadDocument } from '../read-document.server'
import { moduleLimits } from './sent-document'

/** Reads documents in the background. */
export const documentReading = oneAtATime('reading a document', read, (id) => fail(id))

type Encoded = Map<string, ReadPicture>

async function read(id: string): Promise<void> {
  const row = reader.sql.get<{ file: Buffer | null; language: Locale; state: string; fileName: string }>(
    'SELECT file, language, state, fileName FROM DocumentImport WHERE id = ?',
    id,
  )
  if (!row?.file || row.state !== 'reading') return
  const document = await readDocumentAside({ bytes: new Uint8Array(row.file), locale: row.language })
  if (!document.found) return fail(id, document)
  const { found, kind } = document
  const pictures: Encoded = new Map()
  for (const { name, bytes } of found.pictures.values()) {
    const picture = await readPicture(bytes)
    if (!picture.fault) pictures.set(name, picture)
  }
  const title = found.title || row.fileName.replace(/\.[a-z]+$/i, '').replace(/[_\s]+/g, ' ')
  const whole = withoutLost(found, pictures)
  await inTransaction((tx) =>
    Promise.resolve(store(tx, id, { ...whole, title: title.trim() }, kind, pictures)),
  )
}

/** The document without the pictures that turned out to be none, each told where it stood. */
function withoutLost(found: FoundDocument, pictures: Encoded): FoundDocument {
  const losses: Loss[] = []
  const lessons = found.lessons.map((lesson): FoundLesson => {
    let { markdown } = lesson
    for (const piece of everyPiece(lesson.original).filter(isShown)) {
      if (piece.picture === '' || piece.lost || pictures.has(piece.picture)) continue
      piece.lost = { key: 'loss.pictureBad', values: { count: 1 } }
      losses.push({ what: piece.lost, where: lesson.from })
      markdown = markdown
        .split('\n')
        .filter((line) => !(line.startsWith('![') && line.endsWith(`](${piece.picture})`)))
        .join('\n')
        .replace(/\n{3,}/g, '\n\n')
        .trimStart()
    }
    return { ...lesson, markdown }
  })
  return { ...found, lessons, losses: addedUp([...found.losses, ...losses]) }
}

// What was discarded in the meantime is left alone.
function store(
  tx: Tx,
  id: string,
  { title, lessons, losses }: FoundDocument,
  kind: ReadDocument['kind'],
  pictures: Encoded,
): void {
  const changed = tx.sql.run(
    `UPDATE DocumentImport SET state = 'preview', kind = ?, title = ?, losses = ?, file = NULL
     WHERE id = ? AND state = 'reading'`,
    ...[kind, title.slice(0, moduleLimits.title), JSON.stringify(losses), id],
  )
  if (changed === 0) return
  lessons.forEach((lesson, at) =>
    tx.sql.run(
      `INSERT INTO DocumentLesson (documentId, number, title, markdown, place, original, taken)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      ...[id, at + 1, lesson.title, lesson.markdown, JSON.stringify(lesson.from)],
      ...[JSON.stringify(lesson.original), at < moduleLimits.lessons ? 1 : 0],
    ),
  )
  for (const [name, { hash, type, width, height, bytes }] of pictures)
    tx.sql.run(
      `INSERT INTO DocumentPicture (documentId, name, hash, type, width, height, bytes)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      ...[id, name, hash, type, width, height, bytes],
    )
}

async function fail(id: string, document?: ReadDocument): Promise<void> {
  const problem: Message = document?.problem ?? { key: 'fault.unreadable' }
  await inTransaction((tx) =>
    Promise.resolve(
      tx.sql.run(
        "UPDATE DocumentImport SET state = 'failed', kind = ?, problem = ?, file = NULL WHERE id = ? AND state = 'reading'",
        ...[document?.kind ?? null, JSON.stringify(problem), id],
      ),
    ),
  )
}
