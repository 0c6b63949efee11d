import { z } from 'zod'
import { allCompetencies, measurableLevels, targetsSchema, type Framework, type Targets } from './framework'

/** The framework that target profiles speak of. */
export const profileFramework = 'its'

/** Above so many competencies a person meets more questions than half an hour holds. */
export const comfortableCompetencies = 13

const itemsEach = 3
const minutesAroundQuiz = 9
const secondsAnItem = 25

export const profileFileSchema = z.object({
  framework: z.string(),
  profiles: z.array(z.object({ position: z.string(), targets: targetsSchema })).min(1),
})

/** A profile that a position has at a place. `own` is false where the province follows what ships. */
export type Profile = { targets: Targets; own: boolean; rowId: number; changedAt: string }

/** What the quiz of a profile asks: three items a competency, and the minutes of the whole survey. */
export function expectedLength(competencies: number): { items: number; minutes: number } {
  const items = competencies * itemsEach
  return { items, minutes: Math.round(minutesAroundQuiz + (items * secondsAnItem) / 60) }
}

/** The name of a competency's select in a form: names with dots would nest. */
export function levelField(code: string): string {
  return `level-${code.replaceAll('.', '-')}`
}

/** The form of a profile: one select a competency, empty where the work does not need it. */
export function profileFormSchema(framework: Framework) {
  const levels = measurableLevels(framework).map(({ level }) => String(level))
  const choice = z.enum(levels, { error: 'profile.level.unknown' }).optional()
  const choices = Object.fromEntries(allCompetencies(framework).map(({ code }) => [levelField(code), choice]))
  return z
    .object({ inForce: z.coerce.number().int().optional(), ...choices })
    .transform(({ inForce, ...chosen }) => {
      const picked = chosen as Record<string, string | undefined>
      const targets: Targets = {}
      for (const { code } of allCompetencies(framework)) {
        const level = picked[levelField(code)]
        if (level) targets[code] = Number(level)
      }
      return { inForce: inForce ?? 0, targets }
    })
}

export type TargetChange = { competency: string; from: number; to: number }

/** What differs between two profiles, in the order of the framework; 0 stands for "not needed". */
export function targetChanges(framework: Framework, before: Targets, after: Targets): TargetChange[] {
  return allCompetencies(framework).flatMap(({ code }) => {
    const [from, to] = [before[code] ?? 0, after[code] ?? 0]
    return from === to ? [] : [{ competency: code, from, to }]
  })
}

/** What is wrong with a profile for a framework; empty when nothing is. */
export function profileFaults(framework: Framework, targets: Targets): string[] {
  const codes = new Set(allCompetencies(framework).map(({ code }) => code))
  const levels = new Set(measurableLevels(framework).map(({ level }) => level))
  return Object.entries(targets).flatMap(([code, level]) => {
    if (!codes.has(code)) return [`the framework has no competency ${code}`]
    return levels.has(level) ? [] : [`${code}: a quiz cannot show level ${level}`]
  })
}
