import type { PersonKind, Sex } from '../roster/types'

/** In the order of forms and lists; texts are `kind.<kind>` and `sex.<sex>` of the namespace people. */
export const personKinds = [
  'civil_servant',
  'party_front_other',
  'community_team',
  'support_staff',
] as const satisfies PersonKind[]
export const sexes = ['female', 'male'] as const satisfies Sex[]

/** A birth date as people write it; only the year where no more is known. */
export function birthText(date: string): string {
  const [year, month, day] = date.split('-')
  return day ? `${day}/${month}/${year}` : date
}
