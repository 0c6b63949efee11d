import type { Framework, Targets } from '~/competency/framework'
import type { SurveyForm } from './form'

/** One page of a sitting. `step` is its name in the URL; `ref` a question code, a competency or an item version. */
export type Step = { step: string; section: string; kind: 'question' | 'self' | 'item'; ref: string }

export type ItemRef = { id: string; code: string; competency: string; level: number }

/**
 * The steps of a sitting, fixed when it begins: what a person began is what the person finishes, whatever changes later.
 * Self-assessment and quiz ask about the competencies of the target profile; the quiz begins with the items of the lowest
 * level of every competency, so that the first questions are the easiest.
 */
export function planSitting(
  form: SurveyForm,
  framework: Framework,
  targets: Targets,
  selfAssessed: ReadonlySet<string>,
  items: ItemRef[],
): Step[] {
  const competencies = framework.domains
    .flatMap((domain) => domain.competencies.map(({ code }) => code))
    .filter((code) => code in targets)
  return form.sections.flatMap((section): Step[] => {
    const at = { section: section.code }
    if (section.kind === 'questions') {
      return section.questions.map(({ code }) => ({ ...at, step: code, kind: 'question', ref: code }))
    }
    if (section.kind === 'self-assessment') {
      return competencies
        .filter((code) => selfAssessed.has(code))
        .map((code) => ({ ...at, step: `self-${code}`, kind: 'self', ref: code }))
    }
    return section.levels.flatMap((level) =>
      competencies.flatMap((competency) => {
        const candidates = items.filter((item) => item.competency === competency && item.level === level)
        const each = Math.ceil(section.perCompetency / section.levels.length)
        return candidates
          .slice(0, each)
          .map(({ id, code }): Step => ({ ...at, step: `q-${code}`, kind: 'item', ref: id }))
      }),
    )
  })
}

/** Where a person goes after `step`: the next page of the section, or null at its end. */
export function nextStep(plan: Step[], step: string): Step | null {
  const i = plan.findIndex((each) => each.step === step)
  const next = plan[i + 1]
  return next && next.section === plan[i]?.section ? next : null
}

export function previousStep(plan: Step[], step: string): Step | null {
  const i = plan.findIndex((each) => each.step === step)
  const previous = plan[i - 1]
  return previous && previous.section === plan[i]?.section ? previous : null
}

export type SectionProgress = { code: string; steps: number; answered: number; next: string | null }

/**
 * How far each section is; `next` is its first step that the person has not been through, or null at the end. A question
 * that was left empty on purpose is behind the person, but not answered.
 */
export function sectionProgress(
  form: SurveyForm,
  plan: Step[],
  answered: ReadonlySet<string>,
  passed: ReadonlySet<string>,
): SectionProgress[] {
  return form.sections.map(({ code }) => {
    const steps = plan.filter((each) => each.section === code)
    return {
      code,
      steps: steps.length,
      answered: steps.filter(({ step }) => answered.has(step)).length,
      next: steps.find(({ step }) => !passed.has(step))?.step ?? null,
    }
  })
}

/** The seed by which the parts of a step are shuffled: the same on every visit, another for every sitting. */
export function seedOf(sittingId: string, { step }: Step): string {
  return `${sittingId}/${step}`
}
