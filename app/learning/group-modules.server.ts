import { findCompetency } from '~/competency/framework'
import { latestFramework } from '~/competency/frameworks.server'
import { profileFramework } from '~/competency/target-profile'
import type { Locale } from '~/platform/i18n/locale'
import { minutesOf } from './module'
import { currentModules } from './modules.server'
import { recommend, type Need } from './recommend'

/** A module for a group of people, and the competencies of the group that it teaches. */
export type GroupModule = { code: string; title: string; lessons: number; minutes: number; teaches: string[] }

/** What closes the gaps of a group of staff, the most useful first, and the competencies that no module teaches yet. */
export function modulesForGroup(
  needs: readonly Need[],
  locale: Locale,
): { modules: GroupModule[]; uncovered: string[] } {
  const modules = currentModules()
  const { framework } = latestFramework(profileFramework)
  const nameOf = (code: string) => findCompetency(framework, code)?.short[locale] ?? code
  const advice = recommend(modules, needs, 'staff', new Set()).flatMap(({ module: code, reason }) =>
    reason.kind === 'gap' ? [{ code, competencies: reason.competencies }] : [],
  )
  const covered = new Set(advice.flatMap(({ competencies }) => competencies))
  return {
    modules: advice.flatMap(({ code, competencies }) => {
      const module = modules.find((each) => each.code === code)
      return module
        ? [
            {
              code,
              title: module.title[locale],
              lessons: module.lessons.length,
              minutes: minutesOf(module),
              teaches: competencies.map(nameOf),
            },
          ]
        : []
    }),
    uncovered: needs
      .filter(({ competency, level, target }) => (level ?? 0) < target && !covered.has(competency))
      .map(({ competency }) => nameOf(competency)),
  }
}
