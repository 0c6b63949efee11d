import { csvLine, csvMark } from '~/formats/csv'
import { piecesOf } from '~/formats/text-pieces.server'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import type { Actor } from '~/platform/policy/actor'
import { exportName, exportSource, type ReportSource, type Streamed } from './export-source.server'
import { figureColumns, longRows } from './figure-rows'
import { exportWords } from './sheet'

/** Every figure of the report as CSV, one row a place, group and measure; rows are made while it is sent. */
export function reportCsv(actor: Actor, campaignId: string, locale: Locale): Streamed {
  const source = exportSource(actor, campaignId, locale)
  return { name: exportName(source, 'csv'), body: piecesOf(lines(source)) }
}

function* lines(source: ReportSource): Generator<string, void, undefined> {
  yield csvMark + csvLine(figureColumns(getT(source.locale, 'gaps')).map(({ header }) => header))
  for (const row of longRows(source, exportWords(source.locale))) yield csvLine(row)
}
