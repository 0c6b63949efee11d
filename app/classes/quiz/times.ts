import { momentOf, type ClassSession } from '../class'

export const quizForms = ['before', 'after'] as const
export type QuizForm = (typeof quizForms)[number]
export type QuizTime = 'early' | 'open' | 'over'

type Timed = Pick<ClassSession, 'date' | 'startsAt' | 'endsAt'>

/**
 * Whether a quiz can be taken at a moment: the one before the class until its first session ends, the one after it from
 * the beginning of its last session on. `sessions` are in order.
 */
export function quizTime(form: QuizForm, sessions: readonly Timed[], at: Date): QuizTime {
  const first = sessions[0]
  const last = sessions.at(-1)
  if (!first || !last) return 'early'
  if (form === 'before') return at <= momentOf(first, first.endsAt) ? 'open' : 'over'
  return at >= momentOf(last, last.startsAt) ? 'open' : 'early'
}

export function parseForm(text: string | undefined): QuizForm | null {
  return text === 'before' || text === 'after' ? text : null
}
