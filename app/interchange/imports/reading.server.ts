import { encodePicture } from '~/learning/encode-pictures.server'
import { inTransaction, reader, type Tx } from '~/platform/db/db.server'
import type { Locale } from '~/platform/i18n/locale'
import { oneAtATime } from '~/platform/jobs/one-at-a-time.server'
import type { FoundQuestion } from '../questions/found'
import { readUploadAside, type Upload } from '../questions/read-upload.server'
import { packChange } from './pack-change.server'

const reading = oneAtATime('reading a file of questions', read, (id) => fail(id))

/** Reads an import's file in the background; a second call while it waits or runs changes nothing. */
export function startReading(id: string): void {
  reading.start(id)
}

/** Resolves when nothing is being read for an import any more. */
export function readingDone(id: string): Promise<void> {
  return reading.done(id)
}

async function read(id: string): Promise<void> {
  const row = reader.sql.get<{ file: Buffer | null; language: Locale; state: string }>(
    'SELECT file, language, state FROM ImportBatch WHERE id = ?',
    id,
  )
  if (!row?.file || row.state !== 'reading') return
  const upload = await readUploadAside({ bytes: new Uint8Array(row.file), locale: row.language })
  if (upload.found.problem) return fail(id, upload)
  const pictures = await encoded(upload.found.questions)
  await inTransaction((tx) => Promise.resolve(store(tx, id, upload, pictures)))
}

type Pictures = Map<FoundQuestion, Awaited<ReturnType<typeof pictureOf>>[]>

/** Pictures shrunk and encoded anew; what is none is told with its question. */
async function encoded(questions: FoundQuestion[]): Promise<Pictures> {
  const made: Pictures = new Map()
  for (const question of questions) {
    if (!question.item || question.pictures.length === 0) continue
    const list = []
    for (const { src, bytes } of question.pictures) {
      const picture = await pictureOf(src, bytes)
      if (picture) list.push(picture)
      else question.losses.push({ key: 'loss.pictureBad', values: { src } })
    }
    made.set(question, list)
  }
  return made
}

async function pictureOf(src: string, bytes: Uint8Array) {
  const figure = await encodePicture(bytes)
  return figure && { src, ...figure }
}

// What was discarded in the meantime is left alone.
function store(tx: Tx, id: string, { format, found, notes }: Upload, pictures: Pictures): void {
  const changes = tx.sql.run(
    "UPDATE ImportBatch SET state = 'preview', format = ?, notes = ?, file = NULL WHERE id = ? AND state = 'reading'",
    ...[format, JSON.stringify(notes), id],
  )
  if (changes === 0) return
  for (const question of found.questions) {
    const { number, line, name, category, item, losses } = question
    const shown = item && withFigure(item, pictures.get(question) ?? [])
    const same = format === 'pack' && shown !== null && packChange(shown) === 'same'
    tx.sql.run(
      `INSERT INTO ImportQuestion (batchId, number, line, name, category, item, losses, taken)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[id, number, line, name, JSON.stringify(category), shown && JSON.stringify(shown)],
      ...[JSON.stringify(losses), shown && !same ? 1 : 0],
    )
    for (const { src, hash, type, width, height, bytes } of pictures
      .get(question)
      ?.flatMap((each) => each ?? []) ?? [])
      tx.sql.run(
        `INSERT OR IGNORE INTO ImportPicture (batchId, number, src, hash, type, width, height, bytes)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        ...[id, number, src, hash, type, width, height, bytes],
      )
  }
}

function withFigure(
  item: NonNullable<FoundQuestion['item']>,
  pictures: Awaited<ReturnType<typeof pictureOf>>[],
) {
  const picture = pictures.find((each) => each?.src === item.picture?.src)
  if (!item.picture || !picture) return item
  const { hash, width, height } = picture
  return {
    ...item,
    picture: { src: `figures/${hash}.webp`, alt: item.picture.alt, figure: { hash, width, height } },
  }
}

async function fail(id: string, upload?: Upload): Promise<void> {
  const problem = upload?.found.problem ?? { key: 'upload.unreadable' }
  await inTransaction((tx) =>
    Promise.resolve(
      tx.sql.run(
        "UPDATE ImportBatch SET state = 'failed', format = ?, problem = ?, file = NULL WHERE id = ? AND state = 'reading'",
        ...[upload?.format ?? null, JSON.stringify(problem), id],
      ),
    ),
  )
}
