import { randomUUID } from 'node:crypto'
import type { Entries } from '~/assessment/answer-entry'
import { answerInWords, type StepView } from '~/assessment/present'
import { previousStep, sectionProgress, seedOf, type SectionProgress } from '~/assessment/plan'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import {
  answeredSteps,
  currentResponses,
  formOf,
  isOpen,
  ownSurvey,
  planOf,
  type CurrentResponse,
  type OwnSurvey,
  type SittingKind,
} from './sitting.server'
import { stepDefinition, storedEntries, viewOf } from './step-definition.server'

/** A title in the page's language; a campaign's English title may be left out. */
export function titleOf(survey: Pick<OwnSurvey, 'title' | 'titleEn'>, locale: Locale): string {
  return locale === 'en' ? (survey.titleEn ?? survey.title) : survey.title
}

export type SectionView = SectionProgress & { title: string; kind: string; intro: string | undefined }
export type SurveyHome = {
  kind: SittingKind
  campaignId: string
  title: string
  formTitle: string
  intro: string
  minutes: number
  closesOn: string
  opensOn: string
  open: boolean
  begun: boolean
  submitted: boolean
  communeCode: string
  sections: SectionView[]
}

/** The task list of a survey. */
export function surveyHome(actor: Actor, campaignId: string, kind: SittingKind, locale: Locale): SurveyHome {
  const survey = ownSurvey(actor, campaignId, kind)
  if (survey.state === 'draft') throw refuse('notFound')
  const form = formOf(survey)
  const plan = survey.sittingId && survey.plan ? planOf(survey.sittingId, survey.plan) : []
  const responses = survey.sittingId ? currentResponses(survey.sittingId) : new Map<string, CurrentResponse>()
  return {
    kind,
    campaignId,
    title: titleOf(survey, locale),
    formTitle: form.title[locale],
    intro: form.intro[locale],
    minutes: form.minutes,
    closesOn: survey.closesOn,
    opensOn: survey.opensOn,
    open: isOpen(survey),
    begun: survey.sittingId !== null,
    submitted: survey.submittedAt !== null,
    communeCode: survey.communeCode,
    sections: sectionProgress(form, plan, answeredSteps(responses), new Set(responses.keys())).map(
      (progress, i) => {
        const section = form.sections[i]!
        return {
          ...progress,
          kind: section.kind,
          title: section.title[locale],
          intro: section.intro?.[locale],
        }
      },
    ),
  }
}

export type SurveyStep = {
  kind: SittingKind
  campaignId: string
  sittingId: string
  answerId: string
  step: string
  previous: string | null
  sectionTitle: string
  sectionNumber: number
  sectionCount: number
  number: number
  count: number
  view: StepView
  filled: Entries
}

/** One page of a sitting; null where the sitting has not begun. */
export function surveyStep(
  actor: Actor,
  campaignId: string,
  kind: SittingKind,
  stepName: string,
  locale: Locale,
): SurveyStep | null {
  const survey = ownSurvey(actor, campaignId, kind)
  if (survey.submittedAt) throw refuse('alreadySubmitted')
  if (!survey.sittingId || !survey.plan) return null
  const plan = planOf(survey.sittingId, survey.plan)
  const step = plan.find((each) => each.step === stepName)
  if (!step) throw refuse('notFound')
  const form = formOf(survey)
  const definition = stepDefinition(survey, step)
  const seed = seedOf(survey.sittingId, step)
  const stored = currentResponses(survey.sittingId).get(stepName)
  const inSection = plan.filter(({ section }) => section === step.section)
  const sectionIndex = form.sections.findIndex(({ code }) => code === step.section)
  return {
    kind,
    campaignId,
    sittingId: survey.sittingId,
    answerId: randomUUID(),
    step: stepName,
    previous: previousStep(plan, stepName)?.step ?? null,
    sectionTitle: form.sections[sectionIndex]?.title[locale] ?? '',
    sectionNumber: sectionIndex + 1,
    sectionCount: form.sections.length,
    number: inSection.indexOf(step) + 1,
    count: inSection.length,
    view: viewOf(definition, locale, seed),
    filled: stored ? storedEntries(definition, stored.value, seed) : {},
  }
}

export type CheckedStep = { step: string; question: string; answer: string | null; required: boolean }
export type SurveyCheck = {
  kind: SittingKind
  campaignId: string
  title: string
  sections: { code: string; title: string; unanswered: number; steps: CheckedStep[] }[]
}

/** Every question with its answer, before submission; null where the sitting has not begun. */
export function surveyCheck(
  actor: Actor,
  campaignId: string,
  kind: SittingKind,
  locale: Locale,
): SurveyCheck | null {
  const survey = ownSurvey(actor, campaignId, kind)
  if (survey.submittedAt) throw refuse('alreadySubmitted')
  const { sittingId } = survey
  if (!sittingId || !survey.plan) return null
  const plan = planOf(sittingId, survey.plan)
  const responses = currentResponses(sittingId)
  const unknown = getT(locale, 'survey')('unknown')
  return {
    kind,
    campaignId,
    title: titleOf(survey, locale),
    sections: formOf(survey).sections.map(({ code, title }) => {
      const steps = plan
        .filter(({ section }) => section === code)
        .map((step): CheckedStep => {
          const definition = stepDefinition(survey, step)
          const seed = seedOf(sittingId, step)
          const view = viewOf(definition, locale, seed)
          const stored = responses.get(step.step)
          const answer = answerInWords(
            view,
            stored ? storedEntries(definition, stored.value, seed) : null,
            unknown,
          )
          return {
            step: step.step,
            question: view.text,
            answer,
            required: definition.kind === 'question' && definition.question.required,
          }
        })
      return {
        code,
        title: title[locale],
        unanswered: steps.filter(({ answer }) => answer === null).length,
        steps,
      }
    }),
  }
}
