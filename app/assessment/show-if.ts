import type { Message } from '~/formats/message'
import type { SurveyAnswer } from './answer-entry'
import { questionsOf, type Question, type ShowIf, type SurveyForm } from './form'

/** Whether a condition holds for the answer of the question that it names; null for a question without an answer. */
export function holds({ is }: ShowIf, answer: SurveyAnswer | null): boolean {
  if (answer === null || (Array.isArray(answer) && answer.length === 0)) return false
  if (is === 'answered') return true
  if (Array.isArray(is))
    return (Array.isArray(answer) ? answer : [answer]).some((id) => is.includes(id as string))
  const { min = -Infinity, max = Infinity } = is
  return typeof answer === 'number' && answer >= min && answer <= max
}

/**
 * The codes of the questions that are not asked, given the answers so far. A question that is not asked has no answer that
 * counts, so that what depends on it is not asked either.
 * @param answerTo the answer to a question by its code; null where it has none, or was left empty
 */
export function hiddenQuestions(
  form: Pick<SurveyForm, 'sections'>,
  answerTo: (code: string) => SurveyAnswer | null,
): ReadonlySet<string> {
  const hidden = new Set<string>()
  for (const { code, showIf } of questionsOf(form)) {
    if (!showIf) continue
    const answer = hidden.has(showIf.question) ? null : answerTo(showIf.question)
    if (!holds(showIf, answer)) hidden.add(code)
  }
  return hidden
}

type ShowIfFault = Message & { question: string }

/**
 * What is wrong with the conditions of a form. One that names a question which comes later, or itself, would go round in a
 * circle; one that names an option or a number that cannot be answered would never hold.
 */
export function showIfFaults(form: Pick<SurveyForm, 'sections'>): ShowIfFault[] {
  const all = questionsOf(form)
  const before = new Map<string, Question>()
  return all.flatMap((question): ShowIfFault[] => {
    const { code, showIf } = question
    const asked = showIf && before.get(showIf.question)
    before.set(code, question)
    if (!showIf) return []
    const fault = (key: string): ShowIfFault[] => [
      { question: code, key, values: { question: code, other: showIf.question } },
    ]
    if (!asked)
      return fault(all.some((each) => each.code === showIf.question) ? 'form.showIfLater' : 'form.showIfGone')
    return canHold(showIf, asked) ? [] : fault('form.showIfNever')
  })
}

function canHold({ is }: ShowIf, asked: Question): boolean {
  if (is === 'answered') return true
  if (Array.isArray(is))
    return (
      (asked.kind === 'single' || asked.kind === 'multiple') &&
      is.every((id) => asked.options.some((option) => option.id === id))
    )
  const { min = -Infinity, max = Infinity } = is
  return asked.kind === 'number' && min <= max && max >= asked.min && min <= asked.max
}
