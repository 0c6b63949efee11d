import { fold } from '~/formats/fold'
import { inTransaction, type Tx } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { existingPeople } from '../persons/existing-people.server'
import type { Decisions } from './diff-types'
import { importFor, optionsOf, type ImportOptions } from './import-row.server'
import { makePreview, type Preview } from './preview'
import { startReading } from './reading.server'
import { foreignCodes } from './roster-reference.server'
import { previewColumns, readPreview } from './stored-preview.server'

/** Another way to read the same file. */
export type Reread =
  | { convertLegacy: true }
  | { sheet: string }
  | { communeCode: string }
  | { accept: { column: 'commune' | 'positions'; value: string; code: string } }

/** Reads an import's file again with what the planner chose; what was decided before is kept. */
export async function rereadImport(actor: Actor, id: string, choice: Reread): Promise<void> {
  const again = await inTransaction(async (tx) => {
    const row = await importFor(actor, id, tx)
    if (row.state !== 'preview' && row.state !== 'failed') return false
    const options = JSON.stringify(withChoice(optionsOf(row), choice))
    await tx.rosterImport.update({
      where: { id },
      data: { state: 'reading', options, preview: null, failure: null },
    })
    return true
  })
  if (again) startReading(id)
}

function withChoice(options: ImportOptions, choice: Reread): ImportOptions {
  if ('convertLegacy' in choice) return { ...options, convertLegacy: true }
  // Row numbers of another sheet are other rows.
  if ('sheet' in choice) return { ...options, sheet: choice.sheet, decisions: {} }
  if ('communeCode' in choice) return { ...options, communeCode: choice.communeCode }
  const { column, value, code } = choice.accept
  const accepted = { ...options.accepted, [column]: { ...options.accepted?.[column], [fold(value)]: code } }
  return { ...options, accepted }
}

/** Keeps what the planner decided about rows that may be somebody stored, and compares again. */
export function decideRows(actor: Actor, id: string, decisions: Decisions): Promise<void> {
  return compareWith(actor, id, (before) => ({ ...before, ...decisions }))
}

/** Asks every question of an import again. */
export function undecideRows(actor: Actor, id: string): Promise<void> {
  return compareWith(actor, id, () => ({}))
}

async function compareWith(
  actor: Actor,
  id: string,
  change: (before: Decisions) => Decisions,
): Promise<void> {
  await inTransaction(async (tx) => {
    const row = await importFor(actor, id, tx)
    if (row.state !== 'preview') return
    const options = optionsOf(row)
    const decisions = change(options.decisions)
    const preview = comparedAgain(tx, row.provinceCode, readPreview(tx, id), decisions)
    const data = { options: JSON.stringify({ ...options, decisions }), ...previewColumns(preview) }
    await tx.rosterImport.update({ where: { id }, data })
  })
}

/** A preview against the people stored at this moment. */
export function comparedAgain(tx: Tx, provinceCode: string, preview: Preview, decisions: Decisions): Preview {
  return makePreview(preview, existingPeople(tx, provinceCode), foreignCodes(tx, provinceCode), decisions)
}
