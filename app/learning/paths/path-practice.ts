import type { Scenario } from '~/assessment/practice/scenario'
import type { Audience, Module } from '../module'
import type { PathStep } from './learning-path'

type Task = Pick<Scenario, 'code' | 'for' | 'evidence'>

/**
 * The practice tasks of each step, by the code of its module: those that the module names, then those for `audience` that
 * no module of the path names and of which the path covers more than half of what they show. Each task stands once, at
 * the step that covers most of what it shows, of several the first.
 */
export function practiceOf<T extends Task>(
  steps: readonly PathStep[],
  modules: readonly Pick<Module, 'code' | 'practice'>[],
  tasks: readonly T[],
  audience: Audience,
): Map<string, T[]> {
  const named = new Map(
    steps.map(({ module }) => [module, modules.find(({ code }) => code === module)?.practice ?? []]),
  )
  const placed = new Map(steps.map(({ module }) => [module, [] as T[]]))
  const homeless: T[] = []
  for (const task of tasks) {
    const home = steps.find(({ module }) => named.get(module)!.includes(task.code))
    if (home) placed.get(home.module)!.push(task)
    else homeless.push(task)
  }
  for (const own of placed.values()) own.sort((a, b) => placeIn(named, a.code) - placeIn(named, b.code))
  for (const task of homeless) {
    const along = steps.flatMap(({ covers }) => covers)
    const mostly = 2 * shownIn(task, along) > task.evidence.length
    if (!mostly || !task.for.some((each) => each === audience)) continue
    const [most] = steps
      .map(({ module, covers }) => ({ module, shown: shownIn(task, covers) }))
      .filter(({ shown }) => shown > 0)
      .sort((a, b) => b.shown - a.shown)
    if (most) placed.get(most.module)!.push(task)
  }
  return placed
}

const placeIn = (named: ReadonlyMap<string, readonly string[]>, code: string) =>
  [...named.values()].find((codes) => codes.includes(code))!.indexOf(code)

const shownIn = ({ evidence }: Task, covers: PathStep['covers']) =>
  evidence.filter((each) => covers.some(({ competency }) => each.competency === competency)).length
