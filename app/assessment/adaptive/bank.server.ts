import { reader } from '~/platform/db/db.server'
import { itemVersion } from '../content.server'
import type { Measuring } from '../measuring.server'
import { settingsOf } from './settings'
import type { BankItem } from './types'

const idsSql = `SELECT group_concat(id, ' ') AS ids FROM (
  SELECT id, max(version) FROM ItemVersion WHERE purpose = 'measure' AND retired = 0 GROUP BY code ORDER BY code)`

const pilotSql = `SELECT 1 FROM ItemVersion WHERE purpose = 'measure' AND retired = 0 AND json_extract(data, '$.pilot') LIMIT 1`

/** Whether a quiz may ask an item on trial. */
export function hasPilots(standard: Measuring['standard']): boolean {
  return settingsOf(standard).pilots > 0 && reader.sql.get(pilotSql) !== undefined
}

const banks = new WeakMap<Measuring, { ids: string; items: BankItem[] }>()

/**
 * The items that a quiz may ask, and those that it has asked: a version that was replaced since stays in the bank of
 * whoever was asked it, in place of the new one.
 */
export function bankOf(measuring: Measuring, asked: readonly string[]): BankItem[] {
  const items = presentBank(measuring)
  const known = new Set(items.map(({ id }) => id))
  const replaced = asked.filter((id) => !known.has(id)).map((id) => bankItem(measuring, id))
  if (replaced.length === 0) return items
  const codes = new Set(replaced.map(({ code }) => code))
  return [...items.filter(({ code }) => !codes.has(code)), ...replaced]
}

function presentBank(measuring: Measuring): BankItem[] {
  const ids = reader.sql.get<{ ids: string | null }>(idsSql)?.ids ?? ''
  const before = banks.get(measuring)
  if (before?.ids === ids) return before.items
  const items = ids
    .split(' ')
    .filter((id) => id !== '' && measuring.dimensionOf.has(itemVersion(id).competency))
    .map((id) => bankItem(measuring, id))
  banks.set(measuring, { ids, items })
  return items
}

function bankItem({ dimensionOf, parametersOf }: Measuring, id: string): BankItem {
  const { code, competency, level, family, pilot } = itemVersion(id)
  return {
    id,
    code,
    dimension: dimensionOf.get(competency)!,
    level,
    family: family ?? null,
    pilot: pilot === true,
    parameters: parametersOf(id),
  }
}
