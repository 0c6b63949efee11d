import { fold } from '~/formats/fold'
import { inTransaction, type Tx } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { workProvince } from '../places/work-province.server'
import { codeOf, type PositionForm } from './position-form'
import { allDepartments, allPositions } from './positions.server'

export type SaveAnswer =
  | { code: string; fault?: never }
  | { fault: { field: string; key: string; values?: Record<string, string> }; code?: never }

export function mayEditPositions(actor: Actor): void {
  authorise(actor, 'positions.edit', { provinceCode: workProvince(actor, 'positions.edit') })
}

/** Adds a position (`code` null) or changes one. A name under which rosters find another position is refused. */
export async function savePosition(
  actor: Actor,
  code: string | null,
  form: PositionForm,
): Promise<SaveAnswer> {
  mayEditPositions(actor)
  return inTransaction(async (tx): Promise<SaveAnswer> => {
    const all = allPositions(tx)
    if (code !== null && !all.some((position) => position.code === code)) throw refuse('notFound')
    if (!allDepartments(tx).some((department) => department.code === form.department)) {
      return { fault: { field: 'department', key: 'position.department.missing' } }
    }
    const twin = nameInUse(
      all.filter((position) => position.code !== code),
      form,
    )
    if (twin) return { fault: twin }
    const made = code ?? codeOf(form.nameEn, new Set(all.map((position) => position.code)))
    const data = {
      departmentCode: form.department,
      nameVi: form.nameVi,
      nameEn: form.nameEn,
      aliases: JSON.stringify(form.aliases),
      order: form.order,
      active: form.active,
    }
    await tx.position.upsert({ where: { code: made }, create: { code: made, ...data }, update: data })
    await audit(tx, actor.accountId, code === null ? 'position.create' : 'position.edit', made)
    return { code: made }
  })
}

function nameInUse(others: ReturnType<typeof allPositions>, form: PositionForm) {
  const names = new Map(
    others.flatMap(({ name, aliases }) =>
      [name.vi, ...aliases].map((text) => [fold(text), name.vi] as const),
    ),
  )
  for (const [field, text] of [
    ['nameVi', form.nameVi] as const,
    ...form.aliases.map((alias) => ['aliases', alias] as const),
  ]) {
    const holder = names.get(fold(text))
    if (holder) return { field, key: 'position.name.taken', values: { text, holder } }
  }
  return null
}

export type RemoveAnswer = { inUse: number } | { inUse?: never }

/** Removes a position that nobody ever held and nothing refers to; one in use can only be put out of use. */
export async function removePosition(actor: Actor, code: string): Promise<RemoveAnswer> {
  mayEditPositions(actor)
  return inTransaction(async (tx): Promise<RemoveAnswer> => {
    const inUse = positionUses(tx, code)
    if (inUse > 0) return { inUse }
    await tx.targetProfile.deleteMany({ where: { positionCode: code } })
    await tx.position.delete({ where: { code } })
    await audit(tx, actor.accountId, 'position.remove', code)
    return {}
  })
}

/** How many people hold or held a position, or were asked under it. */
export function positionUses(from: { sql: Pick<Tx['sql'], 'get'> }, code: string): number {
  return from.sql.get<{ n: number }>(
    `SELECT (SELECT count(DISTINCT personId) FROM PersonPosition WHERE positionCode = ?)
       + (SELECT count(*) FROM Invitee i WHERE EXISTS (SELECT 1 FROM json_each(i.positionCodes) WHERE value = ?)) AS n`,
    code,
    code,
  )!.n
}
