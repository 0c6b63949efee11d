import { z } from 'zod'

/** Why somebody of another position takes a seat. */
export const standInReasons = ['nobody', 'busy', 'leader'] as const
export type StandInReason = (typeof standInReasons)[number]

/** Why people cannot be named, as keys of the namespace `carry` under `name.fault`. */
export type NamingFault = 'nobody' | 'tooMany' | 'busy' | 'standIn' | 'stranger' | 'cancelled' | 'begun'

export const withdrawSchema = z.object({
  reason: z
    .string({ error: 'withdraw.reason.missing' })
    .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(
      z.string().min(5, { error: 'withdraw.reason.missing' }).max(300, { error: 'withdraw.reason.long' }),
    ),
})

export const cancelClassSchema = z.object({
  reason: z
    .string({ error: 'cancel.reason.missing' })
    .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(5, { error: 'cancel.reason.missing' }).max(300, { error: 'withdraw.reason.long' })),
})
