import { z } from 'zod'

/** What every token begins with, so that people and scanners of leaked secrets know one when they see it. */
export const tokenPrefix = 'itoso_'

/** Days that a token is good for, as the form offers them; the second where nobody chooses. */
export const lifetimes = [90, 365, 730] as const
export const usualLifetime = lifetimes[1]

/** So many days before its end a token counts as ending soon. */
const soonDays = 30
const day = 86_400_000

/** What the form of a new token asks for; messages are keys of `api`. */
export const tokenFormSchema = z.object({
  name: z.string({ error: 'form.name.missing' }).trim().min(3, 'form.name.missing').max(80, 'form.name.long'),
  province: z.string({ error: 'form.province.missing' }).min(1, 'form.province.missing'),
  commune: z.string().trim().max(100, 'form.commune.long').optional(),
  days: z.coerce.number('form.days.missing').pipe(z.literal([...lifetimes], { error: 'form.days.missing' })),
})

export type TokenForm = z.infer<typeof tokenFormSchema>

export type TokenState = 'active' | 'soon' | 'expired' | 'revoked'

type Ends = { expiresAt: Date; revokedAt: Date | null }

/** Where a token stands at a moment; one that was revoked stays so after its day. */
export function tokenState({ expiresAt, revokedAt }: Ends, at: Date): TokenState {
  if (revokedAt) return 'revoked'
  const left = expiresAt.getTime() - at.getTime()
  if (left <= 0) return 'expired'
  return left <= soonDays * day ? 'soon' : 'active'
}

/** The end of a token that is issued at `at` for so many days. */
export function endOf(at: Date, days: number): Date {
  return new Date(at.getTime() + days * day)
}

/**
 * The token of an `Authorization` header (RFC 6750), or null where there is none of that scheme.
 * @example bearerOf('Bearer itoso_x') // 'itoso_x'
 */
export function bearerOf(header: string | null): string | null {
  return /^bearer +([A-Za-z0-9._~+/-]+=*) *$/i.exec(header ?? '')?.[1] ?? null
}
