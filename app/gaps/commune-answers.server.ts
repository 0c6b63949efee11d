import { countedOptions, givenOptions } from '~/assessment/counted-options'
import type { SurveyAnswer } from '~/assessment/answer-entry'
import { formVersion } from '~/assessment/content.server'
import { questionsOf, type Question, type WorkSystem } from '~/assessment/form'
import { hiddenQuestions } from '~/assessment/show-if'
import { reader } from '~/platform/db/db.server'
import type { Bilingual } from '~/platform/i18n/locale'
import { communeConditions, type CommuneCondition } from './condition-facets'

/** What a commune answered to one question about itself: options by name, a number with its unit, or a text. */
export type CommuneAnswer =
  | { question: Bilingual; chosen: Bilingual[] }
  | { question: Bilingual; number: number; unit: Bilingual | null }
  | { question: Bilingual; text: string }

export type CommuneForm = { submittedAt: string; answers: CommuneAnswer[] }

type Sitting = { id: string; formVersionId: string; submittedAt: string }

function submittedForm(campaignId: string, communeCode: string): Sitting | undefined {
  return reader.sql.get<Sitting>(
    'SELECT id, formVersionId, submittedAt FROM Sitting WHERE communeKey = ? AND submittedAt IS NOT NULL',
    `${campaignId}:${communeCode}`,
  )
}

/** Whether a commune has submitted its own form. */
export function hasSubmittedForm(campaignId: string, communeCode: string): boolean {
  return submittedForm(campaignId, communeCode) !== undefined
}

function valuesOf({ id, formVersionId }: Sitting): Map<string, unknown> {
  const rows = reader.sql.all<{ step: string; value: string }>(
    'SELECT step, value, max(seq) FROM Response WHERE sittingId = ? GROUP BY step',
    id,
  )
  const values = new Map(rows.map(({ step, value }) => [step, JSON.parse(value) as unknown]))
  const hidden = hiddenQuestions(formVersion(formVersionId), (code) => {
    const value = values.get(code)
    return value === undefined ? null : (value as SurveyAnswer)
  })
  // An answer that was given before its question fell away does not count.
  for (const code of hidden) values.delete(code)
  return values
}

/** What a commune's own form says of the conditions of work; empty until it is submitted. */
export function communeLacks(campaignId: string, communeCode: string, systems: number): CommuneCondition[] {
  const sitting = submittedForm(campaignId, communeCode)
  return sitting ? communeConditions(formVersion(sitting.formVersionId), valuesOf(sitting), systems) : []
}

/** A commune's own form in a campaign, once submitted. It is about the place, so nothing of it is ever hidden. */
export function communeForm(
  campaignId: string,
  communeCode: string,
  systems: WorkSystem[],
): CommuneForm | null {
  const sitting = submittedForm(campaignId, communeCode)
  if (!sitting) return null
  const values = valuesOf(sitting)
  const questions = questionsOf(formVersion(sitting.formVersionId))
  return {
    submittedAt: sitting.submittedAt,
    answers: questions.flatMap((question) => {
      const answer = answerTo(question, values.get(question.code), systems)
      return answer ? [answer] : []
    }),
  }
}

/** What a commune chose or wrote in answer to one question about itself, by its code; null until its form is submitted. */
export function communeAnswer(
  campaignId: string,
  communeCode: string,
  code: string,
): { question: Question; value: unknown } | null {
  const sitting = submittedForm(campaignId, communeCode)
  if (!sitting) return null
  const question = questionsOf(formVersion(sitting.formVersionId)).find((each) => each.code === code)
  return question ? { question, value: valuesOf(sitting).get(code) ?? null } : null
}

function answerTo(question: Question, value: unknown, systems: WorkSystem[]): CommuneAnswer | null {
  const head = { question: question.text }
  if (question.kind === 'text')
    return typeof value === 'string' && value !== '' ? { ...head, text: value } : null
  if (question.kind === 'number')
    return typeof value === 'number' ? { ...head, number: value, unit: question.unit ?? null } : null
  if (value === undefined || value === null) return null
  const ids = givenOptions(question.kind, value as SurveyAnswer)
  const chosen = countedOptions(question, systems).filter(({ id }) => ids.includes(id))
  return { ...head, chosen: chosen.map(({ vi, en }) => ({ vi, en })) }
}
