import { reader } from '~/platform/db/db.server'

export type ServedFigure = { type: string; bytes: Uint8Array }

/** A picture as it is served, by the hash of its bytes; null where there is none. */
export function servedFigure(hash: string): ServedFigure | null {
  return reader.sql.get<ServedFigure>('SELECT type, bytes FROM Figure WHERE hash = ?', hash) ?? null
}
