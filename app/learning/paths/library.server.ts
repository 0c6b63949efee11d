import { presentScenarios } from '~/assessment/practice/versions.server'
import { latestFramework } from '~/competency/frameworks.server'
import { profileFramework } from '~/competency/target-profile'
import type { Locale } from '~/platform/i18n/locale'
import { currentModules } from '../modules.server'
import type { Need } from '../recommend'
import { pathView, type Library, type PathView } from './path-view'

/** What there is to learn now. */
export function libraryNow(): Library {
  return {
    modules: currentModules(),
    tasks: presentScenarios('teach'),
    framework: latestFramework(profileFramework).framework,
  }
}

/** The path of a group of staff, from what the group as a whole lacks. */
export function groupPath(needs: readonly Need[], locale: Locale): PathView {
  return pathView(libraryNow(), needs, 'staff', locale)
}
