import { z } from 'zod'
import type { Role } from '~/platform/policy/actor'

/** Roles that an administrator gives. A learner's comes with the person on the roster. */
export const givenRoles = ['planner', 'trainer', 'leader', 'administrator'] as const satisfies readonly Role[]

/** A role and its place as a form asks for them; messages are keys of `admin`. */
export const roleFormSchema = z.object({
  role: z.enum(givenRoles, { error: 'form.role.missing' }),
  province: z.string().optional(),
  commune: z.string().trim().max(100, 'form.commune.unknown').optional(),
})

export type RoleForm = z.infer<typeof roleFormSchema>
