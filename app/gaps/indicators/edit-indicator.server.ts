import { randomUUID } from 'node:crypto'
import { fold } from '~/formats/fold'
import { now } from '~/platform/clock/now.server'
import { inTransaction, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { codeFor } from './indicator-code'
import type { IndicatorText } from './indicator-form'
import { indicatorProvince, offeredIndicators, requireIndicator } from './indicator-province.server'
import { indicatorsOf } from './indicator-values.server'

/** Adds an indicator, or changes the one with `id`; a name that another one has is refused. */
export async function saveIndicator(
  actor: Actor,
  id: string | null,
  text: IndicatorText,
): Promise<{ id: string; fault?: never } | { fault: 'taken' | 'unitKept' }> {
  const provinceCode = indicatorProvince(actor)
  return inTransaction(async (tx) => {
    const others = indicatorsOf(provinceCode, tx).filter((each) => each.id !== id)
    if (others.some(({ name }) => fold(name.vi) === fold(text.name.vi))) return { fault: 'taken' as const }
    if (id !== null) {
      requireIndicator(tx, id, provinceCode)
      if (unitIsUsed(tx, id, text)) return { fault: 'unitKept' as const }
      const { name, unit, unitText, better } = text
      tx.sql.run(
        'UPDATE Indicator SET nameVi = ?, nameEn = ?, unit = ?, unitVi = ?, unitEn = ?, better = ? WHERE id = ?',
        ...[name.vi, name.en, unit, unitText.vi, unitText.en, better, id],
      )
    }
    const own = id ?? insertIndicator(tx, actor, provinceCode, text)
    await audit(tx, actor.accountId, 'indicator.save', own)
    return { id: own }
  })
}

/** The unit of an indicator with values stays: what is stored would mean something else. */
function unitIsUsed(tx: Tx, id: string, { unit }: IndicatorText): boolean {
  const used = tx.sql.get(
    'SELECT 1 FROM Indicator i JOIN IndicatorValue v ON v.indicatorId = i.id WHERE i.id = ? AND i.unit <> ? LIMIT 1',
    id,
    unit,
  )
  return used !== undefined
}

/** Writes a new indicator inside a transaction, behind the others; the caller has authorised. */
export function insertIndicator(
  tx: Tx,
  actor: Actor,
  provinceCode: string,
  { name, unit, unitText, better }: IndicatorText,
  code?: string,
): string {
  const known = tx.sql.all<{ code: string; order: number }>(
    'SELECT code, "order" FROM Indicator WHERE provinceCode = ?',
    provinceCode,
  )
  const id = randomUUID()
  tx.sql.run(
    `INSERT INTO Indicator (id, provinceCode, code, nameVi, nameEn, unit, unitVi, unitEn, better, "order", createdAt, createdBy)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[id, provinceCode, code ?? codeFor(name.vi, new Set(known.map((each) => each.code)))],
    ...[name.vi, name.en, unit, unitText.vi, unitText.en, better],
    ...[Math.max(0, ...known.map(({ order }) => order)) + 1, dbDate(now()), actor.accountId],
  )
  return id
}

/** Adds the indicators that the product offers; those the province has stay as they are, and one that was removed comes back. */
export async function addFirstSet(actor: Actor): Promise<void> {
  const provinceCode = indicatorProvince(actor)
  await inTransaction(async (tx) => {
    for (const each of offeredIndicators()) firstIndicator(tx, actor, provinceCode, each.code)
    await audit(tx, actor.accountId, 'indicator.first-set', provinceCode)
  })
}

/** The id of an indicator of the first set, made or brought back where it is not in the list; the caller has authorised. */
export function firstIndicator(tx: Tx, actor: Actor, provinceCode: string, code: string): string {
  const known = tx.sql.get<{ id: string }>(
    'SELECT id FROM Indicator WHERE provinceCode = ? AND code = ?',
    provinceCode,
    code,
  )
  if (known) {
    tx.sql.run('UPDATE Indicator SET removedAt = NULL WHERE id = ?', known.id)
    return known.id
  }
  return insertIndicator(
    tx,
    actor,
    provinceCode,
    offeredIndicators().find((each) => each.code === code)!,
    code,
  )
}

/** Takes an indicator with all its values out of the lists, or puts it back; nothing is deleted. */
export async function setIndicatorRemoved(actor: Actor, id: string, isRemoved: boolean): Promise<void> {
  const provinceCode = indicatorProvince(actor)
  await inTransaction(async (tx) => {
    requireIndicator(tx, id, provinceCode)
    tx.sql.run('UPDATE Indicator SET removedAt = ? WHERE id = ?', isRemoved ? dbDate(now()) : null, id)
    await audit(tx, actor.accountId, `indicator.${isRemoved ? 'remove' : 'restore'}`, id)
  })
}
