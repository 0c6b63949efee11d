import type { CellValue } from '~/formats/table'
import { streamWorkbook } from '~/formats/stream-workbook.server'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import type { Actor } from '~/platform/policy/actor'
import { coverSheet, methodSheet } from './about-sheets.server'
import { answersSheet } from './answer-rows'
import { conditionSheets } from './condition-sheets.server'
import { exportName, exportSource, type ReportSource, type Streamed } from './export-source.server'
import { indicatorSheet } from './indicator-sheet.server'
import { placeSheets } from './place-sheets'
import { planSheet } from './plan-sheet.server'
import type { ExportSheet } from './sheet'

/** The gap report as a spreadsheet, for a planner of the province; rows are made while it is sent. */
export function reportWorkbook(actor: Actor, campaignId: string, locale: Locale): Streamed {
  const source = exportSource(actor, campaignId, locale)
  return { name: exportName(source, 'xlsx'), body: streamWorkbook(workbookSheets(source)) }
}

/** The sheets in their order; of sample data the first line of each says so, and the head of each printed page. */
export function workbookSheets(source: ReportSource): ExportSheet[] {
  const sheets = [
    methodSheet(source),
    ...placeSheets(source),
    ...conditionSheets(source),
    answersSheet(source),
    planSheet(source),
    indicatorSheet(source),
  ]
  return [coverSheet(source, sheets), ...sheets].map((sheet) => marked(sheet, source))
}

function marked(sheet: ExportSheet, { campaign, locale }: ReportSource): ExportSheet {
  if (!campaign.sample) return sheet
  const mark = getT(locale, 'ui')('sample')
  return { ...sheet, head: mark, rows: after([mark], sheet.rows) }
}

function* after(
  first: CellValue[],
  rows: ExportSheet['rows'],
): Generator<readonly CellValue[], void, undefined> {
  yield first
  yield* rows
}
