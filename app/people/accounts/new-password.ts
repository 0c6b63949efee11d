import { z } from 'zod'
import { passwordFault } from '~/platform/auth/password-rules'

/** Two fields for a new password; messages are keys of `auth`. What depends on the user name is checked with it. */
export function newPasswordSchema(username: string) {
  return z
    .object({
      next: z.string({ error: 'password.missing' }),
      again: z.string({ error: 'password.againMissing' }),
    })
    .check((context) => {
      const { next, again } = context.value
      const fault = passwordFault(next, username)
      if (fault)
        context.issues.push({ code: 'custom', message: `password.${fault}`, path: ['next'], input: next })
      else if (next !== again)
        context.issues.push({ code: 'custom', message: 'password.differs', path: ['again'], input: again })
    })
}
