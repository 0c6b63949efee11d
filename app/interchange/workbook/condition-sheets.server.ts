import type { CellValue } from '~/formats/table'
import { communeForm, type CommuneAnswer } from '~/gaps/commune-answers.server'
import { indexFacets } from '~/gaps/condition-facets'
import type { ConditionsIndex, IndexValue } from '~/gaps/conditions-index'
import { wholeProvince } from '~/gaps/pattern'
import { placements } from '~/gaps/placements.server'
import { getT } from '~/platform/i18n/translate'
import type { ReportSource } from './export-source.server'
import { decimal, rounded, text, wrapped, type ExportSheet } from './sheet'

/** Conditions of work: the index of each commune with its parts, and what the communes' own forms say. */
export function conditionSheets(source: ReportSource): ExportSheet[] {
  return [indexSheet(source), formsSheet(source)]
}

function indexSheet(source: ReportSource): ExportSheet {
  const { locale, campaign, released, measures, rates } = source
  const [t, own, segments] = [getT(locale, 'gaps'), getT(locale, 'workbook'), getT(locale, 'segments')]
  const domains = measures.filter(({ isDomain }) => isDomain)
  const placed = placements(campaign, released, domains, rates)
  const interval = (name: string) => [
    decimal(name, 14),
    decimal(own('column.low', { name }), 14),
    decimal(own('column.high', { name }), 14),
  ]
  return {
    id: 'conditions',
    keys: [0],
    name: own('sheet.conditions'),
    frozen: 2,
    columns: [
      text(t('export.code')),
      text(t('export.place'), 26),
      ...interval(own('column.index')),
      ...indexFacets.flatMap((facet) => interval(segments(`facet.${facet}`))),
      text(own('column.quadrant'), 36),
    ],
    rows: source.places.map(({ key, code, name }): CellValue[] => {
      const commune = placed.communes.get(key)
      const index = key === wholeProvince ? placed.province : commune?.conditions
      const quadrant = commune ? t(`quadrant.${commune.place.quadrant}`) : null
      return [code, name, ...indexCells(index ?? { total: null, facets: [] }), quadrant]
    }),
  }
}

function indexCells({ total, facets }: ConditionsIndex): CellValue[] {
  const cells = (value: IndexValue | null | undefined) =>
    value ? [value.value, value.low, value.high].map(rounded) : [null, null, null]
  return [total, ...indexFacets.map((facet) => facets.find((each) => each.facet === facet))].flatMap(cells)
}

/** A commune's form is about the place, so nothing of it is hidden. */
function formsSheet(source: ReportSource): ExportSheet {
  const [t, own] = [getT(source.locale, 'gaps'), getT(source.locale, 'workbook')]
  return {
    id: 'forms',
    keys: [0, 2],
    name: own('sheet.forms'),
    frozen: 2,
    columns: [
      text(t('export.code')),
      text(t('export.place'), 26),
      text(t('export.questionText'), 60),
      decimal(own('column.number')),
      text(own('column.unit')),
      wrapped(own('column.answer'), 70),
    ],
    rows: formRows(source),
  }
}

function* formRows({ campaign, rates, locale }: ReportSource): Generator<CellValue[], void, undefined> {
  for (const { code, name } of rates)
    for (const answer of communeForm(campaign.id, code, campaign.systems)?.answers ?? [])
      yield [code, name, answer.question[locale], ...answerCells(answer, locale)]
}

function answerCells(answer: CommuneAnswer, locale: ReportSource['locale']): CellValue[] {
  if ('number' in answer) return [answer.number, answer.unit?.[locale] ?? null, null]
  return [null, null, 'text' in answer ? answer.text : answer.chosen.map((each) => each[locale]).join('; ')]
}
