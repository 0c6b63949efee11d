import type { reader } from '~/platform/db/db.server'
import { codeOfItem } from '../item'
import { itemStep, type Step } from '../plan'

export type ChosenItem = { id: string; pilot: number; at: string }

const chosenSql = 'SELECT itemVersionId AS id, pilot, at FROM SittingItem WHERE sittingId = ? ORDER BY number'

/** The items that an adaptive quiz has chosen, in order; unless the quiz has ended, the last is the present one. */
export function chosenItems(sql: Pick<typeof reader.sql, 'all'>, sittingId: string): ChosenItem[] {
  return sql.all<ChosenItem>(chosenSql, sittingId)
}

/** The page of a chosen item. */
export function chosenStep({ id, pilot }: ChosenItem, section: string): Step {
  const step: Step = { step: itemStep(codeOfItem(id)), section, kind: 'item', ref: id }
  return pilot ? { ...step, pilot: true } : step
}
