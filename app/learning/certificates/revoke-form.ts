import { z } from 'zod'
import { reasonLength } from './certificate'

/** Why a certificate is revoked, and that its number and name were compared. Messages are keys of certificates. */
export const revokeSchema = z.object({
  reason: z
    .string({ error: 'revoke.reason.empty' })
    .trim()
    .min(10, 'revoke.reason.short')
    .max(reasonLength, 'revoke.reason.long'),
  compared: z.literal('yes', { error: 'revoke.compared.missing' }),
})
