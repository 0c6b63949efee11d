import type { GroupTx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import type { ModuleVersion } from '../module'
import { newNumber } from './new-number.server'

type Who = { personId: string; module: ModuleVersion; score: number; at: Date }
type Standing = { number: string; moduleVersionId: string; fullName: string }

/**
 * Certifies that a person finished a module, inside the transaction that finished it, and returns the number. For the
 * same version and an unchanged name that is the number given before; otherwise a new one takes its place.
 */
export function issueCertificate(tx: GroupTx, { personId, module, score, at }: Who): string {
  const person = tx.sql.get<{ fullName: string }>('SELECT fullName FROM Person WHERE id = ?', personId)
  if (!person) throw refuse('notFound')
  const before = tx.sql.get<Standing>(
    `SELECT number, moduleVersionId, fullName FROM Certificate
     WHERE personId = ? AND moduleCode = ? AND supersededBy IS NULL`,
    personId,
    module.code,
  )
  if (before?.moduleVersionId === module.id && before.fullName === person.fullName) return before.number
  const number = newNumber()
  tx.sql.run(
    `INSERT INTO Certificate (number, personId, moduleCode, moduleVersionId, fullName,
       communeCode, communeName, provinceCode, provinceName, score, sample, issuedAt)
     SELECT ?, p.id, ?, ?, p.fullName, COALESCE(c.code, ''), COALESCE(c.name, ''), v.code, v.name, ?,
       EXISTS (SELECT 1 FROM Installation WHERE key = 'sample' AND value = 'true'), ?
     FROM Person p JOIN Province v ON v.code = p.provinceCode
     LEFT JOIN Commune c ON c.code = (SELECT communeCode FROM PersonCommune WHERE personId = p.id
       ORDER BY until IS NOT NULL, since DESC LIMIT 1)
     WHERE p.id = ?`,
    number,
    module.code,
    module.id,
    score,
    dbDate(at),
    personId,
  )
  if (before) tx.sql.run('UPDATE Certificate SET supersededBy = ? WHERE number = ?', number, before.number)
  return number
}
