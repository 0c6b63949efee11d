import { z } from 'zod'
import { linesOf, plainText } from '~/formats/administrative/plain-text'

/** What a province writes at the head and the foot of its documents. */
export const letterheadSchema = z.object({
  superior: z.string(),
  superiorEn: z.string(),
  issuer: z.string(),
  issuerEn: z.string(),
  /** The letters after the kind in a number: `/BC-SKHCN`. */ symbol: z.string(),
  place: z.string(),
  /** In whose name it is signed, one line each. */ authority: z.string(),
  signerTitle: z.string(),
  signerName: z.string(),
  recipients: z.string(),
})
export type Letterhead = z.infer<typeof letterheadSchema>

export const letterheadFields = [
  'superior',
  'issuer',
  'symbol',
  'place',
  'authority',
  'signerTitle',
  'signerName',
  'recipients',
  'superiorEn',
  'issuerEn',
] as const satisfies (keyof Letterhead)[]

export const letterheadAreas = new Set<string>(['authority', 'recipients'])
const required = new Set<string>(['issuer', 'symbol', 'place', 'signerTitle'])
const limit = (field: string) => (field === 'recipients' ? 2000 : field === 'symbol' ? 40 : 300)

type Faults = { errors: Record<string, string>; values: Record<string, { most: number }> }

/** A letterhead as typed; the keys of faults are texts of `official`. */
export function readLetterhead(
  typed: Readonly<Record<string, string | undefined>>,
): { value: Letterhead; faults?: never } | { value?: never; faults: Faults } {
  const faults: Faults = { errors: {}, values: {} }
  const value = Object.fromEntries(
    letterheadFields.map((field) => {
      const text = linesOf(plainText(typed[field] ?? '')).join(letterheadAreas.has(field) ? '\n' : ' ')
      if (text.length > limit(field)) {
        faults.errors[field] = 'fault.long'
        faults.values[field] = { most: limit(field) }
      } else if (text === '' && required.has(field)) faults.errors[field] = `fault.${field}`
      else if (field === 'symbol' && !/^[\p{Lu}\d&.-]+$/u.test(text))
        faults.errors[field] = 'fault.symbolForm'
      return [field, text]
    }),
  ) as Letterhead
  return Object.keys(faults.errors).length > 0 ? { faults } : { value }
}
