import { z } from 'zod'
import { allCompetencies, bilingual, measurableLevels, type Framework } from './framework'

const variance = z.number().min(0).max(10)
const byLevel = z.record(z.string().regex(/^[1-8]$/), z.number().min(-6).max(6))

/**
 * How answers become levels, as versioned data: the prior of abilities, what experts expect of items before there are
 * answers, and the thresholds between levels with the way in which they were set.
 */
export const standardSchema = z.object({
  framework: z.string(),
  version: z.number().int().min(1),
  /** Variances that competencies share as a whole, within a domain, and alone: 0.6, 0.2, 0.2 give correlations 0.6 and 0.8. */
  prior: z.object({ general: variance, domain: variance, own: variance }),
  /** Difficulty of an item written for a level and discrimination by kind of item, in logits, before calibration. */
  expert: z.object({
    difficulty: byLevel,
    discrimination: z.object({
      single: z.number(),
      multiple: z.number(),
      matching: z.number(),
      ordering: z.number(),
      numeric: z.number(),
    }),
    /** Distance of the two steps of a partial-credit item from its difficulty. */
    spread: z.number().min(0).max(3),
  }),
  setting: z.object({
    method: bilingual,
    /** Where a person answers the items written for a level rightly with this probability. */
    probability: z.number().min(0.5).max(0.9),
    /** Thresholds on the scale, by level; a competency's own ones go before those of all. */
    thresholds: byLevel,
    own: z.record(z.string(), byLevel).default({}),
  }),
  adaptive: z.object({
    most: z.number().int().min(5).max(100),
    precision: z.number().min(0.1).max(1),
    minutes: z.number().int().min(5).max(180).nullable(),
    pilots: z.number().int().min(0).max(10),
    easyFirst: z.number().int().min(0).max(10),
    exposure: z.number().min(0.05).max(1),
  }),
})

export type Standard = z.infer<typeof standardSchema>

/** Where a level of a competency begins on the scale; null for a level that a quiz cannot show. */
export function thresholdOf(standard: Standard, competency: string, level: number): number | null {
  const { own, thresholds } = standard.setting
  return own[competency]?.[level] ?? thresholds[level] ?? null
}

/** The thresholds of a competency, lowest first. */
export function thresholdsOf(
  standard: Standard,
  framework: Framework,
  competency: string,
): { level: number; from: number }[] {
  return measurableLevels(framework).flatMap(({ level }) => {
    const from = thresholdOf(standard, competency, level)
    return from === null ? [] : [{ level, from }]
  })
}

/** Logits from one level of a competency to the next on average; 1 where a quiz shows one level only. */
export function levelWidth(standard: Standard, framework: Framework, competency: string): number {
  const thresholds = thresholdsOf(standard, framework, competency)
  const width = ((thresholds.at(-1)?.from ?? 0) - (thresholds[0]?.from ?? 0)) / (thresholds.length - 1)
  return width > 0 ? width : 1
}

/** The level that an ability reaches: the highest whose threshold is at most the ability; 0 below the first. */
export function levelOfAbility(
  thresholds: readonly { level: number; from: number }[],
  ability: number,
): number {
  return thresholds.reduce(
    (reached, { level, from }) => (ability >= from ? Math.max(reached, level) : reached),
    0,
  )
}

type Fault = {
  key: 'standard.level' | 'standard.order' | 'standard.competency'
  values: Record<string, string>
}

/** What is wrong with a standard for a framework, as keys of the texts of content. */
export function standardFaults(standard: Standard, framework: Framework): Fault[] {
  const codes = allCompetencies(framework).map(({ code }) => code)
  const levels = measurableLevels(framework).map(({ level }) => level)
  const unknown = Object.keys(standard.setting.own).filter((code) => !codes.includes(code))
  const faults = unknown.map((competency): Fault => ({ key: 'standard.competency', values: { competency } }))
  for (const competency of codes) {
    const thresholds = levels.map((level) => thresholdOf(standard, competency, level))
    const missing = levels.find((_, i) => thresholds[i] === null)
    if (missing !== undefined)
      faults.push({ key: 'standard.level', values: { competency, level: String(missing) } })
    else if (thresholds.some((each, i) => i > 0 && each! <= thresholds[i - 1]!))
      faults.push({ key: 'standard.order', values: { competency } })
  }
  return faults
}
