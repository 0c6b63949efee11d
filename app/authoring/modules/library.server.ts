import { itemVersion } from '~/assessment/content.server'
import { codeOfItem, type ItemVersion } from '~/assessment/item'
import { presentScenarios } from '~/assessment/practice/versions.server'
import { latestFramework } from '~/competency/frameworks.server'
import { profileFramework } from '~/competency/target-profile'
import { knownFrom } from '~/learning/check-content.server'
import { currentModules } from '~/learning/modules.server'
import { localFacts } from '~/people/places/local-facts.server'
import { reader } from '~/platform/db/db.server'
import { checksOf, type DraftModule } from './draft-module'
import type { Library } from './module-check'

/** The rest of the library, as a module being written is checked against it. */
export function libraryFor(data: Pick<DraftModule, 'lessons' | 'quiz'>): Library {
  return {
    known: knownFrom(
      latestFramework(profileFramework).framework,
      presentScenarios('teach').map(({ code }) => code),
      new Set(localFacts().map(({ code }) => code)),
    ),
    modules: new Map(currentModules().map((module) => [module.code, module])),
    items: newestItems([...data.lessons.flatMap(checksOf), ...data.quiz.items]),
  }
}

/** The newest version of each teaching item, by its code; those in use before those that are not. */
export function newestItems(codes: string[]): Map<string, ItemVersion> {
  const rows = reader.sql.all<{ id: string }>(
    `SELECT id FROM ItemVersion WHERE purpose = 'teach' AND code IN (SELECT value FROM json_each(?))
     ORDER BY retired DESC, version`,
    JSON.stringify(codes),
  )
  return new Map(rows.map(({ id }) => [codeOfItem(id), itemVersion(id)]))
}
