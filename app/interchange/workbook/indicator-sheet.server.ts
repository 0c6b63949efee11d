import type { CellValue } from '~/formats/table'
import { indicatorsOf, indicatorValues } from '~/gaps/indicators/indicator-values.server'
import { getT } from '~/platform/i18n/translate'
import type { ReportSource } from './export-source.server'
import { day, decimal, rounded, text, count, type ExportSheet } from './sheet'

/** What communes reached in their work, as somebody reported it: beside the figures, never as their cause. */
export function indicatorSheet(source: ReportSource): ExportSheet {
  const [t, own] = [getT(source.locale, 'gaps'), getT(source.locale, 'workbook')]
  const rows = [...indicatorRows(source)]
  return {
    id: 'indicators',
    keys: [0, 2, 4],
    living: true,
    name: own('sheet.indicators'),
    frozen: 2,
    columns: [
      text(t('export.code')),
      text(t('export.place'), 26),
      text(own('indicator.code'), 18),
      text(own('indicator.name'), 44),
      day(own('indicator.date')),
      decimal(own('column.number')),
      text(own('column.unit')),
      count(own('indicator.of')),
      decimal(own('indicator.low')),
      decimal(own('indicator.high')),
      text(own('indicator.source'), 40),
    ],
    rows: rows.length > 0 ? rows : [[own('indicator.none')]],
  }
}

function* indicatorRows({ campaign, rates, locale }: ReportSource): Generator<CellValue[], void, undefined> {
  const indicators = new Map(indicatorsOf(campaign.provinceCode).map((each) => [each.id, each]))
  const names = new Map(rates.map(({ code, name }) => [code, name]))
  for (const value of indicatorValues(campaign.provinceCode)) {
    const indicator = indicators.get(value.indicatorId)
    const name = names.get(value.communeCode)
    if (!indicator || name === undefined) continue
    const end = (each: number | null) => (each === null ? null : rounded(each))
    yield [
      value.communeCode,
      name,
      indicator.code,
      indicator.name[locale],
      new Date(`${value.date}T00:00:00Z`),
      rounded(value.value),
      indicator.unit === 'percent' ? '%' : indicator.unitText[locale],
      value.of,
      end(value.low),
      end(value.high),
      value.source,
    ]
  }
}
