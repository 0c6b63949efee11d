import { measuringOf } from '~/assessment/measuring.server'
import type { CellValue } from '~/formats/table'
import { writeWorkbook, type ColumnOut, type SheetOut } from '~/formats/write-workbook.server'
import { formatDate } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { getT, type T } from '~/platform/i18n/translate'
import type { Actor } from '~/platform/policy/actor'
import { answerRows, longRows, wideRows, type ExportSource, type ExportWords } from './export-rows'
import { exportName, exportSource, type Download } from './export-source.server'
import { methodPoints } from './method-points'
import { releasedMethod, releasedPart } from './released-parts.server'

type Texts = T<'gaps'>

/** The gap report as a spreadsheet: the method first, then the heat map, every figure with its interval, the answers, the response. */
export async function reportWorkbook(
  actor: Actor,
  campaignId: string,
  locale: Locale,
): Promise<Download<Buffer>> {
  const source = exportSource(actor, campaignId, locale)
  const t = getT(locale, 'gaps')
  const words = exportWords(locale)
  const sheets = [
    methodSheet(source, t),
    heatSheet(source, t),
    figuresSheet(source, t, words),
    answersSheet(source, t, words),
    responseSheet(source, t),
  ]
  return {
    name: exportName(source, 'xlsx'),
    body: await writeWorkbook(sheets.map((sheet) => marked(sheet, source))),
  }
}

export function exportWords(locale: Locale): ExportWords {
  const t = getT(locale, 'gaps')
  return {
    everybody: t('group.all'),
    hidden: t('export.hidden'),
    uninformed: t('export.uninformed'),
    change: ({ standing }) => t(`change.${standing}`),
    no: t('export.no'),
    sample: getT(locale, 'ui')('sample.short'),
    yes: t('export.yes'),
  }
}

/** On every sheet of sample data the first line says so. */
function marked(sheet: SheetOut, { campaign, locale }: ExportSource): SheetOut {
  return campaign.sample ? { ...sheet, rows: [[getT(locale, 'ui')('sample')], ...sheet.rows] } : sheet
}

const text = (header: string, width?: number): ColumnOut => ({ header, width })
const count = (header: string): ColumnOut => ({ header, kind: 'integer' })
const percent = (header: string): ColumnOut => ({ header, kind: 'percent' })
const decimal = (header: string): ColumnOut => ({ header, kind: 'number' })

function methodSheet({ campaign, framework, form, locale }: ExportSource, t: Texts): SheetOut {
  const snapshot = releasedPart(campaign.id, 'snapshot')
  const facts: CellValue[][] = [
    [t('method.campaign'), campaign.title[locale]],
    [t('method.province'), campaign.province],
    [t('method.cut'), campaign.closedAt ? formatDate(campaign.closedAt) : null],
    [t('method.version'), releasedMethod(campaign.id) ?? t('method.unkept')],
    ...(snapshot ? [[t('method.hash'), snapshot.hash]] : []),
    [
      t('method.framework'),
      t('method.versioned', { title: framework.title[locale], version: framework.version }),
    ],
    [
      t('method.standard'),
      t(campaign.parameterVersionId === null ? 'method.expected' : 'method.calibrated', {
        version: measuringOf(campaign).standard.version,
      }),
    ],
    [t('method.form'), t('method.versioned', { title: form.title[locale], version: form.version })],
  ]
  const points = methodPoints.map(({ title, text: body }): CellValue[] => [t(title), t(body)])
  return {
    name: t('method.title'),
    columns: [text(t('export.about'), 34), text('', 120)],
    rows: [...facts, ...points, [t('export.rowsTitle'), t('export.rows')]],
  }
}

function heatSheet(source: ExportSource, t: Texts): SheetOut {
  const measures = source.measures.map(({ code, short }) => percent(`${code} ${short[source.locale]}`))
  return {
    name: t('export.heat'),
    columns: [text(t('export.code')), text(t('export.place'), 26), ...measures],
    rows: wideRows(source),
  }
}

/** Heads of the long table, in the order of its cells. */
export function figureColumns(t: Texts): ColumnOut[] {
  return [
    text(t('export.code')),
    text(t('export.place'), 26),
    text(t('export.measure')),
    text(t('export.measureName'), 40),
    text(t('export.group'), 26),
    text(t('export.groupName'), 34),
    count(t('export.n')),
    count(t('export.people')),
    percent(t('export.share')),
    percent(t('export.low')),
    percent(t('export.high')),
    decimal(t('export.distance')),
    decimal(t('export.distanceLow')),
    decimal(t('export.distanceHigh')),
    count(t('export.rankLow')),
    count(t('export.rankHigh')),
    text(t('export.informed')),
    decimal(t('export.change')),
    decimal(t('export.changeLow')),
    decimal(t('export.changeHigh')),
    percent(t('export.changeShare')),
    text(t('export.claim'), 22),
    text(t('export.suppressed')),
    text(t('export.sample'), 16),
  ]
}

function figuresSheet(source: ExportSource, t: Texts, words: ExportWords): SheetOut {
  return { name: t('export.figures'), columns: figureColumns(t), rows: longRows(source, words) }
}

function answersSheet(source: ExportSource, t: Texts, words: ExportWords): SheetOut {
  const columns = [
    text(t('export.code')),
    text(t('export.place'), 26),
    text(t('export.question'), 18),
    text(t('export.questionText'), 50),
    text(t('export.option'), 18),
    text(t('export.optionText'), 50),
    text(t('export.lacking')),
    count(t('export.answered')),
    count(t('export.chosen')),
    percent(t('export.chosenShare')),
    text(t('export.suppressed')),
    text(t('export.sample'), 16),
  ]
  return { name: t('export.answers'), columns, rows: answerRows(source, words) }
}

function responseSheet({ rates }: ExportSource, t: Texts): SheetOut {
  return {
    name: t('export.response'),
    columns: [
      text(t('export.code')),
      text(t('export.place'), 26),
      count(t('export.asked')),
      count(t('export.submitted')),
      percent(t('export.rate')),
    ],
    rows: rates.map(({ code, name, asked, submitted }) => [
      code,
      name,
      asked,
      submitted,
      asked > 0 ? submitted / asked : null,
    ]),
  }
}
