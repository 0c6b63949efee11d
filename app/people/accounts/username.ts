import { z } from 'zod'

/** Names by which a typed user name may be stored: staff codes keep their case, chosen names are lower case. */
export function usernameForms(typed: string): string[] {
  const plain = typed
    .normalize('NFC')
    .replace(/\s+/g, '')
    .replace(/[‐-―−]/g, '-')
  const dashed = plain.replace(/^(\d{5})(\d{4,})$/, '$1-$2')
  return [...new Set([plain, plain.toLowerCase(), plain.toUpperCase(), dashed])].filter(
    (form) => form !== '' && form.length <= 64,
  )
}

/** A name that somebody chooses for an account that belongs to no person on a roster. Messages are keys of `auth`. */
export const chosenUsername = z
  .string({ error: 'username.missing' })
  .transform((value) => value.trim().toLowerCase())
  .pipe(
    z
      .string()
      .regex(/^[a-z0-9][a-z0-9._-]{2,31}$/, 'username.shape')
      .refine((value) => !/^\d{5}-?\d+$/.test(value), 'username.staffCode'),
  )
