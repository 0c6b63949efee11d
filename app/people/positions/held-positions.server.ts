import { reader } from '~/platform/db/db.server'

/** The codes of the positions that a person holds now, the main one first. */
export function heldPositions(personId: string): string[] {
  return reader.sql
    .all<{ code: string }>(
      'SELECT positionCode AS code FROM PersonPosition WHERE personId = ? AND until IS NULL ORDER BY rank',
      personId,
    )
    .map(({ code }) => code)
}
