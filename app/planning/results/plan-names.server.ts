import { latestFramework } from '~/competency/frameworks.server'
import { profileFramework } from '~/competency/target-profile'
import { currentModules, newestModule } from '~/learning/modules.server'
import { allPositions } from '~/people/positions/positions.server'
import { reader } from '~/platform/db/db.server'
import type { Locale } from '~/platform/i18n/locale'
import type { PlanNames } from './plan-names'

type Row = { code: string; name: string }
const byCode = (rows: Row[]) => Object.fromEntries(rows.map(({ code, name }) => [code, name]))

/** The names of a province's plans, removed trainers and venues included; `modules` are those that a plan names besides. */
export function planNames(provinceCode: string, locale: Locale, modules: readonly string[]): PlanNames {
  const { framework } = latestFramework(profileFramework)
  const current = new Map(currentModules().map((module) => [module.code, module]))
  const named = new Set([...current.keys(), ...modules])
  return {
    modules: Object.fromEntries(
      [...named].map((code) => [code, (current.get(code) ?? newestModule(code))?.title[locale] ?? code]),
    ),
    venues: byCode(
      reader.sql.all<Row>('SELECT id AS code, name FROM PlanVenue WHERE provinceCode = ?', provinceCode),
    ),
    trainers: byCode(
      reader.sql.all<Row>('SELECT id AS code, name FROM PlanTrainer WHERE provinceCode = ?', provinceCode),
    ),
    communes: byCode(
      reader.sql.all<Row>('SELECT code, name FROM Commune WHERE provinceCode = ?', provinceCode),
    ),
    positions: Object.fromEntries(allPositions().map(({ code, name }) => [code, name[locale]])),
    domains: Object.fromEntries(framework.domains.map(({ code, name }) => [code, name[locale]])),
  }
}
