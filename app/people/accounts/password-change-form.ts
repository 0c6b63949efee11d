import { z } from 'zod'
import { newPasswordSchema } from './new-password'

/** The form that changes the own password; messages are keys of `auth`. */
export const passwordChangeSchema = z.intersection(
  z.object({ current: z.string({ error: 'password.currentMissing' }) }),
  newPasswordSchema(''),
)
