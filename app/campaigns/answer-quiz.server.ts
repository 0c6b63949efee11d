import { chooseNext } from '~/assessment/adaptive/choose-next.server'
import { measuringOf } from '~/assessment/measuring.server'
import { seedOf, type AdaptiveMark } from '~/assessment/plan'
import { now } from '~/platform/clock/now.server'
import { inGroupedTransaction, reader, type GroupTx } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { AnswerInput, AnswerOutcome } from './answer-input'
import { appendResponse, stillOpen } from './append-response.server'
import { ownQuiz, quizSettings, type Begun } from './own-quiz.server'
import { targetsOf } from './sitting.server'
import { readEntry, scoreOf, stepDefinition } from './step-definition.server'

/**
 * Opens an adaptive quiz, or saves an answer to its present item: in the same transaction the next item is chosen. An
 * item that was answered keeps its answer: the same one again leads on, another one to the page that shows what is kept.
 * A page that the quiz has not chosen leads to the present one.
 */
export async function answerQuiz(
  survey: Begun,
  mark: AdaptiveMark,
  input: AnswerInput,
): Promise<AnswerOutcome> {
  const { sittingId } = survey
  if (input.step === mark.step) {
    return inGroupedTransaction((tx) => {
      stillOpen(tx, sittingId)
      const { chosen, stopped } = ownQuiz(survey, mark, tx.sql)
      if (chosen.length === 0 && !stopped) goOn(tx, survey)
      return present(tx, survey, mark)
    })
  }
  const quiz = ownQuiz(survey, mark)
  const step = quiz.chosen.find((each) => each.step === input.step)
  if (!step) {
    if (!input.step.startsWith('q-')) throw refuse('notFound')
    return { ok: true, next: { step: quiz.present } }
  }
  const definition = stepDefinition(survey, step)
  const entry = readEntry(definition, input.entries, seedOf(sittingId, step))
  if (entry.kind !== 'value') {
    if (keptValue(reader, sittingId, step.step) !== undefined) return { ok: true, next: step }
    return { ok: false, fault: entry.kind === 'fault' ? entry : { kind: 'fault', fault: 'chooseOrUnknown' } }
  }
  const value = JSON.stringify(entry.value)
  return inGroupedTransaction((tx) => {
    stillOpen(tx, sittingId)
    const kept = keptValue(tx, sittingId, step.step)
    if (kept !== undefined) return kept === value ? present(tx, survey, mark) : { ok: true, next: step }
    const score = scoreOf(definition, entry.value)
    appendResponse(tx, {
      sittingId,
      step: step.step,
      answerId: input.answerId,
      value: entry.value,
      score,
    })
    goOn(tx, survey)
    return present(tx, survey, mark)
  })
}

function goOn(tx: GroupTx, survey: Begun): void {
  const { campaignId, sittingId } = survey
  const measuring = measuringOf(survey)
  const settings = quizSettings(survey)
  chooseNext(tx, { campaignId, sittingId, targets: targetsOf(survey), measuring, settings }, now())
}

function present(tx: GroupTx, survey: Begun, mark: AdaptiveMark): AnswerOutcome {
  return { ok: true, next: { step: ownQuiz(survey, mark, tx.sql).present } }
}

function keptValue(
  db: Pick<typeof reader, 'sql'> | GroupTx,
  sittingId: string,
  step: string,
): string | undefined {
  return db.sql.get<{ value: string }>(
    'SELECT value FROM Response WHERE sittingId = ? AND step = ? ORDER BY seq DESC LIMIT 1',
    sittingId,
    step,
  )?.value
}
