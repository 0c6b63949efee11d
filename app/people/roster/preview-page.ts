import type { DiffRow } from './diff-types'
import type { Preview } from './preview'
import type { Problem } from './types'

/** The lists of a preview, in the order of its tabs. */
export const shows = ['error', 'decide', 'new', 'moved', 'changed', 'unchanged', 'notes'] as const
export type Show = (typeof shows)[number]
export type PreviewCounts = Record<Show, number>

export const pageSize = 50

/** A problem with the row it is about; null where the whole file is meant. */
export type ProblemLine = { row: number | null; problem: Problem }

export type PreviewPage = { page: number; pages: number } & (
  | { show: 'error' | 'notes'; lines: ProblemLine[] }
  | { show: 'decide'; rows: DiffRow[] }
  | { show: 'new' | 'moved' | 'changed' | 'unchanged'; rows: DiffRow[] }
)

export function parseShow(text: string | null): Show | null {
  return shows.find((show) => show === text) ?? null
}

/** How long each list is: problems for errors and notes, rows for the others. */
export function countsOf(preview: Preview, rows: DiffRow[]): PreviewCounts {
  const { totals } = preview
  return {
    error: linesOf(preview, rows, 'error').length,
    decide: totals.decide,
    new: totals.new,
    moved: totals.moved,
    changed: totals.changed,
    unchanged: totals.unchanged,
    notes: linesOf(preview, rows, 'warning').length,
  }
}

/** One page of one list; a page beyond the end is the last. */
export function pageOf(preview: Preview, rows: DiffRow[], show: Show, wanted: number): PreviewPage {
  if (show === 'error' || show === 'notes') {
    const { part, ...where } = cut(linesOf(preview, rows, show === 'error' ? 'error' : 'warning'), wanted)
    return { show, lines: part, ...where }
  }
  const { part, ...where } = cut(
    rows.filter(({ status }) => status === show),
    wanted,
  )
  return { show, rows: part, ...where }
}

/** Every problem of a kind, those of the whole file first. A row that waits for a decision may have an error too. */
export function linesOf(
  preview: Pick<Preview, 'problems'>,
  rows: DiffRow[],
  level: Problem['level'],
): ProblemLine[] {
  const ofKind = (row: number | null, problems: Problem[]) =>
    problems.filter((problem) => problem.level === level).map((problem) => ({ row, problem }))
  return [...ofKind(null, preview.problems), ...rows.flatMap(({ row, problems }) => ofKind(row, problems))]
}

function cut<T>(list: T[], wanted: number): { part: T[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(list.length / pageSize))
  const page = Math.min(Math.max(1, wanted), pages)
  return { part: list.slice((page - 1) * pageSize, page * pageSize), page, pages }
}
