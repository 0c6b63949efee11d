import { countedOptions } from '~/assessment/counted-options'
import type { Question, SurveyForm, WorkSystem } from '~/assessment/form'
import type { Bilingual } from '~/platform/i18n/locale'
import { answersOf, type Released } from './figures'
import { wholeProvince } from './pattern'
import { wilson } from './wilson'

/** A condition of work in words: surely missing for most, for some, for few, or not told apart. */
export type ConditionState = 'lacking' | 'partly' | 'fine' | 'unclear'

export type ConditionFigure =
  | { code: string; name: Bilingual; hidden: true }
  | {
      code: string
      name: Bilingual
      hidden: false
      n: number
      lacking: number
      low: number
      high: number
      state: ConditionState
      province: number | null
    }

/** Shares from which a lack is said to be that of most people, and of some. */
const mostShare = 0.5
const someShare = 0.2

/** `lacking` where the whole interval lies above half, `partly` above a fifth, `fine` below a fifth. */
export function conditionState(low: number, high: number): ConditionState {
  if (low > mostShare) return 'lacking'
  if (low > someShare) return 'partly'
  return high < someShare ? 'fine' : 'unclear'
}

type ChoiceQuestion = Extract<Question, { kind: 'single' | 'multiple' }>

function questionsOf(form: SurveyForm): Question[] {
  return form.sections.flatMap((section) => (section.kind === 'questions' ? section.questions : []))
}

function choiceQuestions(form: SurveyForm): ChoiceQuestion[] {
  return questionsOf(form).filter(
    (each): each is ChoiceQuestion => each.kind === 'single' || each.kind === 'multiple',
  )
}

/** What people of a place lack for their work, question by question; what nobody answered is left out. */
export function conditionFigures(released: Released, form: SurveyForm, place: string): ConditionFigure[] {
  return choiceQuestions(form).flatMap((question): ConditionFigure[] => {
    if (!question.condition) return []
    const head = { code: question.condition.code, name: question.condition.name }
    const answers = answersOf(released, place, question.code)
    if (answers === null) return []
    if (answers === 'hidden') return [{ ...head, hidden: true }]
    const lacks = (options: ReadonlyMap<string, number>) =>
      question.options.reduce((sum, { id, lacking }) => sum + (lacking ? (options.get(id) ?? 0) : 0), 0)
    const lacking = Math.min(lacks(answers.options), answers.n)
    const { low, high } = wilson(lacking, answers.n)
    const whole = answersOf(released, wholeProvince, question.code)
    const province = whole && whole !== 'hidden' ? lacks(whole.options) / whole.n : null
    return [
      {
        ...head,
        hidden: false,
        n: answers.n,
        lacking,
        low,
        high,
        state: conditionState(low, high),
        province,
      },
    ]
  })
}

export type AnswerCounts = {
  question: Bilingual
  n: number | null
  counts: { name: Bilingual; count: number }[]
}

/** How often each system was named, question by question, most often first; `n` is null where the group is hidden. */
export function systemCounts(
  released: Released,
  form: SurveyForm,
  systems: WorkSystem[],
  place: string,
): AnswerCounts[] {
  const questions = questionsOf(form).filter(({ kind }) => kind === 'systems')
  return questions.flatMap(({ code, text }) =>
    countsOf(
      released,
      place,
      code,
      text,
      systems.map((each) => ({ id: each.code, ...each })),
    ),
  )
}

/** Answers to the questions that are no condition of work, such as what should be done and by whom, most often first. */
export function opinionCounts(released: Released, form: SurveyForm, place: string): AnswerCounts[] {
  return questionsOf(form).flatMap((question) => {
    const options = question.kind === 'systems' ? [] : countedOptions(question, [])
    if (question.condition || options.length === 0) return []
    return countsOf(released, place, question.code, question.text, options)
  })
}

function countsOf(
  released: Released,
  place: string,
  code: string,
  text: Bilingual,
  options: ({ id: string } & Bilingual)[],
): AnswerCounts[] {
  const answers = answersOf(released, place, code)
  if (answers === null) return []
  if (answers === 'hidden') return [{ question: text, n: null, counts: [] }]
  const counts = options.map(({ id, vi, en }) => ({ name: { vi, en }, count: answers.options.get(id) ?? 0 }))
  return [
    {
      question: text,
      n: answers.n,
      counts: counts.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count),
    },
  ]
}
