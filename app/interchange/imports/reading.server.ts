import { createHash } from 'node:crypto'
import type { Message } from '~/formats/message'
import { encodePicture } from '~/learning/encode-pictures.server'
import { inTransaction, reader, type Tx } from '~/platform/db/db.server'
import type { Locale } from '~/platform/i18n/locale'
import { oneAtATime } from '~/platform/jobs/one-at-a-time.server'
import { contentChange } from '../packs/content-change.server'
import type { FoundPart, StoredPart } from '../packs/content-part'
import { storedPart } from '../packs/stored-parts.server'
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
  const parts = await partsOf(upload.parts ?? [])
  await inTransaction((tx) => Promise.resolve(store(tx, id, upload, pictures, parts)))
}

type Encoded = NonNullable<Awaited<ReturnType<typeof pictureOf>>>
type Pictures = Map<FoundQuestion, (Encoded | null)[]>
type ReadPart = { found: FoundPart; part: StoredPart | null; losses: Message[]; pictures: Encoded[] }

/** Modules, forms and practice tasks as drafts have them, their pictures encoded. */
async function partsOf(found: FoundPart[]): Promise<ReadPart[]> {
  const parts: ReadPart[] = []
  for (const each of found) {
    const pictures: Encoded[] = []
    const lost: Message[] = []
    for (const { src, bytes } of each.pictures) {
      const picture = await pictureOf(src, bytes)
      if (picture) pictures.push(picture)
      else lost.push({ key: 'loss.pictureBad', values: { src } })
    }
    const { part, losses } = storedPart(each, pictures)
    parts.push({ found: each, part, losses: [...losses, ...lost], pictures })
  }
  return parts
}

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

/** A picture that is served here already, as in a pack of this library, stays as it is. */
async function pictureOf(src: string, bytes: Uint8Array) {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
  const known = reader.sql.get<{ type: string; width: number; height: number }>(
    'SELECT type, width, height FROM Figure WHERE hash = ?',
    hash,
  )
  if (known) return { src, hash, ...known, bytes: Buffer.from(bytes) }
  const figure = await encodePicture(bytes)
  return figure && { src, ...figure }
}

// What was discarded in the meantime is left alone.
function store(
  tx: Tx,
  id: string,
  { format, found, notes }: Upload,
  pictures: Pictures,
  parts: ReadPart[],
): void {
  const changes = tx.sql.run(
    "UPDATE ImportBatch SET state = 'preview', format = ?, notes = ?, file = NULL WHERE id = ? AND state = 'reading'",
    ...[format, JSON.stringify(notes), id],
  )
  if (changes === 0) return
  parts.forEach(({ found: { kind, code }, part, losses, pictures: own }, at) => {
    const row = { number: at + 1, line: null, name: code, category: [kind], losses }
    insert(tx, id, row, part, part !== null && contentChange(part).change !== 'same', own)
  })
  for (const question of found.questions) {
    const { item } = question
    const own = pictures.get(question)?.flatMap((each) => each ?? []) ?? []
    const shown = item && withFigure(item, own)
    const same = (format === 'pack' || format === 'content') && shown !== null && packChange(shown) === 'same'
    const part = shown && { kind: 'item' as const, code: shown.code, version: shown.version, data: shown }
    const row = { ...question, number: question.number + parts.length }
    insert(tx, id, row, format === 'content' ? part : shown, shown !== null && !same, own)
  }
}

type Row = Pick<FoundQuestion, 'number' | 'line' | 'name' | 'category' | 'losses'>

function insert(
  tx: Tx,
  id: string,
  row: Row,
  said: object | null,
  taken: boolean,
  pictures: Encoded[],
): void {
  const { number, line, name, category, losses } = row
  tx.sql.run(
    `INSERT INTO ImportQuestion (batchId, number, line, name, category, item, losses, taken)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[id, number, line, name, JSON.stringify(category), said && JSON.stringify(said)],
    ...[JSON.stringify(losses), taken ? 1 : 0],
  )
  for (const { src, hash, type, width, height, bytes } of pictures)
    tx.sql.run(
      `INSERT OR IGNORE INTO ImportPicture (batchId, number, src, hash, type, width, height, bytes)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[id, number, src, hash, type, width, height, bytes],
    )
}

function withFigure(item: NonNullable<FoundQuestion['item']>, pictures: Encoded[]) {
  const picture = pictures.find((each) => each.src === item.picture?.src)
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
