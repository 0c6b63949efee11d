import { z } from 'zod'
import { passwordFault } from '~/platform/auth/password-rules'
import { newPasswordSchema } from './new-password'
import { chosenUsername } from './username'

/** The name of an account that belongs to nobody on a roster, such as that of a person or an office. */
export const displayNameSchema = z
  .string({ error: 'displayName.missing' })
  .transform((value) => value.normalize('NFC').replace(/\s+/g, ' ').trim())
  .pipe(z.string().min(2, 'displayName.missing').max(80, 'displayName.tooLong'))

const named = z.object({ displayName: displayNameSchema, loginName: chosenUsername })

/** The form of the first administrator; messages are keys of `auth`. */
export const setupSchema = z.intersection(named, newPasswordSchema('')).check((context) => {
  const { next, loginName } = context.value
  const fault = passwordFault(next, loginName)
  if (fault === 'containsUsername') {
    context.issues.push({ code: 'custom', message: 'password.containsUsername', path: ['next'], input: next })
  }
})
