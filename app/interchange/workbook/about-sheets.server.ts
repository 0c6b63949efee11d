import { measuringOf } from '~/assessment/measuring.server'
import type { CellValue } from '~/formats/table'
import { methodPoints } from '~/gaps/method-points'
import { releasedMethod, releasedPart } from '~/gaps/released-parts.server'
import { formatDate, vietnamDay } from '~/platform/i18n/format'
import { getT } from '~/platform/i18n/translate'
import type { ReportSource } from './export-source.server'
import { text, wrapped, type ExportSheet } from './sheet'

const notes = [
  'halfWidth',
  'hidden',
  'uninformed',
  'empty',
  'logit',
  'rank',
  'change',
  'numbers',
  'check',
] as const

/** The first sheet: what the workbook is, what each sheet holds, and how to read its figures. */
export function coverSheet(source: ReportSource, sheets: readonly ExportSheet[]): ExportSheet {
  const { locale, campaign, rates } = source
  const [t, own] = [getT(locale, 'gaps'), getT(locale, 'workbook')]
  const sum = (key: 'asked' | 'submitted') => rates.reduce((total, rate) => total + rate[key], 0)
  return {
    id: 'cover',
    keys: [],
    name: own('sheet.cover'),
    columns: [text(own('cover.title'), 34), wrapped(campaign.title[locale], 110)],
    rows: [
      [t('method.province'), campaign.province],
      [
        t('method.cut'),
        campaign.closedAt ? new Date(`${vietnamDay(new Date(campaign.closedAt))}T00:00:00Z`) : null,
      ],
      [own('cover.communes'), rates.length],
      [own('cover.asked'), sum('asked')],
      [own('cover.submitted'), sum('submitted')],
      [],
      [own('cover.sheets')],
      ...sheets.map(({ id, name }): CellValue[] => [name, own(`holds.${id}`)]),
      [],
      [own('cover.reading')],
      ...notes.map((note): CellValue[] => [own(`note.${note}.term`), own(`note.${note}.text`)]),
    ],
  }
}

/** What the figures were made from and how; the campaign's code and the figures' fingerprint tell whose workbook this is. */
export function methodSheet({ campaign, framework, form, locale }: ReportSource): ExportSheet {
  const [t, own] = [getT(locale, 'gaps'), getT(locale, 'workbook')]
  const snapshot = releasedPart(campaign.id, 'snapshot')
  const facts: CellValue[][] = [
    [t('method.campaign'), campaign.title[locale]],
    [t('method.province'), campaign.province],
    [t('method.cut'), campaign.closedAt ? formatDate(campaign.closedAt) : null],
    [t('method.version'), releasedMethod(campaign.id) ?? t('method.unkept')],
    [own('method.code'), campaign.id],
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
  return {
    id: 'method',
    keys: [],
    name: t('method.title'),
    columns: [text(t('export.about'), 34), wrapped(own('method.content'), 120)],
    rows: [...facts, ...methodPoints.map(({ title, text: body }): CellValue[] => [t(title), t(body)])],
  }
}
