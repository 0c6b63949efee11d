import { writeCsv } from '~/formats/csv'
import { fileName } from '~/formats/file-name'
import type { CellValue } from '~/formats/table'
import { writeWorkbook, type ColumnOut, type SheetOut } from '~/formats/write-workbook.server'
import { workProvince } from '~/people/places/work-province.server'
import { isSample } from '~/platform/db/is-sample.server'
import { refuse } from '~/platform/http/errors'
import { formatDate } from '~/platform/i18n/format'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { activeCriteria } from './card'
import { catalogueOf } from './catalogue.server'
import { groupTotals, totalOf, type CriterionScore } from './score'
import { originText, ruleText, sourceText } from './score-words'
import { standings } from './standing'
import { shownScores, type Shown } from './views/view-province.server'

type Source = Shown & { locale: Locale; provinceCode: string; sample: boolean; name: string }

function sourceFor(actor: Actor, snapshotId: string | null, locale: Locale): Source {
  const provinceCode = workProvince(actor, 'scorecard.view')
  authorise(actor, 'scorecard.view', { provinceCode })
  const shown = shownScores(provinceCode, snapshotId)
  if (!shown) throw refuse('notFound')
  const sample = shown.snapshot?.sample ?? isSample()
  const name = shown.snapshot?.title ?? ''
  return { ...shown, locale, provinceCode, sample, name }
}

const text = (header: string, width?: number): ColumnOut => ({ header, width })
const points = (header: string): ColumnOut => ({ header, kind: 'number' })

/** Totals and groups, one row a commune. */
function totalsSheet({ locale, card, rows }: Source): SheetOut {
  const t = getT(locale, 'scorecard')
  const ranks = standings(rows.map(({ scores }) => scores))
  const groups = rows[0] ? groupTotals(card, rows[0].scores) : []
  return {
    name: t('export.totals'),
    columns: [
      text(t('export.code')),
      text(t('table.commune'), 28),
      points(t('criteria.points')),
      points(t('export.low')),
      points(t('export.high')),
      points(t('export.known')),
      points(t('export.of')),
      { header: t('export.rankLow'), kind: 'integer' },
      { header: t('export.rankHigh'), kind: 'integer' },
      ...groups.flatMap(({ name }) => [
        points(name[locale]),
        points(t('export.groupKnown', { name: name[locale] })),
      ]),
    ],
    rows: rows.map(({ code, name, scores }, i): CellValue[] => {
      const total = totalOf(scores)
      return [
        code,
        name,
        ...(total.known > 0 ? [total.points, total.low, total.high] : [null, null, null]),
        total.known,
        total.of,
        ranks[i]?.low ?? null,
        ranks[i]?.high ?? null,
        ...groupTotals(card, scores).flatMap((group) => [
          group.total.known > 0 ? group.total.points : null,
          group.total.known,
        ]),
      ]
    }),
  }
}

function longColumns(locale: Locale): ColumnOut[] {
  const t = getT(locale, 'scorecard')
  return [
    text(t('export.code')),
    text(t('table.commune'), 28),
    text(t('export.criterion')),
    text(t('criteria.name'), 50),
    points(t('criteria.points')),
    points(t('export.low')),
    points(t('export.high')),
    points(t('criteria.max')),
    points(t('criteria.value')),
    points(t('export.valueLow')),
    points(t('export.valueHigh')),
    text(t('export.missing'), 40),
    text(t('criteria.from'), 60),
    text(t('export.sample'), 16),
  ]
}

/** One row a commune and criterion, with value, interval and source. */
function longRows({ locale, card, rows, sample }: Source): CellValue[][] {
  const t = getT(locale, 'scorecard')
  const names = new Map(card.criteria.map(({ code, name }) => [code, name]))
  const cells = ({ points: given, max, reading }: CriterionScore): CellValue[] => [
    ...(given ? [given.value, given.low, given.high] : [null, null, null]),
    max,
    ...(reading.missing === undefined
      ? [...[reading.value, reading.low, reading.high].map(rounded), null, originText(locale, reading.from)]
      : [null, null, null, t(`missing.${reading.missing}`), null]),
    sample ? getT(locale, 'ui')('sample.short') : null,
  ]
  return rows.flatMap(({ code, name, scores }) =>
    scores.map((score) => [code, name, score.code, names.get(score.code)?.[locale] ?? '', ...cells(score)]),
  )
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000
}

function criteriaSheet({ locale, card, provinceCode, version, day, name }: Source): SheetOut {
  const t = getT(locale, 'scorecard')
  const { domains, competencies, modules, indicators } = catalogueOf(provinceCode)
  const named = (of: typeof domains) => Object.fromEntries(of.map((each) => [each.code, each.name]))
  const names = {
    measures: named([...domains, ...competencies]),
    modules: named(modules),
    indicators: named(indicators),
  }
  const units = Object.fromEntries(indicators.map(({ code, unit }) => [code, unit]))
  const facts: CellValue[][] = [
    [t('export.card'), card.title[locale]],
    [t('history.version'), version.number],
    [t('export.day'), formatDate(day)],
    ...(name === '' ? [] : [[t('snapshots.name'), name]]),
    [t('basis.title'), card.basis[locale]],
    [t('export.range'), t('table.method')],
    [],
  ]
  return {
    name: t('tab.criteria'),
    columns: [text(t('export.about'), 22), text('', 60), points(''), text('', 50), text('', 60)],
    rows: [
      ...facts,
      [
        t('export.criterion'),
        t('criteria.name'),
        t('criteria.max'),
        t('criteria.source'),
        t('criteria.rule'),
      ],
      ...activeCriteria(card).map((each): CellValue[] => [
        each.code,
        each.name[locale],
        each.max,
        sourceText(locale, each.source, names),
        ruleText(locale, each, units),
      ]),
    ],
  }
}

/** The scores of a province as a workbook: criteria first, then totals, then each criterion of each commune. */
export async function scorecardWorkbook(
  actor: Actor,
  snapshotId: string | null,
  locale: Locale,
): Promise<{ name: string; body: Buffer }> {
  const source = sourceFor(actor, snapshotId, locale)
  const long = {
    name: getT(locale, 'scorecard')('export.long'),
    columns: longColumns(locale),
    rows: longRows(source),
  }
  const sheets = [criteriaSheet(source), totalsSheet(source), long]
  const mark: CellValue[][] = source.sample ? [[getT(locale, 'ui')('sample')]] : []
  return {
    name: nameOf(source, 'xlsx'),
    body: await writeWorkbook(sheets.map((sheet) => ({ ...sheet, rows: [...mark, ...sheet.rows] }))),
  }
}

/** Every criterion of every commune as CSV. */
export function scorecardCsv(
  actor: Actor,
  snapshotId: string | null,
  locale: Locale,
): { name: string; body: string } {
  const source = sourceFor(actor, snapshotId, locale)
  const heads = longColumns(locale).map(({ header }) => header)
  return { name: nameOf(source, 'csv'), body: writeCsv([heads, ...longRows(source)]) }
}

function nameOf({ locale, name, day }: Source, ending: string): string {
  return fileName([getT(locale, 'scorecard')('export.file'), name, day.replaceAll('-', '')], ending)
}
