import type { Module } from './module'

/** Where lessons went, each written `module/lesson`. */
export type Moves = ReadonlyMap<string, string>

type Version = Pick<Module, 'code' | 'version' | 'moved'> & { lessons: { code: string }[] }

/** The moves that all versions tell of, the newest word first; a lesson that its module has (again) has not moved. */
export function movesOf(versions: readonly Version[]): Moves {
  const moves = new Map<string, string>()
  for (const { code, moved, lessons } of [...versions].sort((a, b) => a.version - b.version)) {
    for (const [from, to] of Object.entries(moved)) moves.set(`${code}/${from}`, to)
    for (const lesson of lessons) moves.delete(`${code}/${lesson.code}`)
  }
  return moves
}

/** A lesson and every place that it moved to since, in that order. */
export function trail(lesson: string, moves: Moves): string[] {
  const places = new Set([lesson])
  for (let at = moves.get(lesson); at !== undefined && !places.has(at); at = moves.get(at)) places.add(at)
  return [...places]
}

/** The codes of `moduleCode` that `read` counts for: the lessons read there, and those that earlier ones moved to. */
export function readIn(moduleCode: string, read: readonly string[], moves: Moves): string[] {
  const codes = read.flatMap((lesson) => trail(lesson, moves)).flatMap((place) => codeIn(moduleCode, place))
  return [...new Set(codes)]
}

/** The code in `moduleCode` under which a lesson of it is found now. */
export function placeNow(moduleCode: string, lesson: string | null, moves: Moves): string | null {
  if (lesson === null) return null
  const places = trail(`${moduleCode}/${lesson}`, moves)
  return places.flatMap((place) => codeIn(moduleCode, place)).at(-1) ?? lesson
}

function codeIn(moduleCode: string, place: string): string[] {
  const [module, code] = place.split('/')
  return module === moduleCode && code ? [code] : []
}
