import { z } from 'zod'

export const teamNameSchema = z.object({
  name: z
    .string({ error: 'form.name.missing' })
    .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(2, { error: 'form.name.missing' }).max(80, { error: 'form.name.long' })),
})
