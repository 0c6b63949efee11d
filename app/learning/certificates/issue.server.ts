import type { GroupTx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import type { ModuleVersion } from '../module'
import type { AboutClass } from './certificate'
import { newNumber } from './new-number.server'

type Who = { personId: string; module: ModuleVersion; score: number; at: Date }
type Attended = { personId: string; classId: string; about: AboutClass; score: number | null; at: Date }
type Standing = { number: string; moduleVersionId: string; fullName: string }

/**
 * Certifies that a person finished a module, inside the transaction that finished it, and returns the number. For the
 * same version and an unchanged name that is the number given before; otherwise a new one takes its place.
 */
export function issueCertificate(tx: GroupTx, { personId, module, score, at }: Who): string {
  const fullName = nameOf(tx, personId)
  const before = tx.sql.get<Standing>(
    `SELECT number, moduleVersionId, fullName FROM Certificate
     WHERE personId = ? AND moduleCode = ? AND supersededBy IS NULL`,
    personId,
    module.code,
  )
  if (before?.moduleVersionId === module.id && before.fullName === fullName) return before.number
  return insert(tx, {
    personId,
    of: [module.code, module.id, null, null],
    score,
    at,
    replaces: before?.number,
  })
}

/**
 * Certifies that a person attended a class, inside a transaction, and returns the number. For the same class and an
 * unchanged name that is the number given before, also where it was revoked since.
 */
export function issueClassCertificate(
  tx: GroupTx,
  { personId, classId, about, score, at }: Attended,
): string {
  const fullName = nameOf(tx, personId)
  const before = tx.sql.get<Pick<Standing, 'number' | 'fullName'>>(
    'SELECT number, fullName FROM Certificate WHERE personId = ? AND classId = ? AND supersededBy IS NULL',
    personId,
    classId,
  )
  if (before?.fullName === fullName) return before.number
  return insert(tx, {
    personId,
    of: [null, null, classId, JSON.stringify(about)],
    score,
    at,
    replaces: before?.number,
  })
}

function nameOf(tx: GroupTx, personId: string): string {
  const person = tx.sql.get<{ fullName: string }>('SELECT fullName FROM Person WHERE id = ?', personId)
  if (!person) throw refuse('notFound')
  return person.fullName
}

type New = {
  personId: string
  /** Code and version of the module, id of the class and what it taught. */
  of: [string | null, string | null, string | null, string | null]
  score: number | null
  at: Date
  replaces: string | undefined
}

function insert(tx: GroupTx, { personId, of, score, at, replaces }: New): string {
  const number = newNumber()
  tx.sql.run(
    `INSERT INTO Certificate (number, personId, moduleCode, moduleVersionId, classId, about, fullName,
       communeCode, communeName, provinceCode, provinceName, score, sample, issuedAt)
     SELECT ?, p.id, ?, ?, ?, ?, p.fullName, COALESCE(c.code, ''), COALESCE(c.name, ''), v.code, v.name, ?,
       EXISTS (SELECT 1 FROM Installation WHERE key = 'sample' AND value = 'true'), ?
     FROM Person p JOIN Province v ON v.code = p.provinceCode
     LEFT JOIN Commune c ON c.code = (SELECT communeCode FROM PersonCommune WHERE personId = p.id
       ORDER BY until IS NOT NULL, since DESC LIMIT 1)
     WHERE p.id = ?`,
    number,
    ...of,
    score,
    dbDate(at),
    personId,
  )
  if (replaces) tx.sql.run('UPDATE Certificate SET supersededBy = ? WHERE number = ?', number, replaces)
  return number
}
