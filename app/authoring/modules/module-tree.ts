import { parseNumber } from '~/assessment/answer-entry'
import { audiences, feedbackTimes } from '~/learning/module'
import { partsAt, textAt, type FieldErrors, type Tree } from '../form/form-tree'
import type { PartLists } from '../form/parts'
import { draftModuleSchema, emptyLesson, type DraftLesson, type DraftModule } from './draft-module'
import { actedOn } from './module-acts'

const coded = (letters: string, most: number) => ({
  least: 0,
  most,
  letters,
  fresh: (id: string) => ({ id, code: '' }),
})

export const moduleLists = {
  competencies: { ...coded('n', 12), fresh: (id) => ({ id, code: '', level: '' }) },
  requires: coded('r', 12),
  practice: coded('p', 12),
} satisfies PartLists

/** A module as its forms show it. */
export function moduleTree(data: DraftModule): Tree {
  const { code, title, aim, guide, quiz } = data
  const codes = (letters: string, list: string[]) =>
    list.map((each, i) => ({ id: `${letters}${i + 1}`, code: each }))
  return {
    ...{ code, title, aim, guide },
    for: Object.fromEntries(data.for.map((audience) => [audience, 'yes'])),
    competencies: data.competencies.map((each, i) => ({
      ...{ id: `n${i + 1}`, code: each.code, level: each.level === null ? '' : String(each.level) },
    })),
    requires: codes('r', data.requires),
    practice: codes('p', data.practice),
    lessons: data.lessons.map((lesson) => ({
      ...{ id: lesson.id, title: lesson.title, aim: lesson.aim, text: lesson.text },
      minutes: lesson.minutes === null ? '' : String(lesson.minutes),
    })),
    quiz: {
      ...{ pass: String(quiz.pass), draw: quiz.draw === null ? '' : String(quiz.draw) },
      items: quiz.items.map((id) => ({ id })),
      ...(quiz.minutes === undefined ? {} : { minutes: String(quiz.minutes) }),
      ...(quiz.attempts === undefined ? {} : { attempts: String(quiz.attempts) }),
      ...(quiz.feedback === undefined ? {} : { feedback: quiz.feedback }),
      ...(quiz.shuffle === undefined ? {} : { shuffle: quiz.shuffle ? 'yes' : 'no' }),
    },
    figures: Object.entries(data.figures).map(([path, { alt }]) => ({
      ...{ id: path, vi: alt?.vi ?? '', en: alt?.en ?? '' },
    })),
  }
}

/** Of a whole module's form the part that `form` shows, so that two people at different parts need not meet. */
export function shownBy(form: Tree, whole: Tree): Tree {
  switch (textAt(form, 'only')) {
    case 'about': {
      const { lessons: _lessons, quiz: _quiz, figures: _figures, ...about } = whole
      return about
    }
    case 'lesson': {
      const id = textAt(form, 'lessons.0.id')
      return { lessons: partsAt(whole, 'lessons').filter((each) => textAt(each, 'id') === id) }
    }
    case 'quiz':
      return { quiz: whole.quiz ?? {} }
    case 'figures':
      return { figures: partsAt(whole, 'figures') }
    default:
      return whole
  }
}

/**
 * The module that a form says, with what its button does to lessons, questions and figures; `before` gives what the form
 * does not show. A lesson that somebody took out meanwhile comes back at the end, so that what was typed is not lost.
 * @returns the module, or the fields whose text cannot be kept
 */
export function moduleFrom(tree: Tree, before: DraftModule): { data: DraftModule } | { errors: FieldErrors } {
  const only = textAt(tree, 'only')
  const whole = only === ''
  const errors: FieldErrors = {}
  const number = (name: string): number | null => {
    const typed = textAt(tree, name).trim()
    if (typed === '') return null
    const read = parseNumber(typed)
    if (read === null) errors[name] = 'error.number'
    return read
  }
  const both = (name: string) => ({ vi: textAt(tree, `${name}.vi`), en: textAt(tree, `${name}.en`) })
  const codes = (name: string) =>
    partsAt(tree, name)
      .map((each) => textAt(each, 'code').trim())
      .filter((code, i, all) => code !== '' && all.indexOf(code) === i)

  const typedLessons = partsAt(tree, 'lessons').map((part, i): DraftLesson => {
    const id = textAt(part, 'id')
    const known = before.lessons.find((each) => each.id === id) ?? emptyLesson(id)
    const at = `lessons.${i}`
    return {
      ...known,
      ...{ title: both(`${at}.title`), aim: both(`${at}.aim`), text: both(`${at}.text`) },
      minutes: number(`${at}.minutes`),
    }
  })
  const lessons = whole ? typedLessons : withLessons(before.lessons, only === 'lesson' ? typedLessons : [])
  const about =
    whole || only === 'about'
      ? {
          ...{ title: both('title'), aim: both('aim'), guide: both('guide') },
          code: 'code' in tree ? textAt(tree, 'code').trim().toLowerCase() : before.code,
          for: audiences.filter((audience) => textAt(tree, `for.${audience}`) === 'yes'),
          competencies: partsAt(tree, 'competencies').flatMap((each, i) => {
            const code = textAt(each, 'code').trim()
            return code === '' ? [] : [{ code, level: number(`competencies.${i}.level`) }]
          }),
          ...{ requires: codes('requires'), practice: codes('practice') },
        }
      : {}
  const rulesOf = () => {
    const feedback = feedbackTimes.find((each) => each === textAt(tree, 'quiz.feedback'))
    const shuffle = textAt(tree, 'quiz.shuffle')
    const [minutes, attempts] = [number('quiz.minutes'), number('quiz.attempts')]
    return {
      ...(minutes === null ? {} : { minutes }),
      ...(attempts === null ? {} : { attempts }),
      ...(feedback ? { feedback } : {}),
      ...(shuffle === '' ? {} : { shuffle: shuffle === 'yes' }),
    }
  }
  const quiz =
    whole || only === 'quiz'
      ? {
          quiz: {
            ...{ pass: number('quiz.pass') ?? before.quiz.pass, draw: number('quiz.draw') },
            items: partsAt(tree, 'quiz.items').map((each) => textAt(each, 'id')),
            ...rulesOf(),
          },
        }
      : {}
  const figures = only === 'figures' ? { figures: withAlts(before, partsAt(tree, 'figures')) } : {}
  const parsed = draftModuleSchema.safeParse(
    actedOn({ ...before, ...about, ...quiz, ...figures, lessons }, textAt(tree, 'act')),
  )
  for (const { path } of parsed.error?.issues ?? []) {
    const name = path.map(String).join('.')
    errors[only === 'lesson' ? name.replace(/^lessons\.\d+/, 'lessons.0') : name] ??= 'error.field'
  }
  return parsed.data && Object.keys(errors).length === 0 ? { data: parsed.data } : { errors }
}

function withLessons(lessons: DraftLesson[], typed: DraftLesson[]): DraftLesson[] {
  const known = new Set(lessons.map(({ id }) => id))
  return [
    ...lessons.map((lesson) => typed.find(({ id }) => id === lesson.id) ?? lesson),
    ...typed.filter(({ id }) => !known.has(id)),
  ]
}

function withAlts({ figures }: DraftModule, parts: Tree[]): DraftModule['figures'] {
  const typed = new Map(
    parts.map((part) => [textAt(part, 'id'), { vi: textAt(part, 'vi'), en: textAt(part, 'en') }]),
  )
  return Object.fromEntries(
    Object.entries(figures).map(([path, figure]) => {
      const alt = typed.get(path)
      const empty = alt?.vi.trim() === '' && alt.en.trim() === '' && !figure.alt
      return [path, alt && !empty ? { ...figure, alt } : figure]
    }),
  )
}

/** The form of one lesson, from that of the whole module or from what came back of it. */
export function lessonTree(tree: Tree, id: string): Tree {
  const part = partsAt(tree, 'lessons').find((each) => textAt(each, 'id') === id)
  return { only: 'lesson', lessons: part ? [part] : [] }
}
