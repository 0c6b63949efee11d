import type { Framework, Targets } from '~/competency/framework'
import type { SurveyForm } from './form'
import { canAdapt, compositionOf, type QuizSection } from './form-quiz'
import { shuffled } from './shuffle'

/**
 * One page of a sitting. `step` is its name in the URL; `ref` a question code, a competency, or the version of an item or
 * of a practice task. A pilot is asked to try the item: it does not count.
 */
export type Step = {
  step: string
  section: string
  kind: 'question' | 'self' | 'item' | 'practice'
  ref: string
  pilot?: true
}

/** Where the items stand that an adaptive quiz chooses one by one. */
export type AdaptiveMark = { step: string; section: string; kind: 'adaptive'; ref: '' }
export type PlannedStep = Step | AdaptiveMark

export type ItemRef = {
  id: string
  code: string
  competency: string
  level: number
  pilot: boolean
  family: string | null
}

/** A practice task that may be given, with the competencies that it shows. */
export type PracticeRef = { id: string; code: string; competencies: readonly string[] }

/** So many fixed forms stand side by side, where the bank has that many items of a competency and level. */
export const parallelForms = 3

/**
 * How the quiz of a sitting is asked. `parallel` is 0 for the first fixed form; `pilots` the most unscored items in it. With
 * `shuffle` the sections that ask for it are mixed by the seed: paper, which has no seed, goes without.
 */
export type QuizPlan = {
  adaptive: boolean
  parallel: number
  pilots: number
  seed: string
  shuffle?: boolean
}
export const firstFixedForm: QuizPlan = { adaptive: false, parallel: 0, pilots: 0, seed: '' }

/**
 * The steps of a sitting, fixed when it begins: what a person began is what the person finishes, whatever changes later.
 * Self-assessment and quiz ask about the competencies of the target profile; a fixed quiz begins with the items of the
 * lowest level of every competency, so that the first questions are the easiest. In place of the first quiz of an
 * adaptive sitting stands its mark; another quiz of the same form is left out, so that nothing is asked twice. Questions with
 * a condition are in the plan as all others: whether they are asked shows when the page comes.
 */
export function planSitting(
  form: SurveyForm,
  framework: Framework,
  targets: Targets,
  selfAssessed: ReadonlySet<string>,
  items: ItemRef[],
  quiz: QuizPlan = firstFixedForm,
  practice: readonly PracticeRef[] = [],
): PlannedStep[] {
  const competencies = framework.domains
    .flatMap((domain) => domain.competencies.map(({ code }) => code))
    .filter((code) => code in targets)
  const firstQuiz = form.sections.find(({ kind }) => kind === 'quiz')
  const adaptive = quiz.adaptive && canAdapt(form.sections)
  const steps = form.sections.flatMap((section): PlannedStep[] => {
    const at = { section: section.code }
    if (section.kind === 'questions') {
      return section.questions.map(({ code }) => ({ ...at, step: code, kind: 'question', ref: code }))
    }
    if (section.kind === 'self-assessment') {
      return foremost(
        competencies.filter((code) => selfAssessed.has(code)),
        targets,
        section.most,
      ).map((code) => ({ ...at, step: `self-${code}`, kind: 'self', ref: code }))
    }
    if (section.kind === 'practice') {
      const task = fittingTask(section.tasks, practice, competencies)
      return task ? [{ ...at, step: `p-${task.code}`, kind: 'practice', ref: task.id }] : []
    }
    if (!adaptive)
      return fixedQuiz(section, foremost(competencies, targets, section.mostCompetencies), items, quiz)
    return section === firstQuiz ? [{ ...at, step: itemStep(section.code), kind: 'adaptive', ref: '' }] : []
  })
  const names = new Set<string>()
  return steps.filter(({ step }) => !names.has(step) && names.add(step))
}

/** The `most` competencies of the highest targets, in the framework's order; all where there is no limit. */
function foremost(competencies: string[], targets: Targets, most = competencies.length): string[] {
  const kept = new Set([...competencies].sort((a, b) => (targets[b] ?? 0) - (targets[a] ?? 0)).slice(0, most))
  return competencies.filter((code) => kept.has(code))
}

/** Of the tasks of a section the one that shows most of what the position needs, the first of several. */
function fittingTask(
  tasks: readonly string[],
  practice: readonly PracticeRef[],
  competencies: readonly string[],
): PracticeRef | null {
  const fitting = tasks
    .flatMap((code) => practice.find((each) => each.code === code) ?? [])
    .map((task) => ({
      task,
      shown: task.competencies.filter((code) => competencies.includes(code)).length,
    }))
    .filter(({ shown }) => shown > 0)
    .sort((a, b) => b.shown - a.shown)
  return fitting[0]?.task ?? null
}

/** The name of an item's page: items have codes such as 4.1-2a, so that no question or section has the same. */
export function itemStep(code: string): string {
  return `q-${code}`
}

function fixedQuiz(
  section: QuizSection,
  competencies: string[],
  items: ItemRef[],
  { parallel, pilots, seed, shuffle }: QuizPlan,
): Step[] {
  const stepOf = ({ id, code }: ItemRef): Step => ({
    section: section.code,
    step: itemStep(code),
    kind: 'item',
    ref: id,
  })
  const families = new Set<string>()
  const drawn = (competency: string, level: number, count: number) =>
    apart(
      turned(
        items.filter((item) => !item.pilot && item.competency === competency && item.level === level),
        parallel * count,
      ),
      count,
      families,
    )
  const composition = compositionOf(section)
  if (!composition) return []
  const mixed = (list: ItemRef[]) =>
    (shuffle && section.shuffle ? shuffled(list, `${seed}/${section.code}`) : list).map(stepOf)
  if (composition.by === 'items')
    return mixed(composition.items.flatMap((code) => items.find((item) => item.code === code) ?? []))
  const asked =
    composition.by === 'profile'
      ? composition.levels.flatMap((level) => {
          const each = Math.ceil(composition.perCompetency / composition.levels.length)
          return competencies.flatMap((competency) => drawn(competency, level, each))
        })
      : composition.cells
          .toSorted((a, b) => a.level - b.level)
          .flatMap(({ competency, level, count }) => drawn(competency, level, count))
  const tried = apart(
    shuffled(
      items.filter((item) => item.pilot && competencies.includes(item.competency)),
      `${seed}/pilots`,
    ),
    pilots,
    families,
  )
  return withPilots(
    mixed(asked),
    tried.map((item) => ({ ...stepOf(item), pilot: true })),
    seed,
  )
}

/** The first `count` items of which no two, and none with one in `families`, are of one family. */
function apart(list: readonly ItemRef[], count: number, families: Set<string>): ItemRef[] {
  const taken: ItemRef[] = []
  for (const item of list) {
    if (taken.length >= count) break
    if (item.family !== null && families.has(item.family)) continue
    if (item.family !== null) families.add(item.family)
    taken.push(item)
  }
  return taken
}

function turned<T>(list: T[], by: number): T[] {
  const from = list.length > 0 ? by % list.length : 0
  return [...list.slice(from), ...list.slice(0, from)]
}

/** Pilots stand at places that the seed draws, never among the first three. */
function withPilots(steps: Step[], pilots: Step[], seed: string): Step[] {
  const places = shuffled(
    steps.map((_, i) => i + 1).filter((place) => place >= 3),
    `${seed}/places`,
  ).slice(0, pilots.length)
  return places
    .sort((a, b) => b - a)
    .reduce((all, place, i) => [...all.slice(0, place), pilots[i]!, ...all.slice(place)], steps)
}

/** The steps of a plan without the questions that are not asked. */
export function askedSteps<T extends PlannedStep>(
  plan: readonly T[],
  hidden: ReadonlySet<string>,
): readonly T[] {
  return hidden.size === 0 ? plan : plan.filter(({ kind, ref }) => kind !== 'question' || !hidden.has(ref))
}

/** Where a person goes after `step`: the next page of the section, or null at its end. */
export function nextStep(plan: readonly PlannedStep[], step: string): PlannedStep | null {
  const i = plan.findIndex((each) => each.step === step)
  const next = plan[i + 1]
  return next && next.section === plan[i]?.section ? next : null
}

export function previousStep(plan: readonly PlannedStep[], step: string): PlannedStep | null {
  const i = plan.findIndex((each) => each.step === step)
  const previous = plan[i - 1]
  return previous && previous.section === plan[i]?.section ? previous : null
}

/** `most` is how many questions a section may ask at most, where they are chosen one by one. */
export type SectionProgress = {
  code: string
  steps: number
  answered: number
  next: string | null
  most?: number
}

/** Where an adaptive quiz stands: the most questions it asks, and the page where it goes on, null once it has ended. */
export type QuizProgress = { section: string; most: number; next: string | null }

/**
 * How far each section is; `next` is its first step that the person has not been through, or null at the end. A question
 * that was left empty on purpose is behind the person, but not answered.
 */
export function sectionProgress(
  form: SurveyForm,
  plan: readonly Step[],
  answered: ReadonlySet<string>,
  passed: ReadonlySet<string>,
  quiz: QuizProgress | null = null,
): SectionProgress[] {
  return form.sections.map(({ code }) => {
    const steps = plan.filter((each) => each.section === code)
    const counts = {
      code,
      steps: steps.length,
      answered: steps.filter(({ step }) => answered.has(step)).length,
    }
    if (quiz?.section === code) return { ...counts, next: quiz.next, most: quiz.most }
    return { ...counts, next: steps.find(({ step }) => !passed.has(step))?.step ?? null }
  })
}

/** The seed by which the parts of a step are shuffled: the same on every visit, another for every sitting. */
export function seedOf(sittingId: string, { step }: Step): string {
  return `${sittingId}/${step}`
}
