import type { StopReason } from '~/assessment/adaptive/types'
import type { Entries } from '~/assessment/answer-entry'
import type { ScreenView } from '~/assessment/practice/present'
import type { StepView } from '~/assessment/present'

/** Where a page of a sitting stands. */
export type SurveyPlace = {
  kind: 'person' | 'commune'
  campaignId: string
  sittingId: string
  answerId: string
  step: string
  previous: string | null
  sectionTitle: string
  sectionNumber: number
  sectionCount: number
  number: number
}

/** A question to be answered. `most` stands for the count where the quiz does not know it: it asks so many at most. */
export type SurveyStep = SurveyPlace & {
  shows: 'question'
  /** Of an item, its version: what a report of a problem names. */
  itemId: string | null
  count: number
  most: number | null
  view: StepView
  filled: Entries
}

/** The practice task of a survey as its person meets it. */
export type PracticePart = {
  title: string
  situation: string
  task: string
  system: string
  minutes: number
  view: ScreenView
  at: number
  ended: boolean
}

/** A practice task to be done. */
export type SurveyPractice = SurveyPlace & { shows: 'practice'; part: PracticePart }

/** The pages that only an adaptive quiz has, or the page where it goes on. */
export type QuizPage = SurveyStep | QuizDoor | QuizEnd | KeptStep | (SurveyPlace & { shows: 'elsewhere' })
/** What the page of a survey's step can be. */
export type StepPage = Exclude<QuizPage, { shows: 'elsewhere' }> | SurveyPractice

/** Before the first question: how the quiz works. */
export type QuizDoor = SurveyPlace & {
  shows: 'door'
  most: number
  minutes: number | null
  /** New questions may be tried out in it. */
  pilots: boolean
}

/** After the last question: why there are no more. */
export type QuizEnd = SurveyPlace & {
  shows: 'end'
  stopped: StopReason
  answered: number
  minutes: number | null
}

/** A question that was answered: it can be read again, not changed. `next` is the page after it. */
export type KeptStep = SurveyPlace & {
  shows: 'kept'
  most: number
  view: StepView
  filled: Entries
  answer: string
  next: string
  /** What the page after it is: another answered question, the present one, or the end. */
  nextIs: 'kept' | 'present' | 'end'
}

/** What names a page in the title of the window. */
export function nameOf(page: StepPage): string {
  if (page.shows === 'door' || page.shows === 'end' || page.shows === 'practice') return page.sectionTitle
  const count = page.shows === 'question' && page.most === null ? `/${page.count}` : ''
  return `${page.sectionTitle} ${page.number}${count}`
}
