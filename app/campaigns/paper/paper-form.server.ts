import { createHash } from 'node:crypto'
import { noneOfThese } from '~/assessment/answer-entry'
import type { Step } from '~/assessment/plan'
import { gapsIn, unmaskEntries, type StepView } from '~/assessment/present'
import { longestTyped } from '~/assessment/scoring/typed'
import type { Targets } from '~/competency/framework'
import type { Locale } from '~/platform/i18n/locale'
import { refuse } from '~/platform/http/errors'
import { paperPlan } from '../start-sitting.server'
import { stepDefinition, viewOf, type StepDefinition } from '../step-definition.server'
import { letterOf, type AnswerShape } from './answer-shape'
import { communeForm, formLetters, type FormCode } from './form-code'
import type { PaperCampaign } from './paper-campaign.server'

type Versions = Pick<
  PaperCampaign,
  'id' | 'personFormVersionId' | 'communeFormVersionId' | 'frameworkVersionId' | 'systems'
>

/** A form as it is printed; `targets` null is the commune's own. */
export type PaperForm = {
  code: FormCode
  formVersionId: string
  questions: { number: number; step: Step; definition: StepDefinition; shape: AnswerShape }[]
}

/** One of the parallel forms of a profile, the same on every print. */
export function paperForm(
  campaign: Versions,
  profile: { code: string; targets: Targets } | null,
  parallel: number,
): PaperForm {
  const formVersionId = profile ? campaign.personFormVersionId : campaign.communeFormVersionId
  const letter = formLetters[parallel]
  if (!formVersionId || !letter) throw refuse('notFound')
  const { frameworkVersionId, systems } = campaign
  const steps = paperPlan({ formVersionId, frameworkVersionId, targets: profile?.targets ?? {} }, parallel)
  return {
    code: {
      letter,
      position: profile?.code ?? communeForm,
      version: formVersionId,
      hash: planHash(campaign, formVersionId, letter, steps),
    },
    formVersionId,
    questions: steps.map((step, i) => {
      const definition = stepDefinition({ formVersionId, frameworkVersionId, systems }, step)
      return { number: i + 1, step, definition, shape: shapeOf(step, definition, paperSeed(letter, step)) }
    }),
  }
}

/** The order of the parts of a question is that of the form's letter: the same on every print. */
export function paperSeed(letter: string, { step }: Step): string {
  return `paper ${letter}/${step}`
}

/** Four signs that change with the campaign, the form and every question in it. */
export function planHash(
  { id, frameworkVersionId, systems }: Pick<Versions, 'id' | 'frameworkVersionId' | 'systems'>,
  formVersionId: string,
  letter: string,
  steps: readonly Step[],
): string {
  const asked = steps.map(({ step, ref }) => `${step}=${ref}`)
  const content = JSON.stringify([id, frameworkVersionId, systems, formVersionId, letter, asked])
  return createHash('sha256').update(content).digest('hex').slice(0, 4)
}

/** How a question is answered on paper. Places on the page become the names of the item's own parts here. */
function shapeOf({ step }: Step, definition: StepDefinition, seed: string): AnswerShape {
  const view = viewOf(definition, 'vi', seed)
  const base = { step, canBeUnknown: view.canBeUnknown }
  switch (view.kind) {
    case 'choice':
      return {
        ...base,
        kind: 'choice',
        multiple: view.multiple,
        marks: marksOf(view).map((mark, i) => ({ mark, value: view.options[i]!.value })),
        alone: aloneIn(definition),
      }
    case 'matching':
      return {
        ...base,
        kind: 'matching',
        rows: view.rows.map(({ name }) => name),
        marks: view.rights.map(({ value }, i) => {
          const [own] = Object.values(unmasked(definition, seed, { 'm.x': [value] }))
          return { mark: letterOf(i), value: own?.[0] ?? '' }
        }),
      }
    case 'ordering':
      return {
        ...base,
        kind: 'ordering',
        rows: view.rows.map(({ name }) => Object.keys(unmasked(definition, seed, { [name]: ['1'] }))[0]!),
      }
    case 'rows':
      return {
        ...base,
        kind: 'matching',
        rows: view.rows.map(({ name }) => name),
        marks: view.options.map(({ value }, i) => ({ mark: letterOf(i), value })),
      }
    case 'gaps':
      return {
        ...base,
        kind: 'gaps',
        gaps: gapsIn(view).map(({ name, options }) => ({
          name,
          maxLength: longestTyped,
          marks:
            options &&
            options.map(({ value }, i) => {
              const [own] = Object.values(unmasked(definition, seed, { [name]: [value] }))
              return { mark: letterOf(i), value: own?.[0] ?? '' }
            }),
        })),
      }
    case 'point':
      return { ...base, kind: 'square' }
    case 'number':
      return { ...base, kind: 'number', whole: wholeOf(definition), unit: view.unit ?? '' }
    case 'text':
      return { ...base, kind: 'text', maxLength: view.maxLength }
  }
}

/** What stands before each option on paper: letters, or the levels of a self-assessment. */
export function marksOf(view: Extract<StepView, { kind: 'choice' }>): string[] {
  return view.options.map(({ value }, i) => (view.anchored ? value : letterOf(i)))
}

function unmasked(definition: StepDefinition, seed: string, entries: Record<string, string[]>) {
  return definition.kind === 'item' ? unmaskEntries(definition.item, seed, entries) : entries
}

function aloneIn(definition: StepDefinition): string[] {
  if (definition.kind !== 'question') return []
  const { question } = definition
  if (question.kind === 'systems') return [noneOfThese]
  return question.kind === 'multiple'
    ? question.options.filter(({ exclusive }) => exclusive).map(({ id }) => id)
    : []
}

function wholeOf(definition: StepDefinition): { min: number; max: number } | null {
  if (definition.kind !== 'question' || definition.question.kind !== 'number') return null
  return { min: definition.question.min, max: definition.question.max }
}

/** The view of a question in the language of a print. */
export function printedView(form: PaperForm, at: number, locale: Locale): StepView {
  const { definition, step } = form.questions[at]!
  return viewOf(definition, locale, paperSeed(form.code.letter, step))
}
