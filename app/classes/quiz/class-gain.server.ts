import { reader } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { managedClass } from '../class-at.server'
import { classGain, type ClassGain, type Measured, type Participation } from '../gain'
import { quizLength } from './class-quiz.server'

type Row = {
  personId: string
  form: 'before' | 'after'
  score: number
  ability: number
  below: number | null
}

export type GainView = { gain: ClassGain; questions: number; people: number }

/** What the people who have a seat in a class gained, as a group: no person's answers are shown. */
export function viewGain(actor: Actor, classId: string): GainView {
  managedClass(actor, classId)
  const rows = reader.sql.all<Row>(
    `SELECT s.personId, s.form, s.score, s.ability, s.below FROM ClassSitting s
     JOIN ClassPlace p ON p.classId = s.classId AND p.personId = s.personId
     WHERE s.classId = ? AND s.submittedAt IS NOT NULL AND p.withdrawnAt IS NULL`,
    classId,
  )
  const people = new Map<string, Participation>()
  for (const { personId, form, score, ability, below } of rows) {
    const own = people.get(personId) ?? { before: null, after: null }
    const measured: Measured = { score, ability, below }
    people.set(personId, { ...own, [form]: measured })
  }
  const seats = reader.sql.get<{ n: number }>(
    'SELECT count(*) AS n FROM ClassPlace WHERE classId = ? AND withdrawnAt IS NULL',
    classId,
  )!.n
  return { gain: classGain([...people.values()]), questions: quizLength(classId), people: seats }
}
