import type { Module } from './module'
import { goOn, isFinished, lessonsRead, wasFinished, type Progress } from './progress'

export type AfterLesson = { kind: 'lesson'; code: string } | { kind: 'quiz' } | { kind: 'module' }

type Version = Pick<Module, 'version' | 'lessons'>

const nothing: Progress = {
  moduleCode: '',
  read: [],
  lastLesson: null,
  lastAt: null,
  bestScore: null,
  passedAt: null,
  passedVersion: null,
  finishedAt: null,
  finishedVersion: null,
}

/** Where the button at the end of a lesson leads: the next one, one that was left out, the quiz, the finished module. */
export function afterLesson(module: Version, code: string, progress: Progress | null): AfterLesson {
  const at = module.lessons.findIndex((lesson) => lesson.code === code)
  const next = module.lessons[at + 1]
  const read = [...(progress?.read ?? []), code]
  const known: Progress = { ...(progress ?? nothing), read }
  const isLastOne = lessonsRead(module, known) === module.lessons.length && !progress?.read.includes(code)
  if (next && !isLastOne) return { kind: 'lesson', code: next.code }
  if (wasFinished(module, known) || isFinished(module, known)) return { kind: 'module' }
  const open = goOn(module, known)
  return open.kind === 'done' ? { kind: 'module' } : open
}
