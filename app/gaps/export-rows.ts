import { countedOptions } from '~/assessment/counted-options'
import type { SurveyForm } from '~/assessment/form'
import type { WorkSystem } from '~/assessment/form'
import type { Framework } from '~/competency/framework'
import type { CellValue } from '~/formats/table'
import type { Bilingual, Locale } from '~/platform/i18n/locale'
import type { Change } from './change-figures'
import { answersOf, figureOf, isShown, type Figure, type Released } from './figures'
import type { MeasureInfo } from './measure'
import { everybody, isReleased } from './pattern'
import type { ReportClaims } from './report-claims'

type Place = { key: string; code: string; name: string }
type GroupName = { value: string; name: Bilingual }
type Campaign = {
  id: string
  provinceCode: string
  frameworkVersionId: string
  standardId: number | null
  parameterVersionId: number | null
  title: Bilingual
  province: string
  sample: boolean
  closedAt: string | null
  systems: WorkSystem[]
}

export type ExportSource = {
  locale: Locale
  campaign: Campaign
  released: Released
  claims: ReportClaims
  framework: Framework
  form: SurveyForm
  measures: MeasureInfo[]
  rates: { code: string; name: string; asked: number; submitted: number }[]
  places: Place[]
  departments: GroupName[]
  positions: GroupName[]
}

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

/** Four digits: what the arithmetic gives beyond them says nothing. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000
}

function figureCells(figure: Figure, change: Change | null, words: ExportWords): CellValue[] {
  if (!isShown(figure)) {
    const isUninformed = figure === 'uninformed'
    const empty = Array.from({ length: 10 }, () => null)
    const last = [isUninformed ? words.no : null, null, null, null, null, null]
    return [...empty, ...last, isUninformed ? words.uninformed : words.hidden]
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
export function longRows(source: ExportSource, words: ExportWords): CellValue[][] {
  const { locale, released, campaign } = source
  const everyone: GroupName = { value: everybody, name: { vi: words.everybody, en: words.everybody } }
  return source.places.flatMap((place) => {
    const groups = [everyone, ...source.departments, ...source.positions]
    return groups.flatMap((group) =>
      source.measures.flatMap((measure): CellValue[][] => {
        if (!isReleased({ place: place.key, group: group.value }, measure.isDomain)) return []
        const figure = figureOf(released, place.key, group.value, measure.code)
        if (figure === null) return []
        const head = [
          place.code,
          place.name,
          measure.code,
          measure.name[locale],
          group.value,
          group.name[locale],
        ]
        const change = group.value === everybody ? source.claims.change(place.key, measure.code) : null
        return [[...head, ...figureCells(figure, change, words), campaign.sample ? words.sample : null]]
      }),
    )
  })
}

/** One row a place, one column a measure: the share below target of everybody; what is not shown is empty. */
export function wideRows({ places, measures, released }: ExportSource): CellValue[][] {
  return places.map(({ key, code, name }) => [
    code,
    name,
    ...measures.map((measure) => {
      const figure = figureOf(released, key, everybody, measure.code)
      return isShown(figure) ? rounded(figure.share) : null
    }),
  ])
}

/** One row a place, question and option of the survey's choices. */
export function answerRows(source: ExportSource, words: ExportWords): CellValue[][] {
  const { locale, released, campaign } = source
  const questions = source.form.sections.flatMap((section) =>
    section.kind === 'questions' ? section.questions : [],
  )
  return source.places.flatMap((place) =>
    questions.flatMap((question): CellValue[][] => {
      const answers = answersOf(released, place.key, question.code)
      const options = countedOptions(question, campaign.systems)
      if (answers === null || options.length === 0) return []
      const head = [place.code, place.name, question.code, question.text[locale]]
      const last = campaign.sample ? words.sample : null
      if (answers === 'hidden') return [[...head, null, null, null, null, null, null, words.hidden, last]]
      const lacks = new Set(
        question.kind === 'single' || question.kind === 'multiple'
          ? question.options.flatMap(({ id, lacking }) => (lacking ? [id] : []))
          : [],
      )
      return options.map((option) => {
        const count = answers.options.get(option.id) ?? 0
        const lacking = lacks.has(option.id) ? words.yes : null
        return [
          ...head,
          option.id,
          option[locale],
          lacking,
          answers.n,
          count,
          rounded(count / answers.n),
          null,
          last,
        ]
      })
    }),
  )
}
