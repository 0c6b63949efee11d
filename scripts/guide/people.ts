import { paths } from '~/paths'
import { demoAccounts } from '../demo-accounts.mjs'
import type { Account, Camera } from './camera'

export function demo(role: string): Account {
  const found = demoAccounts.find((each) => each.role === role)
  if (!found) throw new Error(`no demo account for ${role}`)
  return found
}

/** A second trainer, whose account the administrator makes and who sets the password from the slip. */
export async function secondTrainer(camera: Camera): Promise<Account> {
  const account = { username: 'giang-vien-2', password: 'giang vien thu hai 2026' }
  const say = camera.say.bind(camera)
  await camera.as(demo('administrator'))
  await camera.open(paths.newAccount())
  await camera.fill('#displayName', 'Hoàng Thị Mai')
  await camera.fill('#loginName', account.username)
  await camera.choose('[name=role][value=trainer]', 'trainer')
  await camera.press(say('admin', 'new.submit'))
  const code = await camera.textOf('main code')
  await camera.stranger(account.username)
  await camera.open(paths.activate())
  await camera.fill('#code', code)
  await camera.press(say('auth', 'activate.next'))
  await camera.fill('#next', account.password)
  await camera.fill('#again', account.password)
  await camera.press(say('auth', 'activate.submit'))
  return account
}
