import type { SelfQuestion } from '~/competency/self-assessment'
import type { Bilingual, Locale } from '~/platform/i18n/locale'
import { noneOfThese, type Entries } from './answer-entry'
import type { Question, WorkSystem } from './form'
import type { StepView } from './present'
import { shuffled } from './shuffle'

const said = (pair: Bilingual | undefined, locale: Locale): string | undefined => pair?.[locale]

/** What a question of a survey shows; what is to be ranked stands in an order drawn by `seed`, which sways nobody. */
export function presentQuestion(
  question: Question,
  systems: WorkSystem[],
  none: string,
  locale: Locale,
  seed: string,
): StepView {
  const base = { text: question.text[locale], hint: said(question.hint, locale), canBeUnknown: false }
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return {
        ...base,
        kind: 'choice',
        multiple: question.kind === 'multiple',
        anchored: false,
        options: question.options.map((option) => ({
          value: option.id,
          label: option[locale],
          hint: said(option.hint, locale),
        })),
      }
    case 'systems':
      return {
        ...base,
        kind: 'choice',
        multiple: true,
        anchored: false,
        options: [
          ...systems.map((system) => ({ value: system.code, label: system[locale] })),
          { value: noneOfThese, label: none },
        ],
      }
    case 'number':
      return { ...base, kind: 'number', unit: said(question.unit, locale) }
    case 'text':
      return { ...base, kind: 'text', maxLength: question.maxLength }
    case 'likert':
      return {
        ...base,
        kind: 'rows',
        rows: question.rows.map((row) => ({ name: `r.${row.id}`, label: row[locale] })),
        options: question.options.map((option) => ({ value: option.id, label: option[locale] })),
      }
    case 'ranking':
      return {
        ...base,
        kind: 'ordering',
        rows: shuffled(question.options, seed).map((option) => ({
          name: `o.${option.id}`,
          label: option[locale],
        })),
      }
  }
}

export function presentSelf(question: SelfQuestion, locale: Locale): StepView {
  const options = question.anchors.map((anchor) => ({ value: String(anchor.level), label: anchor[locale] }))
  return {
    text: question.text[locale],
    canBeUnknown: false,
    kind: 'choice',
    multiple: false,
    anchored: true,
    options,
  }
}

/** The entries that show a stored answer again. */
export function entriesOfQuestion(question: Question, value: unknown): Entries {
  if (question.kind === 'likert')
    return Object.fromEntries(
      Object.entries(value as Record<string, string>).map(([row, option]) => [`r.${row}`, [option]]),
    )
  if (question.kind === 'ranking')
    return Object.fromEntries((value as string[]).map((id, i) => [`o.${id}`, [String(i + 1)]]))
  if (question.kind === 'number') return { n: [String(value)] }
  if (question.kind === 'text') return { t: [String(value)] }
  return { v: Array.isArray(value) ? (value as string[]) : [value as string] }
}
