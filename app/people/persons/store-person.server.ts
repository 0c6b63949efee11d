import { randomUUID } from 'node:crypto'
import { fold } from '~/formats/fold'
import type { Tx } from '~/platform/db/db.server'
import type { FieldChange } from '../roster/diff-types'
import type { PersonKind, RosterPerson } from '../roster/types'

export type NewPersonRow = RosterPerson & { staffCode: string; kind: PersonKind; provinceCode: string }

type Stamp = { at: string; by: string | null }

/** Writes a person, commune and positions, and an account that a slip can open. Returns the person's id. */
export function insertPerson(tx: Tx, person: NewPersonRow, { at, by }: Stamp): string {
  const id = randomUUID()
  const { staffCode, provinceCode, fullName, kind, birthDate, sex, email, communeCode } = person
  tx.sql.run(
    `INSERT INTO Person (id, staffCode, provinceCode, fullName, nameFolded, kind, birthDate, sex, email, createdAt)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    staffCode,
    provinceCode,
    fullName,
    fold(fullName),
    kind,
    birthDate,
    sex,
    email,
    at,
  )
  openCommune(tx, id, communeCode, at)
  person.positionCodes.forEach((code, rank) => openPosition(tx, id, code, rank, at))
  const accountId = randomUUID()
  tx.sql.run(
    'INSERT INTO Account (id, username, displayName, personId, createdAt) VALUES (?, ?, ?, ?, ?)',
    accountId,
    freeUsername(tx, staffCode),
    fullName,
    id,
    at,
  )
  tx.sql.run(
    "INSERT INTO RoleGrant (accountId, role, provinceCode, communeCode, grantedAt, grantedBy) VALUES (?, 'learner', ?, ?, ?, ?)",
    accountId,
    provinceCode,
    communeCode,
    at,
    by,
  )
  return id
}

/** Changes what is told of a person; commune and positions end and begin, so that their history stays. */
export function changePerson(tx: Tx, personId: string, changes: FieldChange[], at: string): void {
  for (const { field, to } of changes) {
    if (field === 'communeCode') moveTo(tx, personId, to as string, at)
    else if (field === 'positionCodes') holdPositions(tx, personId, to as string[], at)
    else tx.sql.run(`UPDATE Person SET ${field} = ? WHERE id = ?`, to as string | null, personId)
    if (field === 'fullName') rename(tx, personId, to as string)
    if (field === 'staffCode') renameUnusedAccount(tx, personId, to as string)
  }
}

function rename(tx: Tx, personId: string, fullName: string): void {
  tx.sql.run('UPDATE Person SET nameFolded = ? WHERE id = ?', fold(fullName), personId)
  tx.sql.run('UPDATE Account SET displayName = ? WHERE personId = ?', fullName, personId)
}

// Whoever has used an account, or holds a slip with its name printed on it, keeps the name.
function renameUnusedAccount(tx: Tx, personId: string, staffCode: string): void {
  const unused = tx.sql.get<{ id: string }>(
    `SELECT id FROM Account a WHERE personId = ? AND passwordHash IS NULL
     AND NOT EXISTS (SELECT 1 FROM ActivationSlip s WHERE s.accountId = a.id)`,
    personId,
  )
  if (unused)
    tx.sql.run('UPDATE Account SET username = ? WHERE id = ?', freeUsername(tx, staffCode), unused.id)
}

/** The staff code without spaces, which nobody can type for sure; numbered where the name is in use. */
function freeUsername(tx: Tx, staffCode: string): string {
  const base = staffCode.replace(/\s+/g, '')
  for (let number = 1; ; number += 1) {
    const username = number === 1 ? base : `${base}-${number}`
    if (!tx.sql.get('SELECT 1 FROM Account WHERE username IN (?, ?)', username, username.toLowerCase()))
      return username
  }
}

/** The learner follows the person; leading a commune that one has left, or being in a team of it, ends. */
function moveTo(tx: Tx, personId: string, communeCode: string, at: string): void {
  tx.sql.run('UPDATE PersonCommune SET until = ? WHERE personId = ? AND until IS NULL', at, personId)
  openCommune(tx, personId, communeCode, at)
  tx.sql.run(
    'UPDATE Person SET teamId = NULL WHERE id = ? AND teamId IN (SELECT id FROM CommunityTeam WHERE communeCode <> ?)',
    personId,
    communeCode,
  )
  const account = tx.sql.get<{ id: string }>('SELECT id FROM Account WHERE personId = ?', personId)
  if (!account) return
  tx.sql.run(
    "UPDATE RoleGrant SET communeCode = ? WHERE accountId = ? AND role = 'learner'",
    communeCode,
    account.id,
  )
  tx.sql.run(
    "DELETE FROM RoleGrant WHERE accountId = ? AND role = 'leader' AND communeCode <> ?",
    account.id,
    communeCode,
  )
}

/** Rows that stay as they are go on; a changed rank ends one row and begins another. */
function holdPositions(tx: Tx, personId: string, codes: string[], at: string): void {
  const held = tx.sql.all<{ id: number; positionCode: string; rank: number }>(
    'SELECT id, positionCode, rank FROM PersonPosition WHERE personId = ? AND until IS NULL',
    personId,
  )
  for (const { id, positionCode, rank } of held) {
    if (codes[rank] !== positionCode) tx.sql.run('UPDATE PersonPosition SET until = ? WHERE id = ?', at, id)
  }
  codes.forEach((code, rank) => {
    const goesOn = held.some((row) => row.positionCode === code && row.rank === rank)
    if (!goesOn) openPosition(tx, personId, code, rank, at)
  })
}

function openCommune(tx: Tx, personId: string, communeCode: string, at: string): void {
  tx.sql.run(
    'INSERT INTO PersonCommune (personId, communeCode, since) VALUES (?, ?, ?)',
    personId,
    communeCode,
    at,
  )
}

function openPosition(tx: Tx, personId: string, code: string, rank: number, at: string): void {
  tx.sql.run(
    'INSERT INTO PersonPosition (personId, positionCode, rank, since) VALUES (?, ?, ?, ?)',
    personId,
    code,
    rank,
    at,
  )
}
