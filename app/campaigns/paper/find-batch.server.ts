import type { Db } from '~/competency/target-profiles.server'
import { refuse } from '~/platform/http/errors'
import type { BatchSummary, PaperProblem, PaperRow } from './batch'

export type BatchState = 'preview' | 'confirmed' | 'discarded'
export type BatchRecord = {
  id: string
  fileName: string
  state: BatchState
  rows: PaperRow[]
  problems: PaperProblem[]
  summary: BatchSummary
  createdAt: string
  confirmedAt: string | null
}

type Row = Omit<BatchRecord, 'rows' | 'problems' | 'summary'> & {
  rows: string | null
  problems: string
  summary: string
}

/** A batch of a campaign, for whoever has been authorised for that campaign. */
export function findBatch(db: Db, campaignId: string, id: string): BatchRecord {
  const row = db.sql.get<Row>(
    `SELECT id, fileName, state, rows, problems, coalesce(summary, '{}') AS summary, createdAt, confirmedAt
     FROM PaperBatch WHERE id = ? AND campaignId = ?`,
    id,
    campaignId,
  )
  if (!row) throw refuse('notFound')
  return {
    ...row,
    rows: row.rows ? (JSON.parse(row.rows) as PaperRow[]) : [],
    problems: JSON.parse(row.problems) as PaperProblem[],
    summary: JSON.parse(row.summary) as BatchSummary,
  }
}
