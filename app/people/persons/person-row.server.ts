import { compareNames } from '~/formats/fold'
import { env } from '~/env.server'
import { now } from '~/platform/clock/now.server'
import { reader } from '~/platform/db/db.server'
import { accountState, type AccountState } from '../accounts/account-state'
import type { PersonKind } from '../roster/types'

/** A person as lists show one. */
export type PersonRow = {
  id: string
  staffCode: string
  fullName: string
  kind: PersonKind
  birthDate: string | null
  communeCode: string | null
  communeName: string | null
  positionCodes: string[]
  account: AccountState | 'none'
}

type Stored = Omit<PersonRow, 'positionCodes' | 'account'> & {
  positions: string
  accountId: string | null
  passwordHash: string | null
  lockedUntil: string | null
  failedCount: number
  disabledAt: string | null
  lastSignInAt: string | null
  passwordChangedAt: string | null
  accountCreatedAt: string
}

const select = `SELECT p.id, p.staffCode, p.fullName, p.kind, p.birthDate, pc.communeCode, c.name AS communeName,
  (SELECT json_group_array(positionCode) FROM (SELECT positionCode FROM PersonPosition
     WHERE personId = p.id AND until IS NULL ORDER BY rank, id)) AS positions,
  a.id AS accountId, a.passwordHash, a.lockedUntil, a.failedCount, a.disabledAt, a.lastSignInAt, a.passwordChangedAt,
  a.createdAt AS accountCreatedAt
  FROM Person p
  LEFT JOIN PersonCommune pc ON pc.personId = p.id AND pc.until IS NULL
  LEFT JOIN Commune c ON c.code = pc.communeCode
  LEFT JOIN Account a ON a.personId = p.id`

/** The people that a condition over p (Person) and pc (the present commune) finds, by given name. */
export function personRows(condition: string, ...params: (string | number)[]): PersonRow[] {
  const at = now()
  return reader.sql
    .all<Stored>(`${select} WHERE ${condition}`, ...params)
    .map(({ positions, ...row }) => ({
      ...listed(row),
      positionCodes: JSON.parse(positions) as string[],
      account: stateOf(row, at),
    }))
    .sort((a, b) => compareNames(a.fullName, b.fullName) || (a.staffCode < b.staffCode ? -1 : 1))
}

function listed({
  id,
  staffCode,
  fullName,
  kind,
  birthDate,
  communeCode,
  communeName,
}: Omit<Stored, 'positions'>) {
  return { id, staffCode, fullName, kind, birthDate, communeCode, communeName }
}

const moment = (text: string | null) => (text === null ? null : new Date(text))

function stateOf(row: Omit<Stored, 'positions'>, at: Date): PersonRow['account'] {
  if (row.accountId === null) return 'none'
  const { passwordHash, failedCount } = row
  return accountState(
    {
      passwordHash,
      failedCount,
      lockedUntil: moment(row.lockedUntil),
      disabledAt: moment(row.disabledAt),
      lastSignInAt: moment(row.lastSignInAt),
      passwordChangedAt: moment(row.passwordChangedAt),
      createdAt: new Date(row.accountCreatedAt),
    },
    at,
    env.IDLE_DAYS,
  )
}
