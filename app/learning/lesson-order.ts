import type { Module } from './module'
import { goOn, isFinished, lessonsRead, type Progress } from './progress'

export type AfterLesson = { kind: 'lesson'; code: string } | { kind: 'quiz' } | { kind: 'module' }

type Lessons = Pick<Module, 'lessons'>

const nothing: Progress = {
  moduleCode: '',
  read: [],
  lastLesson: null,
  lastAt: null,
  bestScore: null,
  passedAt: null,
  finishedAt: null,
}

/** Where the button at the end of a lesson leads: the next one, one that was left out, the quiz, the finished module. */
export function afterLesson(module: Lessons, code: string, progress: Progress | null): AfterLesson {
  const at = module.lessons.findIndex((lesson) => lesson.code === code)
  const next = module.lessons[at + 1]
  const read = [...(progress?.read ?? []), code]
  const known: Progress = { ...(progress ?? nothing), read }
  const isLastOne = lessonsRead(module, known) === module.lessons.length && !progress?.read.includes(code)
  if (next && !isLastOne) return { kind: 'lesson', code: next.code }
  if (known.finishedAt || isFinished(module, known)) return { kind: 'module' }
  const open = goOn(module, known)
  return open.kind === 'done' ? { kind: 'module' } : open
}

/** Where the manifest says that a lesson went: `old: infosec/new`. */
export function movedTo(
  module: Pick<Module, 'moved'>,
  code: string,
): { module: string; lesson: string } | null {
  const target = Object.hasOwn(module.moved, code) ? module.moved[code]! : null
  const [toModule, lesson] = target?.split('/') ?? []
  return toModule && lesson ? { module: toModule, lesson } : null
}
