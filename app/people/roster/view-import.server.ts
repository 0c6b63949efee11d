import { reader } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { workProvince } from '../places/work-province.server'
import { communesIn } from '../places/places.server'
import { allPositions } from '../positions/positions.server'
import type { ImportSummary } from './confirm-import.server'
import type { DiffRow } from './diff-types'
import { importFor, optionsOf } from './import-row.server'
import type { Failure } from './prepare-roster.server'
import { importable, previewRows } from './preview'
import { previewSeen } from './stored-preview.server'
import { countsOf, pageOf, type PreviewCounts, type PreviewPage, type Show } from './preview-page'
import { readingProgress, type ReadingProgress } from './reading.server'

type Names = { communes: Record<string, string>; positions: Record<string, { vi: string; en: string }> }

export type PreviewView = {
  state: 'preview'
  totals: Record<DiffRow['status'], number>
  rows: number
  importable: number
  counts: PreviewCounts
  page: PreviewPage
  sheet: string
  sheets: string[]
  legacyCells: number
  converted: boolean
  decided: number
  mark: string
  names: Names
}

export type ImportView = { id: string; fileName: string; createdAt: string } & (
  | { state: 'reading'; progress: ReadingProgress }
  | { state: 'failed'; failure: Failure; communes: { code: string; name: string }[] }
  | PreviewView
  | { state: 'confirmed'; summary: ImportSummary; confirmedAt: string }
  | { state: 'discarded' }
)

/** An import as it stands; of a preview one page of one list. */
export async function viewImport(
  actor: Actor,
  id: string,
  query: { show: Show | null; page: number },
): Promise<ImportView> {
  const row = await importFor(actor, id)
  const head = { id, fileName: row.fileName, createdAt: row.createdAt.toISOString() }
  if (row.state === 'reading') return { ...head, state: 'reading', progress: readingProgress(id) }
  if (row.state === 'discarded') return { ...head, state: 'discarded' }
  if (row.state === 'confirmed') {
    const summary = JSON.parse(row.summary ?? '{}') as ImportSummary
    return { ...head, state: 'confirmed', summary, confirmedAt: row.confirmedAt!.toISOString() }
  }
  const communes = communesIn(row.provinceCode).map(({ code, name }) => ({ code, name }))
  if (row.state === 'failed')
    return { ...head, state: 'failed', failure: JSON.parse(row.failure!) as Failure, communes }
  const { preview, mark } = previewSeen(id, row.summary)
  const { convertLegacy, decisions } = optionsOf(row)
  const rows = previewRows(preview)
  const counts = countsOf(preview, rows)
  return {
    ...head,
    state: 'preview',
    totals: preview.totals,
    rows: rows.length,
    importable: importable(preview.totals),
    counts,
    page: pageOf(preview, rows, query.show ?? firstShow(counts), query.page),
    sheet: preview.layout.sheet,
    sheets: preview.sheets,
    legacyCells: preview.legacyCells,
    converted: convertLegacy,
    decided: Object.keys(decisions).length,
    mark,
    names: {
      communes: Object.fromEntries(communes.map(({ code, name }) => [code, name])),
      positions: Object.fromEntries(allPositions().map(({ code, name }) => [code, name])),
    },
  }
}

/** What needs the planner comes first. */
function firstShow(counts: PreviewCounts): Show {
  return (
    (['error', 'decide', 'moved', 'new', 'changed'] as const).find((show) => counts[show] > 0) ?? 'unchanged'
  )
}

export type ImportListRow = {
  id: string
  fileName: string
  createdAt: string
  state: ImportView['state']
  by: string
  summary: ImportSummary | null
}

/** The imports of the actor's province, the newest first. */
export function listImports(actor: Actor): ImportListRow[] {
  const provinceCode = workProvince(actor, 'roster.import')
  authorise(actor, 'roster.import', { provinceCode })
  const rows = reader.sql.all<Omit<ImportListRow, 'summary'> & { summary: string | null }>(
    `SELECT i.id, i.fileName, i.createdAt, i.state, coalesce(a.displayName, '') AS by,
       CASE i.state WHEN 'confirmed' THEN i.summary END AS summary
     FROM RosterImport i LEFT JOIN Account a ON a.id = i.accountId
     WHERE i.provinceCode = ? ORDER BY i.createdAt DESC LIMIT 50`,
    provinceCode,
  )
  return rows.map((row) => ({
    ...row,
    summary: row.summary ? (JSON.parse(row.summary) as ImportSummary) : null,
  }))
}
