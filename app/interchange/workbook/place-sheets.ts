import type { SheetColumn } from '~/formats/sheet-xml'
import type { CellValue } from '~/formats/table'
import { figureOf } from '~/gaps/figures'
import type { MeasureInfo } from '~/gaps/measure'
import { everybody, wholeProvince, type Group } from '~/gaps/pattern'
import { getT } from '~/platform/i18n/translate'
import type { ExportSource } from './export-source'
import { figureCells, figureColumns, longRows, valueColumns } from './figure-rows'
import { count, exportWords, percent, shareCells, text, type ExportSheet } from './sheet'

/** The sheets of figures: the province, communes by domains and by competencies, groups of people, everything in a long table. */
export function placeSheets(source: ExportSource): ExportSheet[] {
  return [
    provinceSheet(source),
    communesSheet(source),
    competenciesSheet(source),
    positionsSheet(source),
    figuresSheet(source),
  ]
}

function provinceSheet({ locale, measures, released, claims }: ExportSource): ExportSheet {
  const [t, own, words] = [getT(locale, 'gaps'), getT(locale, 'workbook'), exportWords(locale)]
  return {
    id: 'province',
    keys: [0],
    name: own('sheet.province'),
    frozen: 2,
    columns: [
      text(t('export.measure')),
      text(t('export.measureName'), 40),
      text(own('column.kind'), 12),
      ...valueColumns(t),
    ],
    rows: measures.map((measure) => [
      measure.code,
      measure.name[locale],
      own(measure.isDomain ? 'kind.domain' : 'kind.competency'),
      ...figureCells(
        figureOf(released, wholeProvince, everybody, measure.code),
        claims.change(wholeProvince, measure.code),
        words,
      ),
    ]),
  }
}

/** Two columns a measure: the share below target, and half of its 90 % interval. */
function shareColumns(source: ExportSource, measures: readonly MeasureInfo[]): SheetColumn[] {
  return measures.flatMap(({ code, isDomain, domain, short }) => {
    const label = `${isDomain ? domain : code} ${short[source.locale]}`
    return [percent(label, 13), percent(`± ${label}`, 13)]
  })
}

function shares(
  { released, locale }: ExportSource,
  measures: readonly MeasureInfo[],
  place: string,
  group: Group,
): CellValue[] {
  const words = exportWords(locale)
  return measures.flatMap(({ code }) => shareCells(figureOf(released, place, group, code), words))
}

const domainsOf = ({ measures }: ExportSource) => measures.filter(({ isDomain }) => isDomain)

function communesSheet(source: ExportSource): ExportSheet {
  const [t, own] = [getT(source.locale, 'gaps'), getT(source.locale, 'workbook')]
  const domains = domainsOf(source)
  const rates = new Map(source.rates.map((rate) => [rate.code, rate]))
  const asked = source.rates.reduce((sum, rate) => sum + rate.asked, 0)
  const submitted = source.rates.reduce((sum, rate) => sum + rate.submitted, 0)
  const rows = function* (): Generator<CellValue[], void, undefined> {
    for (const { key, code, name } of source.places) {
      const rate = key === wholeProvince ? { asked, submitted } : rates.get(key)!
      yield [
        code,
        name,
        rate.asked,
        rate.submitted,
        rate.asked > 0 ? rate.submitted / rate.asked : null,
        ...shares(source, domains, key, everybody),
      ]
    }
  }
  return {
    id: 'communes',
    keys: [0],
    name: own('sheet.communes'),
    frozen: 2,
    columns: [
      text(t('export.code')),
      text(t('export.place'), 26),
      count(t('export.asked')),
      count(t('export.submitted')),
      percent(t('export.rate')),
      ...shareColumns(source, domains),
    ],
    rows: rows(),
  }
}

function competenciesSheet(source: ExportSource): ExportSheet {
  const [t, own] = [getT(source.locale, 'gaps'), getT(source.locale, 'workbook')]
  const competencies = source.measures.filter(({ isDomain }) => !isDomain)
  const rows = function* (): Generator<CellValue[], void, undefined> {
    for (const { key, code, name } of source.places)
      yield [code, name, ...shares(source, competencies, key, everybody)]
  }
  return {
    id: 'competencies',
    keys: [0],
    name: own('sheet.competencies'),
    frozen: 2,
    columns: [text(t('export.code')), text(t('export.place'), 26), ...shareColumns(source, competencies)],
    rows: rows(),
  }
}

/** Departments and positions of the whole province: a commune has one or two people of a position. */
function positionsSheet(source: ExportSource): ExportSheet {
  const { locale, departments, positions } = source
  const [t, own] = [getT(locale, 'gaps'), getT(locale, 'workbook')]
  const domains = domainsOf(source)
  const row = (kind: 'department' | 'position') => (group: ExportSource['positions'][number]) => [
    group.value,
    group.name[locale],
    own(`kind.${kind}`),
    ...shares(source, domains, wholeProvince, group.value),
  ]
  return {
    id: 'positions',
    keys: [0],
    name: own('sheet.positions'),
    frozen: 2,
    columns: [
      text(t('export.group'), 30),
      text(t('export.groupName'), 40),
      text(own('column.kind'), 12),
      ...shareColumns(source, domains),
    ],
    rows: [...departments.map(row('department')), ...positions.map(row('position'))],
  }
}

function figuresSheet(source: ExportSource): ExportSheet {
  return {
    id: 'figures',
    keys: [0, 2, 4],
    name: getT(source.locale, 'gaps')('export.figures'),
    frozen: 2,
    columns: figureColumns(getT(source.locale, 'gaps')),
    rows: longRows(source, exportWords(source.locale)),
  }
}
