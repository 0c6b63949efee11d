import { fileKind } from '~/formats/file-kind'
import type { CellValue, SheetTable, TableLimits, TableResult } from '~/formats/table'
import { readWorkbook } from '~/formats/workbook.server'
import { releasedPart } from '~/gaps/released-parts.server'
import type { ReportCampaign } from '~/gaps/report-campaign.server'
import { defineTask } from '~/platform/jobs/thread.server'
import { locales, type Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import type { Actor } from '~/platform/policy/actor'
import { compareSheets, type WorkbookCheck } from './compare-workbook'
import { exportSource } from './export-source.server'
import { workbookSheets } from './report-workbook.server'

/** A workbook of a province of 120 communes, saved again by any spreadsheet, is a tenth of this. */
const limits: TableLimits = {
  bytes: 10 * 1024 * 1024,
  unpackedBytes: 120 * 1024 * 1024,
  rows: 60_000,
  columns: 150,
  sheets: 60,
}

const readAside = defineTask(
  'read a workbook of the report',
  ({ bytes }: { bytes: Uint8Array }): Promise<TableResult> => readWorkbook(Buffer.from(bytes), limits),
  { megabytes: 1024, seconds: 60 },
)

let last: Promise<unknown> = Promise.resolve()

/** The campaign whose workbooks can be checked, for a planner of its province. */
export function checkedCampaign(actor: Actor, campaignId: string) {
  const { id, title, province, provinceCode, sample } = exportSource(actor, campaignId, 'vi').campaign
  return { id, title, province, provinceCode, sample }
}

/**
 * Compares a workbook that somebody exported, and perhaps worked on, with what was released; nothing is stored. The file is
 * read in a thread of its own, one after another.
 */
export async function checkWorkbook(
  actor: Actor,
  campaignId: string,
  file: Uint8Array,
): Promise<WorkbookCheck> {
  const { campaign } = exportSource(actor, campaignId, 'vi')
  if (fileKind(file) === 'text') return { kind: 'unreadable', problem: { code: 'csv' } }
  const reading = last.then(() => readAside({ bytes: file })).catch(() => null)
  last = reading
  const read = await reading
  if (!read) return { kind: 'unreadable', problem: { code: 'too-much' } }
  if (!read.ok) return { kind: 'unreadable', problem: read.problem }
  const told = whose(read.sheets)
  if (!told) return { kind: 'notOurs' }
  if (told.code !== campaign.id) return { kind: 'otherCampaign', code: told.code }
  const ours = workbookSheets(exportSource(actor, campaignId, told.locale))
  return {
    kind: 'compared',
    sameRelease: isSameRelease(campaign, told.hash),
    sheets: compareSheets(ours, read.sheets),
  }
}

function isSameRelease({ id }: ReportCampaign, hash: string | null): boolean | null {
  const snapshot = releasedPart(id, 'snapshot')
  return snapshot ? snapshot.hash === hash : null
}

/** What the sheet on the method says of itself, in the language that it is written in. */
function whose(sheets: readonly SheetTable[]): { locale: Locale; code: string; hash: string | null } | null {
  for (const locale of locales) {
    const [t, own] = [getT(locale, 'gaps'), getT(locale, 'workbook')]
    const sheet = sheets.find(({ name }) => name.trim() === t('method.title'))
    const fact = (label: string) => textOf(sheet?.rows.find(([first]) => first === label)?.[1])
    const code = fact(own('method.code'))
    if (code) return { locale, code, hash: fact(t('method.hash')) }
  }
  return null
}

function textOf(value: CellValue | undefined): string | null {
  return typeof value === 'string' ? value.trim() : null
}
