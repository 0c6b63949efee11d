import type { ColumnKind, SheetColumn, StreamSheet } from '~/formats/sheet-xml'
import { isShown, type Figure } from '~/gaps/figures'
import type { Change } from '~/gaps/change-figures'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'

export type SheetId =
  | 'cover'
  | 'method'
  | 'province'
  | 'communes'
  | 'competencies'
  | 'positions'
  | 'figures'
  | 'conditions'
  | 'answers'
  | 'forms'
  | 'plan'
  | 'indicators'

/**
 * A sheet of the report's workbook. `keys`: the columns that name a row, from 0, by which a workbook that comes back is
 * compared; none where the sheet is only read. `living`: what it holds may change after the figures were released.
 */
export type ExportSheet = StreamSheet & { id: SheetId; keys: readonly number[]; living?: true }

/** Words that an export writes into its cells. */
export type ExportWords = {
  everybody: string
  hidden: string
  uninformed: string
  sample: string
  yes: string
  no: string
  change: (change: Change) => string
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

const column =
  (kind: ColumnKind) =>
  (header: string, width?: number): SheetColumn => ({ header, kind, width })

export const text = column('text')
export const wrapped = column('wrapped')
export const count = column('integer')
export const percent = column('percent')
export const decimal = column('number')
export const day = column('date')

/** Four digits: what the arithmetic gives beyond them says nothing. */
export function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000
}

/** A share with half of its 90 % interval, for two cells; in words what is not shown, and nothing where nobody was measured. */
export function shareCells(
  figure: Figure,
  words: Pick<ExportWords, 'hidden' | 'uninformed'>,
): (string | number | null)[] {
  if (isShown(figure)) return [rounded(figure.share), rounded((figure.high - figure.low) / 2)]
  if (figure === null) return [null, null]
  return [figure === 'hidden' ? words.hidden : words.uninformed, null]
}
