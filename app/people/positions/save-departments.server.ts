import { inTransaction } from '~/platform/db/db.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { codeOf, type DepartmentsForm } from './position-form'
import { allDepartments } from './positions.server'
import { mayEditPositions } from './save-position.server'

/** Saves all departments: names and places, one added, those without a position removed. Returns what had to stay. */
export async function saveDepartments(
  actor: Actor,
  { departments }: DepartmentsForm,
): Promise<{ kept: string[] }> {
  mayEditPositions(actor)
  return inTransaction(async (tx) => {
    const codes = new Set(allDepartments(tx).map(({ code }) => code))
    const kept: string[] = []
    for (const { code, nameVi, nameEn, order, remove } of departments) {
      const data = { nameVi: nameVi.normalize('NFC'), nameEn: nameEn.normalize('NFC'), order }
      if (!code) {
        if (nameVi) await tx.department.create({ data: { code: codeOf(nameEn, codes), ...data } })
      } else if (codes.has(code)) {
        if (remove && (await tx.position.count({ where: { departmentCode: code } })) === 0) {
          await tx.department.delete({ where: { code } })
        } else {
          if (remove) kept.push(nameVi)
          await tx.department.update({ where: { code }, data })
        }
      }
    }
    await audit(tx, actor.accountId, 'departments.edit')
    return { kept }
  })
}
