import { reader } from '~/platform/db/db.server'
import { moduleVersion } from './modules.server'
import { movesOf, type Moves } from './moves'

// Versions are immutable: the moves stay right until there is another one.
let known: { ids: string; moves: Moves } = { ids: '', moves: new Map() }

/** Where lessons went, by all stored versions of all modules. */
export function lessonMoves(): Moves {
  const { ids } = reader.sql.get<{ ids: string }>('SELECT json_group_array(id) AS ids FROM ModuleVersion')!
  if (ids !== known.ids) {
    const versions = (JSON.parse(ids) as string[]).map((id) => moduleVersion(id))
    known = { ids, moves: movesOf(versions) }
  }
  return known.moves
}
