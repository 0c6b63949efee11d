import { writeCsv } from '~/formats/csv'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import type { Actor } from '~/platform/policy/actor'
import { longRows } from './export-rows'
import { exportName, exportSource, type Download } from './export-source.server'
import { exportWords, figureColumns } from './report-workbook.server'

/** Every figure of the report as CSV, one row a place, group and measure. */
export function reportCsv(actor: Actor, campaignId: string, locale: Locale): Download<string> {
  const source = exportSource(actor, campaignId, locale)
  const heads = figureColumns(getT(locale, 'gaps')).map(({ header }) => header)
  return {
    name: exportName(source, 'csv'),
    body: writeCsv([heads, ...longRows(source, exportWords(locale))]),
  }
}
