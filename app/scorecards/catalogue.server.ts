import { latestFramework } from '~/competency/frameworks.server'
import { profileFramework } from '~/competency/target-profile'
import { indicatorsOf } from '~/gaps/indicators/indicator-values.server'
import { allMeasures } from '~/gaps/measure'
import { currentModules } from '~/learning/modules.server'
import { workProvince } from '~/people/places/work-province.server'
import type { Bilingual } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import type { Known } from './card-faults'

type Named = { code: string; name: Bilingual }

/** What criteria of a province may be scored from, with the names under which screens show it. */
export type Catalogue = {
  domains: Named[]
  competencies: Named[]
  modules: Named[]
  indicators: (Named & { unit: Bilingual })[]
}

export function catalogueOf(provinceCode: string): Catalogue {
  const measures = allMeasures(latestFramework(profileFramework).framework)
  return {
    domains: measures.filter(({ isDomain }) => isDomain),
    competencies: measures.filter(({ isDomain }) => !isDomain),
    modules: currentModules()
      .filter((module) => module.for.some((audience) => audience !== 'citizen'))
      .map(({ code, title }) => ({ code, name: title })),
    indicators: indicatorsOf(provinceCode).map(({ code, name, unit, unitText }) => ({
      code,
      name,
      unit: unit === 'percent' ? { vi: '%', en: '%' } : unitText,
    })),
  }
}

/** The codes of a catalogue, as a card is checked against them. */
export function knownIn({ domains, competencies, modules, indicators }: Catalogue): Known {
  const codes = (of: Named[]) => new Set(of.map(({ code }) => code))
  return {
    measures: codes([...domains, ...competencies]),
    modules: codes(modules),
    indicators: codes(indicators),
  }
}

/** The province whose criteria an actor edits. */
export function scorecardProvince(actor: Actor): string {
  const provinceCode = workProvince(actor, 'scorecard.edit')
  authorise(actor, 'scorecard.edit', { provinceCode })
  return provinceCode
}
