import { fromTcvn3, fromVni } from '~/formats/legacy-encoding'
import { cellAddress, type CellValue, type MergedRange, type SheetTable } from '~/formats/table'
import { matchHeading, type HeadingMatch } from './headings'
import { rosterError, rosterWarning } from './messages'
import type { Problem, RosterColumn, RosterLayout, RosterOptions } from './types'

const searchedRows = 15

export type LayoutResult = { layout: RosterLayout | null; problems: Problem[] }

/**
 * Finds the roster in a workbook: the visible sheet, the row of headings within its first rows (titles and
 * emblems may stand above), and which column holds what. Without a layout, `problems` says why.
 */
export function findLayout(
  sheets: SheetTable[],
  options: Pick<RosterOptions, 'sheet' | 'communeCode'>,
): LayoutResult {
  const named = options.sheet === undefined ? sheets : sheets.filter((sheet) => sheet.name === options.sheet)
  if (named.length === 0)
    return { layout: null, problems: [rosterError('unknownSheet', { value: options.sheet ?? '' })] }
  const searched = named.filter((sheet) => !sheet.hidden || options.sheet !== undefined)
  const found = searched.flatMap((sheet) => bestHeader(sheet) ?? [])
  const best = found.sort((a, b) => b.score - a.score)[0]
  if (!best) {
    return {
      layout: null,
      problems: [rosterError('noHeader', { value: searched.map((sheet) => sheet.name).join(', ') })],
    }
  }
  const missing = missingColumns(best.layout, options.communeCode !== undefined)
  const problems = [...missing.map((column) => missingColumn(column, best.layout)), ...best.warnings]
  return { layout: missing.length > 0 ? null : best.layout, problems }
}

function missingColumn(column: RequiredColumn, layout: RosterLayout): Problem {
  return rosterError('missingColumn', {
    column,
    variant: column,
    values: { sheet: layout.sheet, row: layout.headerRow },
  })
}

type RequiredColumn = 'fullName' | 'commune' | 'positions'

function missingColumns({ columns }: RosterLayout, communeKnown: boolean): RequiredColumn[] {
  const named = columns.fullName ?? (columns.familyName && columns.givenName)
  return [
    ...(named ? [] : ['fullName' as const]),
    ...(columns.commune || communeKnown ? [] : ['commune' as const]),
    ...(columns.positions ? [] : ['positions' as const]),
  ]
}

type Header = { layout: RosterLayout; warnings: Problem[]; score: number }

function bestHeader(sheet: SheetTable): Header | null {
  let best: Header | null = null
  for (let row = 1; row <= Math.min(searchedRows, sheet.rows.length); row += 1) {
    for (const deep of [false, true]) {
      const header = readHeader(sheet, row, deep)
      if (header.score >= 2 && header.score > (best?.score ?? 0)) best = header
    }
  }
  return best
}

/** Reads one row as headings, or two where the second divides the first (`Giới tính`: `Nam | Nữ`). */
function readHeader(sheet: SheetTable, row: number, deep: boolean): Header {
  const bottoms = sheet.merges
    .filter((merge) => merge.top <= row && row <= merge.bottom)
    .map((merge) => merge.bottom)
  const firstRow = Math.max(row + (deep ? 1 : 0), ...bottoms) + 1
  const layout: RosterLayout = { sheet: sheet.name, headerRow: row, firstRow, columns: {}, headings: {} }
  const matches = new Map<RosterColumn, HeadingMatch & { at: number }>()
  const warnings: Problem[] = []
  const width = Math.max(sheet.rows[row - 1]?.length ?? 0, deep ? (sheet.rows[row]?.length ?? 0) : 0)
  for (let at = 1; at <= width; at += 1) {
    const top = textAt(sheet, row, at, row)
    const sub = deep ? textAt(sheet, row + 1, at, row) : ''
    const match = matchText(sub || top, sub ? top : '')
    if (!match || coveredByLeft(sheet, row, at, sub)) continue
    layout.headings[at] = sub && sub !== top ? `${top} ${sub}`.trim() : top
    const rival = matches.get(match.column)
    if (match.column === 'citizenId') warnings.push(ignoredId(layout.headings[at]!, row, at))
    if (rival && match.column !== 'citizenId') warnings.push(twice(layout, rival, match, row, at))
    if (rival && rival.rank <= match.rank) continue
    matches.set(match.column, { ...match, at })
  }
  splitMergedName(sheet, row, matches)
  for (const [column, { at }] of matches) layout.columns[column] = at
  const score = matches.size - (matches.has('citizenId') ? 1 : 0) - (deep ? 0.5 : 0)
  return { layout, warnings, score }
}

/** Of two columns about one thing the better named is read; the planner is told which is not. */
function twice(
  layout: RosterLayout,
  rival: { at: number; rank: number },
  match: HeadingMatch,
  row: number,
  at: number,
): Problem {
  const [read, ignored] = rival.rank <= match.rank ? [rival.at, at] : [at, rival.at]
  const values = { read: layout.headings[read]! }
  return rosterWarning('columnTwice', {
    column: match.column,
    address: cellAddress(row, ignored),
    value: layout.headings[ignored]!,
    values,
  })
}

function ignoredId(value: string, row: number, at: number): Problem {
  return rosterWarning('citizenIdIgnored', { column: 'citizenId', address: cellAddress(row, at), value })
}

/** `Họ và tên` over two columns without headings of their own: the second one holds the given names. */
function splitMergedName(
  sheet: SheetTable,
  row: number,
  matches: Map<RosterColumn, HeadingMatch & { at: number }>,
): void {
  const name = matches.get('fullName')
  if (!name || matches.has('givenName')) return
  const merge = rangeAt(sheet.merges, row, name.at)
  if (!merge || merge.left === merge.right) return
  matches.delete('fullName')
  matches.set('familyName', { ...name, column: 'familyName', at: merge.left })
  matches.set('givenName', { ...name, column: 'givenName', at: merge.right })
}

/** The second cell of a heading merged over several columns, without a heading of its own below. */
function coveredByLeft(sheet: SheetTable, row: number, at: number, sub: string): boolean {
  const merge = rangeAt(sheet.merges, row, at)
  return merge !== undefined && merge.left < at && (sub === '' || sub === textAt(sheet, row, at, row))
}

/** Headings typed in TCVN3 or VNI are read as well. */
function matchText(text: string, above: string): HeadingMatch | null {
  return (
    matchHeading(text, above) ??
    matchHeading(fromTcvn3(text), fromTcvn3(above)) ??
    matchHeading(fromVni(text), fromVni(above))
  )
}

/** The text of a cell or of the merged cell that covers it, unless that one begins above the headings. */
function textAt(sheet: SheetTable, row: number, column: number, headerRow: number): string {
  const merge = rangeAt(sheet.merges, row, column)
  if (merge && merge.top < headerRow) return ''
  const value: CellValue = sheet.rows[(merge?.top ?? row) - 1]?.[(merge?.left ?? column) - 1] ?? null
  return typeof value === 'string' ? value : ''
}

/** The merged range that covers a cell, if one does. */
export function rangeAt(
  merges: readonly MergedRange[],
  row: number,
  column: number,
): MergedRange | undefined {
  return merges.find((m) => m.top <= row && row <= m.bottom && m.left <= column && column <= m.right)
}
