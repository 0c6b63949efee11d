import { activateAccount } from '~/people/accounts/activate-account.server'
import { addRole } from '~/people/accounts/add-role.server'
import { createFirstAdministrator } from '~/people/accounts/create-first-administrator.server'
import { firstRunLink } from '~/people/accounts/first-run.server'
import { newAccount } from '~/people/accounts/new-account.server'
import { newSlip } from '~/people/slips/new-slip.server'
import { inTransaction, reader } from '~/platform/db/db.server'
import type { Actor, Grant } from '~/platform/policy/actor'
import { demoAccounts } from '../demo-accounts.mjs'

const prefs = { locale: 'vi', textSize: 1, contrast: 'normal' } as const

function demoAccount(role: string) {
  const account = demoAccounts.find((each) => each.role === role)
  if (!account) throw new Error(`no demo account for ${role}`)
  return account
}

async function actorOf(username: string): Promise<Actor> {
  const account = await reader.account.findUniqueOrThrow({ where: { username }, include: { roles: true } })
  const grants = account.roles.map(({ role, provinceCode, communeCode }): Grant => ({
    role,
    provinceCode,
    communeCode,
  }))
  return { accountId: account.id, personId: account.personId, displayName: account.displayName, grants }
}

async function activate(code: string, password: string): Promise<void> {
  const { refused } = await activateAccount({ code, password, prefs, shared: false, clientAddress: 'demo' })
  if (refused) throw new Error(`the slip was refused: ${JSON.stringify(refused)}`)
}

/**
 * Makes the staff accounts of the demo. `finish` gives the demo learner, team member and leader, who come with the lists, their
 * passwords at the end, so that they count as used today.
 */
export async function demoAccountsOf(
  provinceCode: string,
): Promise<{ planner: Actor; trainer: Actor; finish: () => Promise<void> }> {
  const administrator = demoAccount('administrator')
  const token = new URL((await firstRunLink()) ?? '', 'http://localhost').searchParams.get('token') ?? ''
  await createFirstAdministrator({
    token,
    displayName: 'Quản trị viên (mẫu)',
    ...administrator,
    locale: 'vi',
  })
  const admin = await actorOf(administrator.username)
  for (const [role, displayName] of [
    ['planner', 'Người lập kế hoạch (mẫu)'],
    ['trainer', 'Giảng viên (mẫu)'],
  ] as const) {
    const { username, password } = demoAccount(role)
    const { made } = await newAccount(admin, {
      role,
      province: provinceCode,
      displayName,
      loginName: username,
    })
    if (!made) throw new Error(`no account for ${role}`)
    await activate(made.code, password)
  }
  return {
    planner: await actorOf(demoAccount('planner').username),
    trainer: await actorOf(demoAccount('trainer').username),
    finish: () => finish(admin, provinceCode),
  }
}

async function finish(admin: Actor, provinceCode: string): Promise<void> {
  for (const role of ['learner', 'team', 'leader'] as const) {
    const { username, password } = demoAccount(role)
    const account = await reader.account.findUniqueOrThrow({ where: { username } })
    if (role === 'leader') {
      const fault = await addRole(admin, account.id, {
        role,
        province: provinceCode,
        commune: username.slice(0, 5),
      })
      if (fault) throw new Error(`the leader got no role: ${JSON.stringify(fault)}`)
    }
    await activate(await inTransaction((tx) => newSlip(tx, account.id, admin.accountId)), password)
  }
}
