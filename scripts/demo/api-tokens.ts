import { issueToken } from '~/interchange/api/tokens/issue-token.server'
import { revokeToken } from '~/interchange/api/tokens/revoke-token.server'
import type { Actor } from '~/platform/policy/actor'

/** Two tokens of the province, one of them revoked; the tokens themselves are thrown away. Returns how many. */
export async function makeApiTokens(planner: Actor, province: string): Promise<number> {
  const names = ['Trung tâm điều hành thông minh (mẫu)', 'Cổng thông tin cũ (mẫu)']
  for (const [i, name] of names.entries()) {
    const { issued } = await issueToken(planner, { name, province, days: 365 })
    if (!issued) throw new Error('the token was not issued')
    if (i > 0) await revokeToken(planner, issued.id)
  }
  return names.length
}
