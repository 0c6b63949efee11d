import { z } from 'zod'
import { cellNumber } from '~/formats/number-table'
import { allCompetencies, measurableLevels, type Framework } from './framework'
import { standardFaults, type Standard } from './standard'

/** What experts can edit of a standard. */
export type Setting = Standard['setting']

export const commonField = (level: number) => `all-${level}`
/** Names with dots would nest. */
export const ownField = (competency: string, level: number) =>
  `own-${competency.replaceAll('.', '-')}-${level}`

/** Every field of the form in the order of the page, for the summary of errors. */
export function standardFields(framework: Framework): string[] {
  const levels = measurableLevels(framework).map(({ level }) => level)
  return [
    ...levels.map(commonField),
    ...allCompetencies(framework).flatMap(({ code }) => levels.map((level) => ownField(code, level))),
    'probability',
    'methodVi',
    'methodEn',
    'reason',
  ]
}

const typedNumber = (text: string) => cellNumber(text.trim().replace('−', '-').replace(/\s*%$/, ''), true)
const twoDecimals = (value: number) => Math.round(value * 100) / 100

const threshold = z
  .string()
  .transform((text, context) => {
    const value = typedNumber(text)
    if (value === null) context.addIssue({ code: 'custom', message: 'standard.number' })
    else if (Math.abs(value) > 6) context.addIssue({ code: 'custom', message: 'standard.range' })
    return twoDecimals(value ?? 0)
  })
  .optional()

const probability = z.string({ error: 'standard.probability' }).transform((text, context) => {
  const value = typedNumber(text)
  const share = value === null ? 0 : value > 1 ? value / 100 : value
  if (share < 0.5 || share > 0.9) context.addIssue({ code: 'custom', message: 'standard.probability' })
  return twoDecimals(share)
})
const method = z
  .string({ error: 'standard.method' })
  .trim()
  .min(1, 'standard.method')
  .max(2000, 'standard.tooLong')

/** What a person must say when a standard changes. */
export const reasonSchema = z
  .string({ error: 'standard.reason' })
  .trim()
  .min(5, 'standard.reason')
  .max(1000, 'standard.tooLong')

/** The form of a standard: thresholds that all share, a competency's own ones (empty for the shared), how they were set, and why. */
export function standardFormSchema(framework: Framework, present: Standard) {
  const levels = measurableLevels(framework).map(({ level }) => level)
  const competencies = allCompetencies(framework).map(({ code }) => code)
  const names = [
    ...levels.map(commonField),
    ...competencies.flatMap((code) => levels.map((level) => ownField(code, level))),
  ]
  const thresholds = Object.fromEntries(names.map((name) => [name, threshold]))
  return z
    .object({
      inForce: z.coerce.number().int().default(0),
      probability,
      methodVi: method,
      methodEn: method,
      reason: reasonSchema,
      ...thresholds,
    })
    .transform((typed, context) => {
      const given = typed as Record<string, unknown>
      const valueOf = (name: string) => given[name] as number | undefined
      const row = (nameOf: (level: number) => string) =>
        Object.fromEntries(
          levels.flatMap((level) => {
            const value = valueOf(nameOf(level))
            return value === undefined ? [] : [[String(level), value]]
          }),
        )
      const own = competencies.flatMap((code) => {
        const each = row((level) => ownField(code, level))
        return Object.keys(each).length > 0 ? [[code, each] as const] : []
      })
      const setting: Setting = {
        method: { vi: typed.methodVi, en: typed.methodEn },
        probability: typed.probability,
        thresholds: row(commonField),
        own: Object.fromEntries(own),
      }
      for (const [name, message] of faultsByField({ ...present, setting }, framework, valueOf))
        context.addIssue({ code: 'custom', message, path: [name] })
      return { setting, reason: typed.reason, inForce: typed.inForce }
    })
}

/** Where a fault of a whole standard is mended: in a field of the competency's own, or in one that all share. */
function faultsByField(
  standard: Standard,
  framework: Framework,
  valueOf: (name: string) => number | undefined,
): Map<string, string> {
  const levels = measurableLevels(framework).map(({ level }) => level)
  const found = new Map<string, string>()
  for (const { key, values } of standardFaults(standard, framework)) {
    const code = values.competency ?? ''
    const lone = levels.find((level) => valueOf(ownField(code, level)) !== undefined)
    if (key === 'standard.level') {
      const level = Number(values.level)
      found.set(commonField(level), 'standard.missing')
    } else if (key === 'standard.order')
      found.set(
        lone === undefined ? commonField(levels[1] ?? levels[0] ?? 1) : ownField(code, lone),
        'standard.rising',
      )
  }
  return found
}
