export const roles = ['learner', 'leader', 'trainer', 'planner', 'administrator'] as const
export type Role = (typeof roles)[number]

/** A role at a place: a province, one commune in it, or (both null) everywhere. */
export type Grant = { role: Role; provinceCode: string | null; communeCode: string | null }

/** The place of a token of the API: it reads what is released there, and does nothing. No account holds it. */
export type TokenGrant = { role: 'operations'; provinceCode: string; communeCode: string | null }

/** Who is asking: an account with its roles, and the person behind it, if there is one; or a token of the API. */
export type Actor = {
  accountId: string
  personId: string | null
  displayName: string
  grants: (Grant | TokenGrant)[]
}
