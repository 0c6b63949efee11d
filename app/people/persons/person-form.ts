import { z } from 'zod'
import { readBirthDate } from '../roster/birth-date'
import { readEmail } from '~/platform/mail/address'
import { isName, tidyName } from '../roster/person-name'
import { personKinds, sexes } from './person-words'

/** What a form about people may offer: the communes of the province, the positions in use. */
export type PersonChoices = {
  communes: { code: string; name: string }[]
  departments: {
    code: string
    name: { vi: string; en: string }
    positions: { code: string; name: { vi: string; en: string } }[]
  }[]
}

const fullName = z
  .string({ error: 'form.fullName.missing' })
  .transform(tidyName)
  .refine(isName, { error: 'form.fullName.notAName' })

const birthDate = (today: string) =>
  z
    .string()
    .optional()
    .transform((text, context) => {
      if (!text?.trim()) return null
      const reading = readBirthDate(text, today)
      if (reading.ok) return reading.date
      context.addIssue({ code: 'custom', message: `form.birthDate.${reading.why}` })
      return z.NEVER
    })

const email = z
  .string()
  .optional()
  .transform((text, context) => {
    if (!text?.trim()) return null
    const address = readEmail(text)
    if (address) return address
    context.addIssue({ code: 'custom', message: 'form.email.unreadable' })
    return z.NEVER
  })

const staffCode = z
  .string()
  .optional()
  .transform((text, context) => {
    const code = (text ?? '').trim().replace(/\s+/g, ' ').toUpperCase()
    if (!code) return null
    if (/^\d{12}$/.test(code.replace(/\s/g, '')))
      context.addIssue({ code: 'custom', message: 'form.staffCode.citizenId' })
    else if (code.length > 40 || !/^[\p{L}\p{N}][\p{L}\p{N} ./_-]*$/u.test(code)) {
      context.addIssue({ code: 'custom', message: 'form.staffCode.unreadable' })
    } else return code
    return z.NEVER
  })

const oneOf = (codes: string[], message: string) =>
  z.string({ error: message }).refine((code) => codes.includes(code), { error: message })

/** Name and facts of a person. `today` is Vietnam's day. */
function factsSchema(today: string) {
  return z.object({
    fullName,
    birthDate: birthDate(today),
    sex: z
      .enum(sexes)
      .optional()
      .transform((sex) => sex ?? null),
    kind: z.enum(personKinds, { error: 'form.kind.missing' }),
    email,
    staffCode,
  })
}

/** The main position, and others in the order of their weight. */
function positionsSchema(choices: PersonChoices) {
  const codes = choices.departments.flatMap(({ positions }) => positions.map(({ code }) => code))
  return z.object({
    position: oneOf(codes, 'form.position.missing'),
    also: z
      .array(z.string().optional())
      .default([])
      .transform((also) => also.flatMap((code) => (code ? [code] : [])))
      .refine((also) => also.every((code) => codes.includes(code)), { error: 'form.position.missing' }),
  })
}

function communeSchema(choices: PersonChoices) {
  return z.object({
    commune: oneOf(
      choices.communes.map(({ code }) => code),
      'form.commune.missing',
    ),
  })
}

export function personSchema(choices: PersonChoices, today: string) {
  return z.object({
    ...factsSchema(today).shape,
    ...communeSchema(choices).shape,
    ...positionsSchema(choices).shape,
  })
}

export function newPersonSchema(choices: PersonChoices, today: string) {
  return personSchema(choices, today).extend({
    /** Said after likely doubles were shown. */
    different: z.literal('yes').optional(),
  })
}

/** The codes of a form of positions, each once, the main one first. */
export function positionCodesOf({ position, also }: { position: string; also: string[] }): string[] {
  return [...new Set([position, ...also])]
}

export type EditedPerson = z.output<ReturnType<typeof personSchema>>
export type NewPerson = z.output<ReturnType<typeof newPersonSchema>>
