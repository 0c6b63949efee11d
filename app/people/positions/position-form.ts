import { z } from 'zod'
import { fold } from '~/formats/fold'

const text = (missing: string, long: string) =>
  z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .max(160, long)
    .transform((value) => value.normalize('NFC'))
const order = z.coerce
  .number({ error: 'position.order.number' })
  .int('position.order.number')
  .min(0, 'position.order.number')
  .max(9999, 'position.order.number')

/** Other ways in which rosters write a position: one a line. */
const aliases = z
  .string()
  .optional()
  .transform((lines) => {
    const seen = new Map(
      (lines ?? '')
        .split('\n')
        .map((line) => [fold(line), line.normalize('NFC').replace(/\s+/g, ' ').trim()]),
    )
    return [...seen.values()].filter(Boolean)
  })

export const positionSchema = z.object({
  nameVi: text('position.nameVi.missing', 'position.name.long'),
  nameEn: text('position.nameEn.missing', 'position.name.long'),
  department: z.string({ error: 'position.department.missing' }),
  aliases,
  order,
  active: z
    .enum(['yes', 'no'])
    .default('no')
    .transform((active) => active === 'yes'),
})

/** All departments at once: each has two names and a place; an empty last one is none. */
export const departmentsSchema = z.object({
  departments: z.array(
    z
      .object({
        code: z.string().optional(),
        nameVi: z.string().trim().max(160, 'position.name.long').default(''),
        nameEn: z.string().trim().max(160, 'position.name.long').default(''),
        order,
        remove: z.literal('yes').optional(),
      })
      .superRefine(({ code, nameVi, nameEn }, context) => {
        if (!code && !nameVi && !nameEn) return
        if (!nameVi)
          context.addIssue({ code: 'custom', path: ['nameVi'], message: 'position.nameVi.missing' })
        if (!nameEn)
          context.addIssue({ code: 'custom', path: ['nameEn'], message: 'position.nameEn.missing' })
      }),
  ),
})

export type PositionForm = z.output<typeof positionSchema>
export type DepartmentsForm = z.output<typeof departmentsSchema>

/** A code made of a name: `Tư pháp – hộ tịch` → `tu-phap-ho-tich`, numbered where it is in use. */
export function codeOf(name: string, taken: ReadonlySet<string>): string {
  const base =
    fold(name)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 48) || 'vi-tri'
  for (let number = 1; ; number += 1) {
    const code = number === 1 ? base : `${base}-${number}`
    if (code !== 'new' && !taken.has(code)) return code
  }
}
