import type { Bilingual } from '~/platform/i18n/locale'
import type { SurveyAnswer } from './answer-entry'
import type { Question, WorkSystem } from './form'

export type CountedOption = { id: string } & Bilingual

/**
 * The options by which the answers to a question are counted; none for numbers and texts. On a scale they are each row
 * with each option, of a ranking the options that can be put first.
 */
export function countedOptions(question: Question, systems: readonly WorkSystem[]): CountedOption[] {
  switch (question.kind) {
    case 'number':
    case 'text':
      return []
    case 'systems':
      return systems.map(({ code, vi, en }) => ({ id: code, vi, en }))
    case 'likert':
      return question.rows.flatMap((row) =>
        question.options.map((option) => ({
          id: `${row.id}/${option.id}`,
          vi: `${row.vi}: ${option.vi}`,
          en: `${row.en}: ${option.en}`,
        })),
      )
    case 'single':
    case 'multiple':
    case 'ranking':
      return question.options.map(({ id, vi, en }) => ({ id, vi, en }))
  }
}

/** Of them the ones that an answer gives. */
export function givenOptions(kind: Question['kind'], answer: SurveyAnswer): string[] {
  if (kind === 'number' || kind === 'text' || typeof answer === 'number') return []
  if (typeof answer === 'string') return [answer]
  if (Array.isArray(answer)) return kind === 'ranking' ? answer.slice(0, 1) : answer
  return Object.entries(answer).map(([row, option]) => `${row}/${option}`)
}
