import { encodePicture } from '~/learning/encode-pictures.server'
import { inTransaction, reader, type Tx } from '~/platform/db/db.server'
import type { Locale } from '~/platform/i18n/locale'
import { log } from '~/platform/log/log.server'
import type { FoundQuestion } from '../questions/found'
import { readUploadAside, type Upload } from '../questions/read-upload.server'
import { packChange } from './pack-change.server'

const running = new Map<string, Promise<void>>()
/** One file is read at a time, so that what reading costs is bounded however many are sent. */
let last: Promise<void> = Promise.resolve()

/** Reads an import's file in the background; a second call while it waits or runs changes nothing. */
export function startReading(id: string): void {
  if (running.has(id)) return
  const done = last
    .then(() => read(id))
    .catch((error: unknown) => {
      log.error({ err: error, importId: id }, 'reading a file of questions failed')
      return fail(id)
    })
    .finally(() => running.delete(id))
  last = done
  running.set(id, done)
}

/** Resolves when nothing is being read for an import any more. */
export async function readingDone(id: string): Promise<void> {
  await running.get(id)
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
