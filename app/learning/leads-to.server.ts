import { findCompetency } from '~/competency/framework'
import { latestFramework } from '~/competency/frameworks.server'
import { profileFramework } from '~/competency/target-profile'
import type { Bilingual } from '~/platform/i18n/locale'
import type { Module } from './module'

/** A competency that a module teaches, with the name of the level that it leads to. */
export type LeadsTo = { code: string; name: Bilingual; level: Bilingual }

export function leadsTo({ competencies }: Pick<Module, 'competencies'>): LeadsTo[] {
  const { framework } = latestFramework(profileFramework)
  return competencies.flatMap(({ code, level }) => {
    const name = findCompetency(framework, code)?.name
    const reached = framework.levels.find((each) => each.level === level)?.name
    return name && reached ? [{ code, name, level: reached }] : []
  })
}
