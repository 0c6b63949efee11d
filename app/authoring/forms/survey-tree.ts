import { parseNumber } from '~/assessment/answer-entry'
import { partsAt, textAt, type FieldErrors, type Tree } from '../form/form-tree'
import {
  draftFormSchema,
  draftQuestions,
  type DraftForm,
  type DraftQuestion,
  type DraftSection,
} from './draft-form'

const shown = (value: number | null | undefined) =>
  value === null || value === undefined ? {} : String(value).replace('.', ',')
const ticked = (value: boolean | undefined) => (value ? 'yes' : undefined)

/** Of a tree what is there: a field that nobody has filled is left out. */
function filled(given: Record<string, string | Tree | Tree[] | undefined>): Tree {
  return Object.fromEntries(
    Object.entries(given).filter(
      (entry): entry is [string, string | Tree | Tree[]] =>
        entry[1] !== undefined && (typeof entry[1] !== 'object' || Object.keys(entry[1]).length > 0),
    ),
  )
}

/** A survey form as its editor shows it. */
export function surveyTree(data: DraftForm): Tree {
  const questions = new Map(draftQuestions(data).map((question) => [question.id, question]))
  return filled({
    who: data.respondent === 'commune' ? 'commune' : (data.for ?? 'staff'),
    title: data.title,
    intro: data.intro,
    minutes: shown(data.minutes),
    sections: data.sections.map((section: DraftSection) =>
      filled({
        ...{ id: section.id, kind: section.kind, title: section.title, intro: section.intro },
        questions: section.questions?.map((question) => questionTree(question, questions)),
        tasks: section.tasks?.map((task) => ({ id: task, on: 'yes' })),
        by: section.by,
        perCompetency: shown(section.perCompetency),
        levels: section.levels?.map((level) => ({ id: String(level), on: 'yes' })),
        items: section.items?.map((item) => ({ id: item })),
        cells: section.blueprint?.map(({ competency, level, count }) => ({
          ...{ id: `${competency}/${level}`, count: String(count) },
        })),
        shuffle: ticked(section.shuffle),
        most: shown(section.most),
        minutes: shown(section.minutes),
        mostCompetencies: shown(section.mostCompetencies),
      }),
    ),
  })
}

function questionTree(question: DraftQuestion, all: ReadonlyMap<string, DraftQuestion>): Tree {
  const { showIf, condition } = question
  const asked = showIf && all.get(showIf.question)
  const is = showIf?.is
  return filled({
    ...{ id: question.id, kind: question.kind, text: question.text, hint: question.hint },
    required: ticked(question.required),
    condition: condition && { code: condition.code, name: condition.name },
    options: question.options?.map(({ lacking, exclusive, ...option }) =>
      filled({ ...option, lacking: ticked(lacking), exclusive: ticked(exclusive) }),
    ),
    rows: question.rows,
    min: shown(question.min),
    max: shown(question.max),
    unit: question.unit,
    maxLength: shown(question.maxLength),
    showIf:
      showIf &&
      filled({
        question: showIf.question,
        options: Array.isArray(is)
          ? (asked?.options ?? is.map((id) => ({ id }))).map(({ id }) => ({
              id,
              ...(is.includes(id) ? { on: 'yes' } : {}),
            }))
          : undefined,
        ...(typeof is === 'object' && !Array.isArray(is) ? { min: shown(is.min), max: shown(is.max) } : {}),
      }),
  })
}

/**
 * The survey form that an editor's form says; `before` gives what it does not show.
 * @returns the form, or the fields whose text cannot be kept
 */
export function surveyFrom(tree: Tree, before: DraftForm): { data: DraftForm } | { errors: FieldErrors } {
  const errors: FieldErrors = {}
  const both = (at: Tree, name = '') => ({
    vi: textAt(at, name === '' ? 'vi' : `${name}.vi`),
    en: textAt(at, name === '' ? 'en' : `${name}.en`),
  })
  const some = (at: Tree, name: string): Record<string, { vi: string; en: string }> => {
    const pair = both(at, name)
    return pair.vi.trim() === '' && pair.en.trim() === '' ? {} : { [name]: pair }
  }
  const tick = (at: Tree, name: string) => (textAt(at, name) === 'yes' ? { [name]: true } : {})
  const number = (at: Tree, name: string, path: string) => {
    const typed = textAt(at, name).trim()
    if (typed === '') return {}
    const read = parseNumber(typed)
    if (read === null) errors[`${path}${name}`] = 'error.number'
    return { [name]: read }
  }
  const on = (at: Tree, name: string) =>
    partsAt(at, name).flatMap((each) => (textAt(each, 'on') === 'yes' ? [textAt(each, 'id')] : []))

  const conditionOf = (at: Tree, path: string) => {
    const question = textAt(at, 'showIf.question')
    if (question === '') return {}
    const condition = at.showIf as Tree
    const options = on(condition, 'options')
    const bounds = {
      ...number(condition, 'min', `${path}showIf.`),
      ...number(condition, 'max', `${path}showIf.`),
    }
    const is = options.length > 0 ? options : Object.keys(bounds).length > 0 ? bounds : 'answered'
    return { showIf: { question, is } }
  }
  const questionOf = (at: Tree, path: string) => {
    const kind = textAt(at, 'kind')
    const condition = some(at, 'condition.name')['condition.name']
    return {
      ...{ id: textAt(at, 'id'), kind, text: both(at, 'text'), ...some(at, 'hint'), ...tick(at, 'required') },
      ...(condition
        ? { condition: { code: textAt(at, 'condition.code') || textAt(at, 'id'), name: condition } }
        : {}),
      ...conditionOf(at, path),
      ...('options' in at
        ? {
            options: partsAt(at, 'options').map((each) => ({
              ...{ id: textAt(each, 'id'), ...both(each), ...some(each, 'hint') },
              ...tick(each, 'lacking'),
              ...tick(each, 'exclusive'),
            })),
          }
        : {}),
      ...('rows' in at
        ? { rows: partsAt(at, 'rows').map((each) => ({ id: textAt(each, 'id'), ...both(each) })) }
        : {}),
      ...number(at, 'min', path),
      ...number(at, 'max', path),
      ...some(at, 'unit'),
      ...number(at, 'maxLength', path),
    }
  }
  const quizOf = (at: Tree, path: string) => {
    const cells = partsAt(at, 'cells').flatMap((each, i) => {
      const { count } = number(each, 'count', `${path}cells.${i}.`)
      const [competency = '', level] = textAt(each, 'id').split('/')
      if (!count) return []
      if (!Number.isInteger(count) || count < 0 || count > 30)
        errors[`${path}cells.${i}.count`] = 'error.cell'
      return [{ competency, level: Number(level), count }]
    })
    const items = partsAt(at, 'items').map((each) => textAt(each, 'id'))
    const levels = on(at, 'levels').map(Number)
    return {
      by: textAt(at, 'by') || 'profile',
      ...number(at, 'perCompetency', path),
      ...(levels.length > 0 ? { levels } : {}),
      ...(items.length > 0 ? { items } : {}),
      ...(cells.length > 0 ? { blueprint: cells } : {}),
      ...tick(at, 'shuffle'),
      ...number(at, 'minutes', path),
      ...number(at, 'mostCompetencies', path),
    }
  }

  const who = textAt(tree, 'who')
  const { for: _for, ...rest } = before
  const draft = {
    ...rest,
    respondent: who === 'commune' ? 'commune' : 'person',
    ...(who === 'team' || (who === 'staff' && before.for === 'staff') ? { for: who } : {}),
    title: both(tree, 'title'),
    intro: both(tree, 'intro'),
    minutes: number(tree, 'minutes', '').minutes ?? null,
    sections: partsAt(tree, 'sections').map((at, i) => {
      const path = `sections.${i}.`
      const kind = textAt(at, 'kind')
      const tasks = on(at, 'tasks')
      return {
        ...{ id: textAt(at, 'id'), kind, title: both(at, 'title'), ...some(at, 'intro') },
        ...(kind === 'questions'
          ? {
              questions: partsAt(at, 'questions').map((each, n) =>
                questionOf(each, `${path}questions.${n}.`),
              ),
            }
          : {}),
        ...(kind === 'quiz' ? quizOf(at, path) : {}),
        ...(kind === 'quiz' || kind === 'self-assessment' ? number(at, 'most', path) : {}),
        ...(kind === 'practice' && tasks.length > 0 ? { tasks } : {}),
      }
    }),
  }
  const parsed = draftFormSchema.safeParse(draft)
  for (const { path } of parsed.error?.issues ?? [])
    if (!path.includes('blueprint')) errors[path.map(String).join('.')] ??= 'error.field'
  return parsed.data && Object.keys(errors).length === 0 ? { data: parsed.data } : { errors }
}
