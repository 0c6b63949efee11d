import { itemVersion } from '~/assessment/content.server'
import { observationOf, type MeasuredAnswer } from '~/assessment/measured-answers'
import { mean } from '~/assessment/numeric/statistics'
import { competencyResults, measurePerson } from '~/assessment/results'
import { targetsFor } from '~/competency/target-profiles.server'
import { now } from '~/platform/clock/now.server'
import type { Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import type { TrainingClass } from '../class'
import { scaleOf, type ClassQuiz } from './class-quiz.server'
import { warm } from './warm'

type Of = {
  sittingId: string
  personId: string
  found: Pick<TrainingClass, 'provinceCode' | 'competencies'>
}

/**
 * Hands a quiz in and keeps what it shows: the mean score, the ability over all competencies of the class as one
 * dimension, and the mean probability of being below the target over those that the person's positions need.
 */
export function storeMeasure(tx: Pick<Tx, 'sql'>, quiz: ClassQuiz, { sittingId, personId, found }: Of): void {
  const scale = scaleOf(quiz)
  const answers = tx.sql
    .all<{ itemId: string; score: number }>(
      'SELECT itemId, score FROM ClassResponse WHERE sittingId = ?',
      sittingId,
    )
    .map(({ itemId, score }): MeasuredAnswer => {
      const { competency, kind } = itemVersion(itemId)
      return { itemId, competency, kind, score, seconds: null }
    })
  const ability = warm(answers.map((answer) => observationOf(scale, answer)))
  const held = tx.sql.all<{ code: string }>(
    'SELECT positionCode AS code FROM PersonPosition WHERE personId = ? AND until IS NULL',
    personId,
  )
  const targets = Object.entries(
    targetsFor(
      tx,
      found.provinceCode,
      held.map(({ code }) => code),
    ),
  ).filter(([code]) => found.competencies.includes(code))
  const results = competencyResults(scale, Object.fromEntries(targets), measurePerson(scale, answers), {})
  const asked = results.filter(({ answered }) => answered > 0)
  tx.sql.run(
    'UPDATE ClassSitting SET submittedAt = ?, score = ?, ability = ?, error = ?, below = ? WHERE id = ?',
    dbDate(now()),
    mean(answers.map(({ score }) => score)),
    ability.mean,
    ability.sd,
    asked.length > 0 ? mean(asked.map(({ below }) => below)) : null,
    sittingId,
  )
}
