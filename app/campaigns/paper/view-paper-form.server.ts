import { conditionWords } from '~/assessment/condition-words'
import { formVersion } from '~/assessment/content.server'
import type { StepView } from '~/assessment/present'
import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Locale } from '~/platform/i18n/locale'
import { getT } from '~/platform/i18n/translate'
import type { Actor } from '~/platform/policy/actor'
import type { Phase } from '../campaign'
import { titleOf } from '../survey-pages.server'
import { communeForm, formCodeText, parallelOf } from './form-code'
import { paperCampaign, paperProfiles } from './paper-campaign.server'
import { marksOf, paperForm, printedView, type PaperForm } from './paper-form.server'
import { positionNames } from './position-names.server'

export type PrintedQuestion = {
  number: number
  view: StepView
  /** What stands before each option of a choice. */
  marks: string[]
  /** Who answers it, where not everybody does. */
  only: string | null
}
export type PrintedSection = {
  code: string
  kind: string
  title: string
  questions: PrintedQuestion[]
}

export type PrintedForm = {
  campaign: { id: string; title: string; phase: Phase; opensOn: string; closesOn: string }
  kind: 'person' | 'commune'
  letter: string
  /** Null for a preview: the code stands when the campaign is open. */
  code: string | null
  title: string
  /** The position that the form is for; null for the commune's. */
  position: string | null
  sections: PrintedSection[]
  count: number
}

/** A form as it is printed; `position` is a main position, or the commune's own form. */
export function viewPaperForm(
  actor: Actor,
  id: string,
  position: string,
  letter: string,
  locale: Locale,
): PrintedForm {
  const campaign = paperCampaign(actor, reader, id)
  const parallel = parallelOf(letter)
  const kind = position === communeForm ? 'commune' : 'person'
  if (parallel === null || (kind === 'commune' && parallel > 0)) throw refuse('notFound')
  const profile =
    kind === 'commune' ? null : paperProfiles(reader, campaign).find(({ code }) => code === position)
  if (profile === undefined) throw refuse('notFound')
  const form = paperForm(campaign, profile, parallel)
  const { phase, opensOn, closesOn } = campaign
  return {
    campaign: { id, title: titleOf(campaign, locale), phase, opensOn, closesOn },
    kind,
    letter: form.code.letter,
    code: phase === 'draft' ? null : formCodeText(form.code),
    title: formVersion(form.formVersionId).title[locale],
    position: profile ? (positionNames(locale).get(profile.code) ?? profile.code) : null,
    sections: sectionsOf(form, locale),
    count: form.questions.length,
  }
}

/** The condition of a question in words, by the number that the other question has on the paper. */
function onlyOf({ questions }: PaperForm, at: number, locale: Locale): string | null {
  const { definition } = questions[at]!
  if (definition.kind !== 'question' || !definition.question.showIf) return null
  const { showIf } = definition.question
  const other = questions.find(({ step }) => step.kind === 'question' && step.ref === showIf.question)
  if (other?.definition.kind !== 'question') return null
  const place = getT(locale, 'forms')('showIf.number', { number: other.number })
  return conditionWords(showIf, other.definition.question, place, locale)
}

/** Sections without a question on paper, such as practice, are left out. */
function sectionsOf(form: PaperForm, locale: Locale): PrintedSection[] {
  return formVersion(form.formVersionId).sections.flatMap(({ code, kind, title }): PrintedSection[] => {
    const questions = form.questions.flatMap(({ number, step }, at): PrintedQuestion[] => {
      if (step.section !== code) return []
      const view = printedView(form, at, locale)
      return [
        { number, view, marks: view.kind === 'choice' ? marksOf(view) : [], only: onlyOf(form, at, locale) },
      ]
    })
    return questions.length === 0 ? [] : [{ code, kind, title: title[locale], questions }]
  })
}
