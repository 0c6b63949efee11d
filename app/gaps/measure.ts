import type { Framework } from '~/competency/framework'
import type { Bilingual } from '~/platform/i18n/locale'

/** What is measured: a competency by its code, or a domain as `d:` and its code. */
export type MeasureInfo = {
  code: string
  domain: string
  isDomain: boolean
  name: Bilingual
  short: Bilingual
}

export function domainMeasure(domainCode: string): string {
  return `d:${domainCode}`
}

/** Whether a code is that of a domain. */
export function isDomainMeasure(code: string): boolean {
  return code.startsWith(domainMeasure(''))
}

/** Every measure of a framework: the domains, then the competencies, in the framework's order. */
export function allMeasures(framework: Framework): MeasureInfo[] {
  const domains = framework.domains.map(({ code, name, short }): MeasureInfo => ({
    code: domainMeasure(code),
    domain: code,
    isDomain: true,
    name,
    short,
  }))
  const competencies = framework.domains.flatMap((domain) =>
    domain.competencies.map(({ code, name, short }): MeasureInfo => ({
      code,
      domain: domain.code,
      isDomain: false,
      name,
      short,
    })),
  )
  return [...domains, ...competencies]
}

export function findMeasure(framework: Framework, code: string): MeasureInfo | undefined {
  return allMeasures(framework).find((each) => each.code === code)
}
