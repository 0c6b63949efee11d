import { surveyFormSchema, type SurveyForm } from '~/assessment/form'
import { showIfFaults } from '~/assessment/show-if'
import type { DraftFault, DraftText } from '../drafts/draft-kind'
import { textsIn } from '../items/item-texts'
import type { DraftForm, DraftQuestion, DraftSection } from './draft-form'
import { estimateMinutes } from './estimate-minutes'

/** The texts of a survey form in both languages, in reading order. */
export function textsOfForm({ title, intro, sections }: DraftForm): DraftText[] {
  return textsIn({ title, intro, sections })
}

/** A draft as a survey form that can be published, or everything that it lacks. */
export function wholeForm(data: DraftForm): { form: SurveyForm } | { faults: DraftFault[] } {
  const faults = [...emptyTexts(data), ...data.sections.flatMap(sectionFaults), ...conditionFaults(data)]
  if (faults.length > 0) return { faults }
  const read = surveyFormSchema.safeParse(published(data))
  if (read.data) return { form: read.data }
  const places = read.error.issues.map(({ path }) => path.map(String).join('.'))
  return { faults: [...new Set(places)].map((place) => ({ key: 'fault.shape', path: pathOf(data, place) })) }
}

/** A draft in the shape of a published form, whatever it lacks: to be shown, never to be stored. */
export function asForm(data: DraftForm): SurveyForm {
  return published(data) as unknown as SurveyForm
}

function published({ sections, minutes, ...form }: DraftForm) {
  return { ...form, minutes: minutes ?? estimateMinutes(sections), sections: sections.map(publishedSection) }
}

function publishedSection(section: DraftSection): object {
  const { id, kind, title, intro, questions, tasks, most } = section
  const head = { code: id, title, ...(intro ? { intro } : {}), kind }
  const limit = most ? { most } : {}
  switch (kind) {
    case 'questions':
      return { ...head, questions: (questions ?? []).map(publishedQuestion) }
    case 'self-assessment':
      return { ...head, ...limit }
    case 'practice':
      return { ...head, tasks: tasks ?? [] }
    case 'quiz': {
      const { by, perCompetency, levels, items, blueprint, shuffle, minutes, mostCompetencies } = section
      return {
        ...head,
        ...(by === 'items' ? { items } : by === 'blueprint' ? { blueprint } : { perCompetency, levels }),
        ...(shuffle ? { shuffle } : {}),
        ...(by === 'items' ? {} : limit),
        ...(minutes && by !== 'items' ? { minutes } : {}),
        ...(mostCompetencies && by === 'profile' ? { mostCompetencies } : {}),
      }
    }
  }
}

function publishedQuestion({ id, min, ...question }: DraftQuestion): object {
  return { code: id, ...question, ...(min === null || min === undefined ? {} : { min }) }
}

function emptyTexts(data: DraftForm): DraftFault[] {
  return textsOfForm(data).flatMap(({ path, text }): DraftFault[] => {
    const [vi, en] = [text.vi.trim() === '', text.en.trim() === '']
    if (!vi && !en) return []
    return [{ key: vi && en ? 'fault.empty' : vi ? 'fault.emptyVi' : 'fault.emptyEn', path }]
  })
}

function sectionFaults(section: DraftSection): DraftFault[] {
  const path = `sections.${section.id}`
  const fault = (key: string): DraftFault[] => [{ key: `form.${key}`, path }]
  switch (section.kind) {
    case 'questions':
      return (section.questions ?? []).flatMap((question) => questionFaults(question, path))
    case 'practice':
      return section.tasks?.length ? [] : fault('noTasks')
    case 'self-assessment':
      return []
    case 'quiz':
      if (section.by === 'items') return section.items?.length ? [] : fault('noItems')
      if (section.by === 'blueprint') return section.blueprint?.length ? [] : fault('noCells')
      return section.perCompetency && section.levels?.length ? [] : fault('noLevels')
  }
}

const fewest: Partial<Record<DraftQuestion['kind'], number>> = {
  single: 2,
  multiple: 2,
  likert: 2,
  ranking: 2,
}
const mostOptions: Partial<Record<DraftQuestion['kind'], number>> = { likert: 7, ranking: 10 }

function questionFaults(question: DraftQuestion, section: string): DraftFault[] {
  const path = `${section}.questions.${question.id}`
  const { kind, options = [], min, max } = question
  const faults: DraftFault[] = []
  if (options.length < (fewest[kind] ?? 0)) faults.push({ key: 'form.fewOptions', path })
  const limit = mostOptions[kind]
  if (limit && options.length > limit)
    faults.push({ key: 'form.manyOptions', path, values: { count: options.length, limit } })
  if (kind === 'number' && (typeof max !== 'number' || max < (min ?? 0)))
    faults.push({ key: 'form.bounds', path })
  if (kind === 'text' && !(question.maxLength && question.maxLength >= 1 && question.maxLength <= 2000))
    faults.push({ key: 'form.length', path })
  return faults
}

function conditionFaults(data: DraftForm): DraftFault[] {
  return showIfFaults(asForm(data)).map(({ key, question }) => ({
    key: key.replace('form.', 'form.own.'),
    path: questionPath(data, question),
  }))
}

function questionPath({ sections }: DraftForm, id: string): string {
  const section = sections.find(({ questions }) => questions?.some((each) => each.id === id))
  return `sections.${section?.id ?? ''}.questions.${id}`
}

/** A place in a form, `sections.0.questions.2.max`, as the path of its question or section. */
function pathOf({ sections }: DraftForm, place: string): string {
  const [, at, , n] = place.split('.')
  const section = sections[Number(at)]
  if (!section) return place
  const question = section.questions?.[Number(n)]
  return question ? `sections.${section.id}.questions.${question.id}` : `sections.${section.id}`
}
