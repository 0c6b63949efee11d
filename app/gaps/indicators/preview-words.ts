import { formatNumber } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import type { ComparedValue } from './compare-values'
import type { KnownIndicator } from './file-columns'
import type { IndicatorText } from './indicator-form'
import type { FileColumn } from './read-file'
import { inPercent } from './scale'
import { valueText } from './value-text'

type Of = { read: { columns: readonly FileColumn[] }; indicators: readonly KnownIndicator[] }

/** The indicator that the values of a column are taken as; null where they are left out. */
export function previewIndicator({ read, indicators }: Of, column: number): IndicatorText | null {
  const { code, text } = read.columns[column]!
  return text ?? indicators.find((each) => each.code === code) ?? null
}

/** A value of the file with its unit and its number of dossiers. */
export function valueInFile(locale: Locale, of: Of, { column, value, of: dossiers }: ComparedValue): string {
  const indicator = previewIndicator(of, column)
  if (!indicator) return ''
  const text = valueText(locale, indicator, value)
  if (dossiers === null) return text
  return getT(locale, 'indicators')('value.of', { value: text, of: formatNumber(locale, dossiers) })
}

/** A number as it stands in a file and the percentage that it is read as. */
export function scaleExample(
  locale: Locale,
  example: number,
  read: 'share' | 'percent',
): { example: string; percent: string } {
  const digits = (value: number) => Math.min(4, (String(value).split('.')[1] ?? '').length)
  const percent = inPercent({ value: example, percent: false }, { read })
  return {
    example: formatNumber(locale, example, digits(example)),
    percent: `${formatNumber(locale, percent, digits(percent))}%`,
  }
}
