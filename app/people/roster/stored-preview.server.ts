import { createHash } from 'node:crypto'
import { reader, type Reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import { effectOf, type Preview } from './preview'

/** What a confirmation stands for: a form carries it, so that only what was seen is written. */
export function effectMark(preview: Pick<Preview, 'rows' | 'outcomes'>): string {
  return createHash('sha256').update(effectOf(preview)).digest('base64url').slice(0, 22)
}

/** The columns of an import that hold a preview; its mark stands beside it, where it is read without the whole. */
export function previewColumns(preview: Preview): { preview: string; summary: string } {
  return {
    preview: JSON.stringify(preview),
    summary: JSON.stringify({ mark: effectMark(preview), made: preview.totals }),
  }
}

type From = { sql: Pick<Reader['sql'], 'get'> }

export function readPreview(from: From, id: string): Preview {
  const row = from.sql.get<{ preview: string | null }>('SELECT preview FROM RosterImport WHERE id = ?', id)
  if (!row?.preview) throw refuse('notFound')
  return JSON.parse(row.preview) as Preview
}

let latest: { id: string; summary: string; preview: Preview } | null = null

/** A preview for looking at: of a large one every page would else be parsed anew, so the last one is kept. */
export function previewSeen(id: string, summary: string | null): { preview: Preview; mark: string } {
  const { mark } = JSON.parse(summary ?? '{}') as { mark: string }
  if (latest?.id !== id || latest.summary !== summary)
    latest = { id, summary: summary ?? '', preview: readPreview(reader, id) }
  return { preview: latest.preview, mark }
}
