import { profileFramework } from '~/competency/target-profile'
import { latestFramework } from '~/competency/frameworks.server'
import type { Domain, Framework } from '~/competency/framework'
import type { DraftItem } from '~/assessment/item'
import { draftKinds, type DraftKindName } from '~/authoring/drafts/draft-kind'
import type { Message } from '~/formats/message'
import { reader } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { contentChange, titleOfPart, type ContentRow } from '../packs/content-change.server'
import type { StoredPart } from '../packs/content-part'
import type { BatchCounts, BatchHead, BatchSummary, PreviewQuestion, Show } from './batch'
import { batchFor } from './batch-row.server'
import { packChange } from './pack-change.server'
import { startReading } from './reading.server'

const pageSize = 20
const filters: Record<Show, string> = {
  all: '1',
  losses: "item IS NOT NULL AND losses <> '[]'",
  refused: 'item IS NULL',
}

export type PreviewView = BatchHead & {
  state: 'preview'
  notes: Message[]
  counts: BatchCounts
  show: Show
  page: number
  pages: number
  questions: PreviewQuestion[]
  /** Of a content pack its parts, in place of questions. */
  content: ContentRow[] | null
  domains: Domain[]
  levels: Framework['levels']
}

export type ImportView =
  | PreviewView
  | (BatchHead & { state: 'reading' })
  | (BatchHead & { state: 'discarded' })
  | (BatchHead & { state: 'failed'; problem: Message })
  | (BatchHead & { state: 'confirmed'; summary: BatchSummary })

/** An import as it stands; of a preview one page. */
export function viewQuestionImport(
  actor: Actor,
  id: string,
  query: { show: Show; page: number },
): ImportView {
  const { fileName, format, state, createdAt, ...row } = batchFor(actor, id)
  const head = { id, fileName, format, createdAt }
  if (state === 'reading') {
    // A restart of the server may have cut the reading off.
    startReading(id)
    return { ...head, state }
  }
  if (state === 'discarded') return { ...head, state }
  if (state === 'failed') return { ...head, state, problem: JSON.parse(row.problem!) as Message }
  if (state === 'confirmed') return { ...head, state, summary: JSON.parse(row.summary!) as BatchSummary }
  const counts = reader.sql.get<BatchCounts>(
    `SELECT count(*) AS "all", coalesce(sum(taken), 0) AS taken, coalesce(sum(${filters.refused}), 0) AS refused,
       coalesce(sum(${filters.losses}), 0) AS losses FROM ImportQuestion WHERE batchId = ?`,
    id,
  )!
  const pages = Math.max(1, Math.ceil(counts[query.show] / pageSize))
  const page = Math.min(Math.max(1, Math.trunc(query.page)), pages)
  const { domains, levels } = latestFramework(profileFramework).framework
  return {
    ...head,
    state,
    notes: JSON.parse(row.notes) as Message[],
    counts,
    show: query.show,
    page,
    pages,
    questions: format === 'content' ? [] : questionsOf(id, query.show, page, format === 'pack'),
    content: format === 'content' ? contentOf(id, query.show, page) : null,
    domains,
    levels,
  }
}

type QuestionRow = Record<'category' | 'losses', string> & {
  number: number
  line: number | null
  name: string | null
  item: string | null
  taken: number
}

function rowsOf(id: string, show: Show, page: number): QuestionRow[] {
  return reader.sql.all<QuestionRow>(
    `SELECT number, line, name, category, item, losses, taken FROM ImportQuestion
     WHERE batchId = ? AND ${filters[show]} ORDER BY number LIMIT ${pageSize} OFFSET ?`,
    ...[id, (page - 1) * pageSize],
  )
}

function contentOf(id: string, show: Show, page: number): ContentRow[] {
  return rowsOf(id, show, page).map(({ number, name, category, losses, item, taken }): ContentRow => {
    const part = item === null ? null : (JSON.parse(item) as StoredPart)
    const [kind] = JSON.parse(category) as [DraftKindName]
    return {
      number,
      kind: part?.kind ?? (draftKinds.includes(kind) ? kind : 'item'),
      code: part?.code ?? name ?? '',
      version: part?.version ?? 1,
      title: part ? titleOfPart(part) : '',
      losses: JSON.parse(losses) as Message[],
      taken: Boolean(taken),
      ...(part ? contentChange(part) : { change: null, differences: null }),
    }
  })
}

function questionsOf(id: string, show: Show, page: number, isPack: boolean): PreviewQuestion[] {
  return rowsOf(id, show, page).map(({ category, losses, item, taken, ...rest }): PreviewQuestion => {
    const read = item === null ? null : (JSON.parse(item) as DraftItem)
    return {
      ...rest,
      category: JSON.parse(category) as string[],
      losses: JSON.parse(losses) as Message[],
      item: read,
      taken: Boolean(taken),
      change: isPack && read ? packChange(read) : null,
    }
  })
}

/** The actor's own imports, the newest first. */
export function listQuestionImports(actor: Actor): (BatchHead & { summary: BatchSummary | null })[] {
  authorise(actor, 'studio.write')
  const rows = reader.sql.all<BatchHead & { summary: string | null }>(
    `SELECT id, fileName, format, state, createdAt, summary FROM ImportBatch WHERE accountId = ?
     ORDER BY createdAt DESC LIMIT 50`,
    actor.accountId,
  )
  return rows.map((row) => ({
    ...row,
    summary: row.summary ? (JSON.parse(row.summary) as BatchSummary) : null,
  }))
}

/** A picture of a question that is being looked at, by its hash. */
export function importPicture(
  actor: Actor,
  id: string,
  hash: string,
): { type: string; bytes: Uint8Array } | null {
  batchFor(actor, id)
  return (
    reader.sql.get<{ type: string; bytes: Uint8Array }>(
      'SELECT type, bytes FROM ImportPicture WHERE batchId = ? AND hash = ? LIMIT 1',
      ...[id, hash],
    ) ?? null
  )
}
