import { hasPilots } from '~/assessment/adaptive/bank.server'
import { measuringOf } from '~/assessment/measuring.server'
import { answerInWords } from '~/assessment/present'
import type { Section } from '~/assessment/form'
import { canAdapt } from '~/assessment/form-quiz'
import {
  askedSteps,
  previousStep,
  sectionProgress,
  seedOf,
  type PlannedStep,
  type SectionProgress,
  type Step,
} from '~/assessment/plan'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { hiddenIn, hiddenNow } from './asked.server'
import {
  answeredSteps,
  currentResponses,
  formOf,
  isOpen,
  markOf,
  ownSurvey,
  planOf,
  stepsOf,
  type CurrentResponse,
  type OwnSurvey,
  type SittingKind,
} from './sitting.server'
import { ownQuiz, quizSettings, type Begun } from './own-quiz.server'
import { placeOf, quizPage } from './quiz-page.server'
import { practicePart } from './practice-step.server'
import type { QuizPage, StepPage } from './survey-page'
import { stepDefinition, storedEntries, viewOf } from './step-definition.server'

/** A title in the page's language; a campaign's English title may be left out. */
export function titleOf(survey: Pick<OwnSurvey, 'title' | 'titleEn'>, locale: Locale): string {
  return locale === 'en' ? (survey.titleEn ?? survey.title) : survey.title
}

export type SectionView = SectionProgress & { title: string; kind: string; intro: string | undefined }
export type SurveyHome = {
  kind: SittingKind
  /** The most questions that the adaptive quiz asks; null where every question is fixed. */
  quizMost: number | null
  /** A fixed quiz may try new questions; an adaptive one says so at its door. */
  pilots: boolean
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

/** Sections that a person does not see where they ask that person nothing. */
const emptyAway: ReadonlySet<string> = new Set(['practice', 'questions'])

/** The task list of a survey. */
export function surveyHome(actor: Actor, campaignId: string, kind: SittingKind, locale: Locale): SurveyHome {
  const survey = ownSurvey(actor, campaignId, kind)
  if (survey.state === 'draft') throw refuse('notFound')
  const form = formOf(survey)
  const { sittingId } = survey
  const mark = sittingId && survey.plan ? markOf(planOf(sittingId, survey.plan)) : null
  const quiz = sittingId && mark ? ownQuiz({ ...survey, sittingId }, mark) : null
  const steps = sittingId && survey.plan ? stepsOf(sittingId, survey.plan) : []
  const responses = sittingId ? currentResponses(sittingId) : new Map<string, CurrentResponse>()
  const willAsk = kind === 'person' && form.sections.some((section) => section.kind === 'quiz')
  const adaptive = sittingId
    ? mark !== null
    : willAsk && survey.quizMode === 'adaptive' && canAdapt(form.sections)
  return {
    kind,
    quizMost: adaptive ? quizSettings(survey).most : null,
    pilots: !sittingId && willAsk && !adaptive && hasPilots(measuringOf(survey).standard),
    campaignId,
    title: titleOf(survey, locale),
    formTitle: form.title[locale],
    intro: form.intro[locale],
    minutes: form.minutes,
    closesOn: survey.closesOn,
    opensOn: survey.opensOn,
    open: isOpen(survey),
    begun: sittingId !== null,
    submitted: survey.submittedAt !== null,
    communeCode: survey.communeCode,
    sections: sectionProgress(
      form,
      askedSteps(steps, hiddenIn(form, responses)),
      answeredSteps(responses),
      new Set(responses.keys()),
      quiz && { section: quiz.section, most: quiz.most, next: quiz.stopped ? null : quiz.present },
    )
      .map((progress, i) => {
        const section = form.sections[i]!
        return {
          ...progress,
          kind: section.kind,
          title: section.title[locale],
          intro: section.intro?.[locale],
        }
      })
      .filter(({ kind: each, steps: asked }) => !sittingId || asked > 0 || !emptyAway.has(each)),
  }
}

/** One page of a sitting; null where the sitting has not begun. */
export function surveyStep(
  actor: Actor,
  campaignId: string,
  kind: SittingKind,
  stepName: string,
  locale: Locale,
): StepPage | QuizPage | null {
  const survey = ownSurvey(actor, campaignId, kind)
  if (survey.submittedAt) throw refuse('alreadySubmitted')
  const { sittingId } = survey
  if (!sittingId || !survey.plan) return null
  const plan = planOf(sittingId, survey.plan)
  const mark = markOf(plan)
  const step = plan.find((each) => each.step === stepName)
  if (mark && (step ?? mark) === mark) return quizPage({ ...survey, sittingId }, mark, stepName, locale)
  if (!step || step.kind === 'adaptive') throw refuse('notFound')
  const hidden = hiddenNow(formOf(survey), sittingId)
  if (step.kind === 'question' && hidden.has(step.ref))
    return elsewhere({ ...survey, sittingId }, plan, step, hidden, locale)
  if (step.kind === 'practice')
    return {
      shows: 'practice',
      ...placeOf({ ...survey, sittingId }, step, locale),
      part: practicePart(sittingId, step, locale),
    }
  const definition = stepDefinition(survey, step)
  const seed = seedOf(sittingId, step)
  const stored = currentResponses(sittingId).get(stepName)
  const asked = askedSteps(plan, hidden)
  const inSection = asked.filter(({ section }) => section === step.section)
  return {
    shows: 'question',
    ...placeOf({ ...survey, sittingId }, step, locale),
    previous: previousStep(asked, stepName)?.step ?? null,
    number: inSection.indexOf(step) + 1,
    count: inSection.length,
    most: null,
    itemId: step.kind === 'item' ? step.ref : null,
    view: viewOf(definition, locale, seed),
    filled: stored ? storedEntries(definition, stored.value, seed) : {},
  }
}

/** From a question that is not asked to the next of its section that is; null where the section has none after it. */
function elsewhere(
  survey: Begun,
  plan: readonly PlannedStep[],
  step: Step,
  hidden: ReadonlySet<string>,
  locale: Locale,
): QuizPage | null {
  const after = plan.slice(plan.indexOf(step) + 1).filter(({ section }) => section === step.section)
  const next = askedSteps(after, hidden)[0]
  return next ? { shows: 'elsewhere', ...placeOf(survey, step, locale), step: next.step } : null
}

/**
 * `kept` answers cannot be changed: the questions of the quiz after them were chosen by them, or a practice task was ended.
 * `begun` is a practice task that was not ended: it does not count. `hidden` is a question that is not asked any more: its
 * answer is kept, but does not count.
 */
export type CheckedStep = {
  step: string
  question: string
  answer: string | null
  required: boolean
  kept: 'quiz' | 'practice' | null
  begun: boolean
  hidden: boolean
}
export type SurveyCheck = {
  kind: SittingKind
  campaignId: string
  title: string
  /** Where the adaptive quiz goes on; null where it has ended, or there is none. */
  quizGoesOn: string | null
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
  const mark = markOf(planOf(sittingId, survey.plan))
  const quiz = mark && ownQuiz({ ...survey, sittingId }, mark)
  const responses = currentResponses(sittingId)
  // The present item of a quiz is not left out by the person, but not answered yet: the page says so once.
  const steps = stepsOf(sittingId, survey.plan).filter(
    ({ step }) => quiz === null || step !== quiz.present || quiz.stopped !== null,
  )
  const form = formOf(survey)
  const hidden = hiddenIn(form, responses)
  const answered = answeredSteps(responses)
  const unknown = getT(locale, 'survey')('unknown')
  const isAsked = ({ kind: each, code }: Section) =>
    !emptyAway.has(each) ||
    steps.some(({ section, step, ref }) => section === code && (!hidden.has(ref) || answered.has(step)))
  return {
    kind,
    campaignId,
    title: titleOf(survey, locale),
    quizGoesOn: quiz && !quiz.stopped ? quiz.present : null,
    sections: form.sections.filter(isAsked).map(({ code, title }) => {
      const checked = steps
        .filter(({ section }) => section === code)
        .map((step): CheckedStep => {
          if (step.kind === 'practice') return checkedPractice(sittingId, step, locale)
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
            kept: quiz?.section === code ? 'quiz' : null,
            begun: false,
            hidden: step.kind === 'question' && hidden.has(step.ref),
          }
        })
        .filter((each) => !each.hidden || each.answer !== null)
      return {
        code,
        title: title[locale],
        unanswered: checked.filter((each) => each.answer === null).length,
        steps: checked,
      }
    }),
  }
}

function checkedPractice(sittingId: string, step: Step, locale: Locale): CheckedStep {
  const { title, ended, at } = practicePart(sittingId, step, locale)
  return {
    step: step.step,
    question: title,
    answer: ended ? getT(locale, 'practice')('survey.done') : null,
    required: false,
    kept: ended ? 'practice' : null,
    begun: !ended && at > 0,
    hidden: false,
  }
}
