import type { Actor, Grant } from '~/platform/policy/actor'

/** Somebody with a role, without an account in the database: enough for use cases that only authorise. */
export function actorWith(...grants: Grant[]): Actor {
  return { accountId: 'test', personId: null, displayName: 'Người thử', grants }
}

export const plannerOf = (provinceCode: string) =>
  actorWith({ role: 'planner', provinceCode, communeCode: null })
export const leaderOf = (provinceCode: string, communeCode: string) =>
  actorWith({ role: 'leader', provinceCode, communeCode })
export const administrator = actorWith({ role: 'administrator', provinceCode: null, communeCode: null })
export const learner = actorWith({ role: 'learner', provinceCode: '04', communeCode: '01321' })
