import { latestFramework } from '~/competency/frameworks.server'
import { allCompetencies } from '~/competency/framework'
import { profileFramework } from '~/competency/target-profile'
import { currentModules } from '~/learning/modules.server'
import type { Bilingual } from '~/platform/i18n/locale'

export type ClassChoices = {
  domains: { code: string; name: Bilingual; competencies: { code: string; name: Bilingual }[] }[]
  modules: { code: string; title: Bilingual }[]
}

/** What the form of a class offers to teach. */
export function classChoices(): ClassChoices {
  const { framework } = latestFramework(profileFramework)
  return {
    domains: framework.domains.map(({ code, name, competencies }) => ({
      code,
      name,
      competencies: competencies.map((each) => ({ code: each.code, name: each.name })),
    })),
    modules: currentModules().map(({ code, title }) => ({ code, title })),
  }
}

/** Competencies by their codes, in the order of the framework; what it does not know is left out. */
export function namedCompetencies(codes: readonly string[]): { code: string; name: Bilingual }[] {
  return allCompetencies(latestFramework(profileFramework).framework)
    .filter(({ code }) => codes.includes(code))
    .map(({ code, name }) => ({ code, name }))
}

/** Modules given to people now by their codes, with their titles. */
export function titledModules(codes: readonly string[]): { code: string; title: Bilingual }[] {
  return currentModules()
    .filter(({ code }) => codes.includes(code))
    .map(({ code, title }) => ({ code, title }))
}
