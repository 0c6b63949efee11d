import type { SheetColumn } from '~/formats/sheet-xml'
import type { CellValue } from '~/formats/table'
import type { Change } from '~/gaps/change-figures'
import { figureOf, isShown, type Figure } from '~/gaps/figures'
import { everybody, isReleased, wholeProvince } from '~/gaps/pattern'
import type { T } from '~/platform/i18n/translate'
import type { ExportSource } from './export-source'
import { count, decimal, percent, rounded, text, type ExportWords } from './sheet'

/** Heads of the long table, in the order of its cells. */
export function figureColumns(t: T<'gaps'>): SheetColumn[] {
  return [
    text(t('export.code')),
    text(t('export.place'), 26),
    text(t('export.measure')),
    text(t('export.measureName'), 40),
    text(t('export.group'), 26),
    text(t('export.groupName'), 34),
    ...valueColumns(t),
    text(t('export.sample'), 16),
  ]
}

/** Heads of what `figureCells` gives. */
export function valueColumns(t: T<'gaps'>): SheetColumn[] {
  return [
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
  ]
}

/** A figure with its intervals, ranks and change; of one that is not shown nothing but why. */
export function figureCells(figure: Figure, change: Change | null, words: ExportWords): CellValue[] {
  if (!isShown(figure)) {
    const isUninformed = figure === 'uninformed'
    const nothing = (cells: number): null[] => Array.from({ length: cells }, () => null)
    const why = figure === null ? null : isUninformed ? words.uninformed : words.hidden
    return [...nothing(10), isUninformed ? words.no : null, ...nothing(5), why]
  }
  const { n, people, rank } = figure
  return [
    n,
    people,
    ...[figure.share, figure.low, figure.high].map(rounded),
    ...[figure.distance, figure.distanceLow, figure.distanceHigh].map(rounded),
    rank?.low ?? null,
    rank?.high ?? null,
    words.yes,
    ...(change
      ? [
          ...[change.distance, change.distanceLow, change.distanceHigh, change.share].map(rounded),
          words.change(change),
        ]
      : [null, null, null, null, null]),
    null,
  ]
}

/**
 * One row a place, group and measure: communes by everybody and, of domains, by department; the province by all groups. Where nobody
 * was measured there is no row; a figure that is hidden or not informed has a row that says so.
 */
export function* longRows(source: ExportSource, words: ExportWords): Generator<CellValue[], void, undefined> {
  const { locale, released, campaign, departments, positions, measures } = source
  const everyone = { value: everybody, name: { vi: words.everybody, en: words.everybody } }
  const sample = campaign.sample ? words.sample : null
  for (const place of source.places) {
    const groups = [everyone, ...departments, ...(place.key === wholeProvince ? positions : [])]
    for (const group of groups)
      for (const measure of measures) {
        if (!isReleased({ place: place.key, group: group.value }, measure.isDomain)) continue
        const figure = figureOf(released, place.key, group.value, measure.code)
        if (figure === null) continue
        const change = group.value === everybody ? source.claims.change(place.key, measure.code) : null
        yield [
          place.code,
          place.name,
          measure.code,
          measure.name[locale],
          group.value,
          group.name[locale],
          ...figureCells(figure, change, words),
          sample,
        ]
      }
  }
}
