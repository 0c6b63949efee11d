import { now } from '~/platform/clock/now.server'
import { inTransaction, reader } from '~/platform/db/db.server'
import { vietnamDay } from '~/platform/i18n/format'
import { log } from '~/platform/log/log.server'
import { existingPeople } from '../persons/existing-people.server'
import { optionsOf } from './import-row.server'
import type { Failure, Prepared } from './prepare-roster.server'
import { foreignCodes, rosterReference } from './roster-reference.server'
import { previewColumns } from './stored-preview.server'
import { prepareInThread } from './roster-thread.server'

export type ReadingProgress = { read: number; total: number }

const running = new Map<string, { progress: ReadingProgress; done: Promise<void> }>()

const unexpected: Failure = {
  reasons: [{ message: { key: 'import.failed.unexpected' }, mend: { key: 'import.failed.unexpected.mend' } }],
  sheets: [],
  needsCommune: false,
}

/** How far the reading of an import is; begins it anew where a restart of the server has cut it off. */
export function readingProgress(id: string): ReadingProgress {
  return startReading(id)
}

/** Reads an import's file in the background; a second call while it runs changes nothing. */
export function startReading(id: string): ReadingProgress {
  const known = running.get(id)
  if (known) return known.progress
  const progress: ReadingProgress = { read: 0, total: 0 }
  const done = read(id, progress)
    .catch((error: unknown) => {
      log.error({ err: error, importId: id }, 'reading a roster failed')
      return store(id, { failure: unexpected })
    })
    .finally(() => running.delete(id))
  running.set(id, { progress, done })
  return progress
}

/** Resolves when nothing is being read for an import any more. */
export async function readingDone(id: string): Promise<void> {
  await running.get(id)?.done
}

async function read(id: string, progress: ReadingProgress): Promise<void> {
  const row = await reader.rosterImport.findUnique({ where: { id } })
  if (!row?.file || row.state !== 'reading') return
  const { decisions, ...options } = optionsOf(row)
  const prepared = await prepareInThread(
    {
      file: row.file,
      fileName: row.fileName,
      options: { ...options, today: vietnamDay(now()) },
      reference: rosterReference(row.provinceCode),
      existing: existingPeople(reader, row.provinceCode),
      foreign: foreignCodes(reader, row.provinceCode),
      decisions,
    },
    (rows, total) => Object.assign(progress, { read: rows, total }),
  )
  await store(id, prepared)
}

// What was discarded or read anew in the meantime is left alone.
async function store(id: string, { preview, failure }: Prepared): Promise<void> {
  const data = preview
    ? { state: 'preview' as const, ...previewColumns(preview), failure: null }
    : { state: 'failed' as const, preview: null, failure: JSON.stringify(failure) }
  await inTransaction((tx) => tx.rosterImport.updateMany({ where: { id, state: 'reading' }, data }))
}
