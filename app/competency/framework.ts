import { z } from 'zod'

export const bilingual = z.object({ vi: z.string().trim().min(1), en: z.string().trim().min(1) })

const level = z.object({
  level: z.number().int().min(1).max(8),
  name: bilingual,
  describe: bilingual,
  /** There where a quiz can show this level. The value is DigCompSAT's for its own score; levels here begin at the standard's thresholds. */
  from: z.number().min(0).max(100).optional(),
})

const competency = z.object({ code: z.string(), name: bilingual, short: bilingual, describe: bilingual })
const domain = z.object({
  code: z.string(),
  name: bilingual,
  short: bilingual,
  competencies: z.array(competency).min(1),
})

const mapping = z.object({
  framework: z.string(),
  title: bilingual,
  rows: z.array(
    z.object({
      from: z.string(),
      to: z.string().optional(),
      relation: z.enum(['same', 'close', 'broader', 'narrower', 'none']),
    }),
  ),
})

export const frameworkSchema = z.object({
  code: z.string(),
  version: z.number().int().min(1),
  title: bilingual,
  sources: z.array(z.string()),
  levels: z.array(level).min(2),
  domains: z.array(domain).min(1),
  mappings: z.array(mapping),
})

export type Framework = z.infer<typeof frameworkSchema>
export type Competency = Framework['domains'][number]['competencies'][number]
export type Domain = Framework['domains'][number]

/** Levels of a target profile: competency code -> level 1…n. */
export type Targets = Record<string, number>

export const targetsSchema = z.record(z.string(), z.number().int().min(1).max(8))

export function allCompetencies(framework: Framework): Competency[] {
  return framework.domains.flatMap((each) => each.competencies)
}

export function findCompetency(framework: Framework, code: string): Competency | undefined {
  return allCompetencies(framework).find((each) => each.code === code)
}

/** Levels that a quiz can show, lowest first. */
export function measurableLevels(framework: Framework): { level: number }[] {
  return framework.levels.flatMap(({ level: number, from }) =>
    from === undefined ? [] : [{ level: number }],
  )
}

/** Of several profiles the highest level of each competency counts. */
export function highestTargets(profiles: Targets[]): Targets {
  const highest: Targets = {}
  for (const profile of profiles) {
    for (const [code, wanted] of Object.entries(profile)) highest[code] = Math.max(highest[code] ?? 0, wanted)
  }
  return highest
}
