import { randomUUID } from 'node:crypto'
import { hashPassword } from '~/platform/auth/passwords.server'
import { startSession } from '~/platform/auth/sessions.server'
import { hashToken } from '~/platform/auth/tokens.server'
import { now } from '~/platform/clock/now.server'
import { inTransaction, reader } from '~/platform/db/db.server'
import { audit } from '~/platform/log/audit.server'
import type { Locale } from '~/platform/i18n/locale'

export type SetupTokenState = 'open' | 'missing' | 'unknown' | 'used' | 'expired'

const validHours = 24

function stateOf(token: { usedAt: Date | null; createdAt: Date } | null): SetupTokenState {
  if (!token) return 'unknown'
  if (token.usedAt) return 'used'
  return now().getTime() - token.createdAt.getTime() > validHours * 3_600_000 ? 'expired' : 'open'
}

/** What a link of the first run is still good for. */
export async function setupTokenState(token: string | null): Promise<SetupTokenState> {
  if (!token) return 'missing'
  return stateOf(await reader.setupToken.findUnique({ where: { tokenHash: hashToken(token) } }))
}

type NewAdministrator = {
  token: string
  displayName: string
  username: string
  password: string
  locale: Locale
}

export type SetupAnswer =
  { cookies: string[]; refused?: never } | { refused: SetupTokenState | 'usernameTaken'; cookies?: never }

/** Uses the link up, makes the administrator of the whole installation and signs in. */
export async function createFirstAdministrator(input: NewAdministrator): Promise<SetupAnswer> {
  const early = await setupTokenState(input.token)
  if (early !== 'open') return { refused: early }
  const passwordHash = await hashPassword(input.password)
  return inTransaction(async (tx): Promise<SetupAnswer> => {
    const tokenHash = hashToken(input.token)
    const state = stateOf(await tx.setupToken.findUnique({ where: { tokenHash } }))
    if (state !== 'open') return { refused: state }
    const { username, displayName, locale } = input
    if (await tx.account.findUnique({ where: { username } })) return { refused: 'usernameTaken' }
    const id = randomUUID()
    const at = now()
    await tx.setupToken.update({ where: { tokenHash }, data: { usedAt: at } })
    await tx.account.create({
      data: {
        id,
        username,
        displayName,
        locale,
        passwordHash,
        passwordChangedAt: at,
        lastSignInAt: at,
        createdAt: at,
      },
    })
    await tx.roleGrant.create({ data: { accountId: id, role: 'administrator', grantedAt: at } })
    await audit(tx, id, 'account.setup', id)
    return { cookies: await startSession(tx, id, false) }
  })
}
