import type { Grant } from '~/platform/policy/actor'

type Placed = { person: { provinceCode: string } | null; roles: Grant[] }

/**
 * Provinces that an administrator must reach to manage an account; null stands for everywhere.
 * A learner's grant reaches nobody but the learner, so there the person's province counts.
 */
export function placesToManage({ person, roles }: Placed): (string | null)[] {
  const codes = roles.flatMap(({ role, provinceCode }) => (role === 'learner' ? [] : [provinceCode]))
  if (person) codes.push(person.provinceCode)
  return codes.length === 0 ? [null] : [...new Set(codes)]
}
