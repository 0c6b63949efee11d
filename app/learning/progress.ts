import type { Module } from './module'

/** How far somebody is in a module; `read` are the codes of lessons read, scores are 0–1. */
export type Progress = {
  moduleCode: string
  read: string[]
  lastLesson: string | null
  lastAt: string | null
  bestScore: number | null
  passedAt: string | null
  finishedAt: string | null
}

export type Standing = 'new' | 'begun' | 'finished'

type Lessons = { lessons: Pick<Module['lessons'][number], 'code'>[] }

export function standingOf(progress: Pick<Progress, 'finishedAt'> | null): Standing {
  if (!progress) return 'new'
  return progress.finishedAt ? 'finished' : 'begun'
}

/** Lessons read, of those that the module still has. */
export function lessonsRead(module: Lessons, progress: Pick<Progress, 'read'> | null): number {
  const read = new Set(progress?.read)
  return module.lessons.filter(({ code }) => read.has(code)).length
}

/** The rule by which a module is finished: every lesson of the version read, and its closing quiz passed. */
export function isFinished(module: Lessons, progress: Pick<Progress, 'read' | 'passedAt'> | null): boolean {
  return lessonsRead(module, progress) === module.lessons.length && progress?.passedAt != null
}

export type GoOn = { kind: 'lesson'; code: string } | { kind: 'quiz' } | { kind: 'done' }

/** Where to continue: the lesson left open, the next one that was not read, the quiz. */
export function goOn(module: Lessons, progress: Progress | null): GoOn {
  if (progress?.finishedAt) return { kind: 'done' }
  const read = new Set(progress?.read)
  const codes = module.lessons.map(({ code }) => code)
  const from = Math.max(0, codes.indexOf(progress?.lastLesson ?? ''))
  const next = [...codes.slice(from), ...codes.slice(0, from)].find((code) => !read.has(code))
  return next === undefined ? { kind: 'quiz' } : { kind: 'lesson', code: next }
}
