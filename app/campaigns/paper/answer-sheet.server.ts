import type { StepView } from '~/assessment/present'
import type { CellValue } from '~/formats/table'
import type { SheetOut } from '~/formats/write-workbook.server'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import { columnName, partsOf, widestParts, type AnswerShape } from './answer-shape'
import { formCodeText } from './form-code'
import { printedView, type PaperForm } from './paper-form.server'
import { everySquare } from './read-cells'

/** One sheet to type answers in: the head, a line for each form that says what may stand in each cell, then the people. */
export function answerSheet(
  name: string,
  forms: PaperForm[],
  respondents: CellValue[][],
  { locale }: { locale: Locale },
  sample: CellValue[][],
): SheetOut {
  const t = getT(locale, 'paper')
  const ofPeople = forms.length > 1
  const widths = widestParts(forms.map(({ questions }) => questions.map(({ shape }) => shape)))
  const own = ofPeople
    ? [
        { header: t('sheet.staffCode'), width: 16 },
        { header: t('sheet.commune'), width: 24 },
        { header: t('sheet.name'), width: 26 },
        { header: t('sheet.form'), width: 14 },
      ]
    : [
        { header: t('sheet.communeCode'), width: 16 },
        { header: t('sheet.commune'), width: 40 },
      ]
  const questions = widths.flatMap((parts, i) =>
    Array.from({ length: parts }, (_, part) => ({ header: columnName(i + 1, part, parts), width: 13 })),
  )
  const blank = Array.from({ length: own.length }, (): CellValue => null)
  return {
    name,
    columns: [...own, { header: t('sheet.date'), width: 13 }, ...questions],
    rows: [
      ...sample,
      [t('sheet.explain')],
      ...forms.map((form): CellValue[] => [
        formCodeText(form.code),
        ...blank.slice(1),
        null,
        ...widths.flatMap((parts, i) => guides(form, i, parts, locale)),
      ]),
      ...respondents,
    ],
  }
}

/** What may stand in the cells of a question of a form, and the beginning of its text. */
function guides(form: PaperForm, at: number, parts: number, locale: Locale): CellValue[] {
  const t = getT(locale, 'paper')
  const question = form.questions[at]
  const own = question ? partsOf(question.shape) : 0
  return Array.from({ length: parts }, (_, part) => {
    if (!question || part >= own) return t('sheet.leaveEmpty')
    const view = printedView(form, at, locale)
    return `${allowed(question.shape, part, locale)} · ${begin(partText(view, part, locale))}`
  })
}

function allowed(shape: AnswerShape, part: number, locale: Locale): string {
  const t = getT(locale, 'paper')
  const unknown = shape.canBeUnknown ? ', ?' : ''
  switch (shape.kind) {
    case 'choice': {
      const range = `${shape.marks[0]?.mark}–${shape.marks.at(-1)?.mark}`
      return (shape.multiple ? t('sheet.several', { range }) : range) + unknown
    }
    case 'matching':
      return `${shape.marks[0]?.mark}–${shape.marks.at(-1)?.mark}${unknown}`
    case 'ordering':
      return `1–${shape.rows.length}${unknown}`
    case 'number':
      return (shape.unit ? t('sheet.numberOf', { unit: shape.unit }) : t('sheet.number')) + unknown
    case 'text':
      return t('sheet.text') + unknown
    case 'gaps': {
      const marks = shape.gaps[part]?.marks
      return (marks ? `${marks[0]?.mark}–${marks.at(-1)?.mark}` : t('sheet.text')) + unknown
    }
    case 'square':
      return everySquare + unknown
  }
}

function partText(view: StepView, part: number, locale: Locale): string {
  if (view.kind === 'gaps') return `${getT(locale, 'survey')('gap', { number: part + 1 })}: ${view.text}`
  if (view.kind === 'rows') return view.rows[part]?.label ?? ''
  return view.kind === 'matching' || view.kind === 'ordering' ? (view.rows[part]?.label ?? '') : view.text
}

function begin(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
