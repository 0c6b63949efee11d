import { itemVersion } from '~/assessment/content.server'
import { frameworkVersion } from '~/competency/frameworks.server'
import {
  readItemEntry,
  readQuestionEntry,
  readSelfEntry,
  type Entries,
  type Entry,
} from '~/assessment/answer-entry'
import { findQuestion, type Question, type WorkSystem } from '~/assessment/form'
import type { Step } from '~/assessment/plan'
import { isMarkedByHand, type ItemVersion } from '~/assessment/item'
import { entriesOfItem, presentItem, unmaskEntries, type StepView } from '~/assessment/present'
import { entriesOfQuestion, presentQuestion, presentSelf } from '~/assessment/present-question'
import { scoreItem, type ItemAnswer } from '~/assessment/scoring/score'
import type { SelfQuestion } from '~/competency/self-assessment'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import { refuse } from '~/platform/http/errors'
import { formOf, systemsOf, type OwnSurvey } from './sitting.server'

/** What a step asks. */
export type StepDefinition =
  | { kind: 'question'; question: Question; systems: WorkSystem[] }
  | { kind: 'self'; question: SelfQuestion }
  | { kind: 'item'; item: ItemVersion }

export function stepDefinition(
  survey: Pick<OwnSurvey, 'formVersionId' | 'frameworkVersionId' | 'systems'>,
  step: Step,
): StepDefinition {
  if (step.kind === 'item') return { kind: 'item', item: itemVersion(step.ref) }
  if (step.kind === 'self') {
    const question = frameworkVersion(survey.frameworkVersionId).self.find(
      ({ competency }) => competency === step.ref,
    )
    if (!question) throw refuse('notFound')
    return { kind: 'self', question }
  }
  const question = findQuestion(formOf(survey), step.ref)
  if (!question) throw refuse('notFound')
  return { kind: 'question', question, systems: systemsOf(survey) }
}

/** Reads what a form sent; `seed` undoes the order in which a page showed the parts, null where they bear their own names. */
export function readEntry(definition: StepDefinition, entries: Entries, seed: string | null): Entry {
  if (definition.kind === 'item')
    return readItemEntry(
      definition.item,
      seed === null ? entries : unmaskEntries(definition.item, seed, entries),
    )
  if (definition.kind === 'self')
    return readSelfEntry(
      definition.question.anchors.map(({ level }) => level),
      entries,
    )
  return readQuestionEntry(
    definition.question,
    entries,
    definition.systems.map(({ code }) => code),
  )
}

/** The score of a stored value; null for a question of a survey, which has none, and for what waits for a mark. */
export function scoreOf(definition: StepDefinition, value: unknown): number | null {
  if (definition.kind !== 'item' || isMarkedByHand(definition.item)) return null
  return scoreItem(definition.item, value as ItemAnswer | null)
}

export function viewOf(definition: StepDefinition, locale: Locale, seed: string): StepView {
  if (definition.kind === 'item') return presentItem(definition.item, locale, seed)
  if (definition.kind === 'self') return presentSelf(definition.question, locale)
  const none = getT(locale, 'survey')('none')
  return presentQuestion(definition.question, definition.systems, none, locale, seed)
}

/** The form entries that show a stored value again. */
export function storedEntries(definition: StepDefinition, json: string, seed: string): Entries {
  const value: unknown = JSON.parse(json)
  if (definition.kind === 'item') return entriesOfItem(definition.item, seed, value)
  if (definition.kind === 'self') return { v: Array.isArray(value) ? [] : [String(value)] }
  return entriesOfQuestion(definition.question, value)
}
