import { attendedEnough } from '../class'

/** Whether a participant is to be certified, and what is missing where not. */
export type Eligibility = 'yes' | 'absent' | 'noQuiz' | 'notPassed'

type Asked = { sessions: number; minShare: number; passPercent: number | null }

/** `score` is that of the quiz after the class, 0–1; null where it was not handed in. */
export function eligibility(attended: number, score: number | null, asked: Asked): Eligibility {
  if (!attendedEnough(attended, asked.sessions, asked.minShare)) return 'absent'
  if (asked.passPercent === null) return 'yes'
  if (score === null) return 'noQuiz'
  return score * 100 >= asked.passPercent - 1e-9 ? 'yes' : 'notPassed'
}
