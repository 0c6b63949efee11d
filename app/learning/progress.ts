import type { Module } from './module'

/** How far somebody is in a module; scores are 0–1. */
export type Progress = {
  moduleCode: string
  /** Codes of lessons read, also those that a lesson read earlier moved to. */
  read: string[]
  lastLesson: string | null
  lastAt: string | null
  bestScore: number | null
  /** When a quiz was first passed, and the newest version whose quiz was. */
  passedAt: string | null
  passedVersion: number | null
  /** When the module was first finished, and the newest version that is. */
  finishedAt: string | null
  finishedVersion: number | null
}

export type Standing = 'new' | 'begun' | 'finished'

type Lessons = { lessons: Pick<Module['lessons'][number], 'code'>[] }
type Version = Lessons & Pick<Module, 'version'>

export function standingOf(progress: Pick<Progress, 'finishedAt'> | null): Standing {
  if (!progress) return 'new'
  return progress.finishedAt ? 'finished' : 'begun'
}

/** Lessons read, of those that the module still has. */
export function lessonsRead(module: Lessons, progress: Pick<Progress, 'read'> | null): number {
  const read = new Set(progress?.read)
  return module.lessons.filter(({ code }) => read.has(code)).length
}

/** Whether the quiz of this version, or of a later one, was passed. */
export function isPassed(
  { version }: Pick<Version, 'version'>,
  progress: Pick<Progress, 'passedVersion'> | null,
): boolean {
  return (progress?.passedVersion ?? 0) >= version
}

/**
 * The rule by which a version of a module is finished: every lesson of it read, and the closing quiz of that version or
 * of a later one passed.
 */
export function isFinished(
  module: Version,
  progress: Pick<Progress, 'read' | 'passedVersion'> | null,
): boolean {
  return lessonsRead(module, progress) === module.lessons.length && isPassed(module, progress)
}

/** Whether that was noted already, for this version or a later one. */
export function wasFinished(
  { version }: Pick<Version, 'version'>,
  progress: Pick<Progress, 'finishedVersion'> | null,
): boolean {
  return (progress?.finishedVersion ?? 0) >= version
}

export type GoOn = { kind: 'lesson'; code: string } | { kind: 'quiz' } | { kind: 'done' }

/**
 * Where to continue in this version: the lesson left open, the next one that was not read, the quiz. Who finished an
 * earlier version stays finished (`standingOf`) and is only told of this way.
 */
export function goOn(module: Version, progress: Progress | null): GoOn {
  if (wasFinished(module, progress)) return { kind: 'done' }
  const read = new Set(progress?.read)
  const codes = module.lessons.map(({ code }) => code)
  const from = Math.max(0, codes.indexOf(progress?.lastLesson ?? ''))
  const next = [...codes.slice(from), ...codes.slice(0, from)].find((code) => !read.has(code))
  return next === undefined ? { kind: 'quiz' } : { kind: 'lesson', code: next }
}
