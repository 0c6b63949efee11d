import type { Scenario } from '~/assessment/practice/scenario'
import { findCompetency, type Framework } from '~/competency/framework'
import type { Locale } from '~/platform/i18n/locale'
import { minutesOf, type Audience, type Module } from '../module'
import type { Need } from '../recommend'
import { learningPath, type Learnable, type Missing } from './learning-path'
import { practiceOf } from './path-practice'

/** A competency by name with the name of a level. */
export type Named = { code: string; name: string; level: string }

export type StepView = {
  code: string
  title: string
  lessons: number
  minutes: number
  /** What it leads to of what is needed. */
  covers: Named[]
  /** The module that requires it, where it covers nothing itself. */
  before: string | null
  practice: { code: string; title: string; minutes: number }[]
}

export type MissingView = Named & {
  /** Nothing teaches it, nothing leads further than one is already, or not as far as needed: up to `reached`. */
  kind: 'none' | 'higher' | 'partly'
  reached: string
}

export type PathView = {
  steps: StepView[]
  minutes: number
  practices: number
  practiceMinutes: number
  missing: MissingView[]
}

/** What paths are made of: the modules in force, the practice tasks, the names of competencies and levels. */
export type Library = {
  modules: readonly (Learnable & Pick<Module, 'title' | 'practice'>)[]
  tasks: readonly Pick<Scenario, 'code' | 'for' | 'evidence' | 'title' | 'minutes'>[]
  framework: Framework
}

/** The path to `needs` in the words of one language, with its practice tasks and its times. */
export function pathView(
  { modules, tasks, framework }: Library,
  needs: readonly Need[],
  audience: Audience,
  locale: Locale,
): PathView {
  const path = learningPath(modules, needs, audience)
  const practice = practiceOf(path.steps, modules, tasks, audience)
  const steps = path.steps.map(({ module: code, covers, before }): StepView => {
    const module = modules.find((each) => each.code === code)!
    return {
      code,
      title: module.title[locale],
      lessons: module.lessons.length,
      minutes: minutesOf(module),
      covers: covers.map(({ competency, level }) => named(framework, competency, level, locale)),
      before: modules.find((each) => each.code === before)?.title[locale] ?? null,
      practice: practice
        .get(code)!
        .map((task) => ({ code: task.code, title: task.title[locale], minutes: task.minutes })),
    }
  })
  const tries = steps.flatMap((step) => step.practice)
  return {
    steps,
    minutes: total(steps),
    practices: tries.length,
    practiceMinutes: total(tries),
    missing: path.missing.map((each) => ({
      ...named(framework, each.competency, each.target, locale),
      kind: kindOf(each),
      reached: levelName(framework, each.reached, locale),
    })),
  }
}

const total = (parts: readonly { minutes: number }[]) => parts.reduce((sum, { minutes }) => sum + minutes, 0)

function kindOf({ start, reached }: Missing): MissingView['kind'] {
  if (reached > start) return 'partly'
  return start > 0 ? 'higher' : 'none'
}

export function named(framework: Framework, code: string, level: number, locale: Locale): Named {
  const name = findCompetency(framework, code)?.short[locale] ?? code
  return { code, name, level: levelName(framework, level, locale) }
}

function levelName(framework: Framework, level: number, locale: Locale): string {
  return framework.levels.find((each) => each.level === level)?.name[locale] ?? String(level)
}
