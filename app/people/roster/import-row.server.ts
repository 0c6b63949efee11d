import type { Tx } from '~/platform/db/db.server'
import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { RosterImport } from '~/platform/db/generated/client'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import type { Decisions } from './diff-types'
import type { RosterOptions } from './types'

/** What a planner chose for an import so far. */
export type ImportOptions = Pick<RosterOptions, 'convertLegacy' | 'sheet' | 'communeCode' | 'accepted'> & {
  decisions: Decisions
}

export const firstOptions: ImportOptions = { convertLegacy: false, decisions: {} }

export function optionsOf(stored: Pick<RosterImport, 'options'>): ImportOptions {
  return JSON.parse(stored.options) as ImportOptions
}

type Head = Omit<RosterImport, 'file' | 'preview'>

/** An import that the actor may work on, without its file and its preview. */
export async function importFor(
  actor: Actor,
  id: string,
  from: Pick<Tx, 'rosterImport'> = reader as unknown as Tx,
): Promise<Head> {
  authorise(actor, 'roster.import')
  const row = await from.rosterImport.findUnique({ where: { id }, omit: { file: true, preview: true } })
  if (!row) throw refuse('notFound')
  authorise(actor, 'roster.import', { provinceCode: row.provinceCode })
  return row
}
