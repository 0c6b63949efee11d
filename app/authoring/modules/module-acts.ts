import { emptyLesson, freeLessonId, type DraftLesson, type DraftModule } from './draft-module'

/**
 * What a button beside a lesson, a question or a figure does, saved together with its form: `add`, `up.b1`, `down.b1`,
 * `copy.b1`, `remove.b1` for lessons; `pick.infosec-q1`, `drop.…`, `sooner.…`, `later.…` for questions of the closing quiz;
 * `discard.figures/mail.png` for figures. What cannot be done changes nothing.
 */
export function actedOn(data: DraftModule, act: string): DraftModule {
  const dot = act.indexOf('.')
  const [verb, of] = dot < 0 ? [act, ''] : [act.slice(0, dot), act.slice(dot + 1)]
  const { lessons, quiz } = data
  const items = (changed: string[]) => ({ ...data, quiz: { ...quiz, items: changed } })
  switch (verb) {
    case 'add':
      return lessons.length >= mostLessons
        ? data
        : { ...data, lessons: [...lessons, emptyLesson(freeLessonId(lessons))] }
    case 'copy':
      return { ...data, lessons: copied(lessons, of) }
    case 'remove':
      return lessons.length <= 1 ? data : { ...data, lessons: lessons.filter(({ id }) => id !== of) }
    case 'up':
    case 'down':
      return {
        ...data,
        lessons: moved(
          lessons,
          lessons.findIndex(({ id }) => id === of),
          verb === 'up' ? -1 : 1,
        ),
      }
    case 'pick':
      return quiz.items.includes(of) ? data : items([...quiz.items, of])
    case 'drop':
      return items(quiz.items.filter((code) => code !== of))
    case 'sooner':
    case 'later':
      return items(moved(quiz.items, quiz.items.indexOf(of), verb === 'sooner' ? -1 : 1))
    case 'discard': {
      const { [of]: _gone, ...figures } = data.figures
      return { ...data, figures }
    }
    default:
      return data
  }
}

export const mostLessons = 12

/** A lesson taken out, put back where it stood; unchanged where it is there or there is no room. */
export function restored(data: DraftModule, earlier: DraftModule, id: string): DraftModule {
  const at = earlier.lessons.findIndex((lesson) => lesson.id === id)
  const lesson = earlier.lessons[at]
  if (!lesson || data.lessons.length >= mostLessons || data.lessons.some((each) => each.id === id))
    return data
  return { ...data, lessons: data.lessons.toSpliced(at, 0, lesson) }
}

function copied(lessons: DraftLesson[], id: string): DraftLesson[] {
  const at = lessons.findIndex((lesson) => lesson.id === id)
  const lesson = lessons[at]
  if (!lesson || lessons.length >= mostLessons) return lessons
  return lessons.toSpliced(at + 1, 0, { ...lesson, id: freeLessonId(lessons), code: '' })
}

function moved<T>(list: T[], at: number, by: -1 | 1): T[] {
  const part = list[at]
  const to = at + by
  if (part === undefined || to < 0 || to >= list.length) return list
  return list.toSpliced(at, 1).toSpliced(to, 0, part)
}
