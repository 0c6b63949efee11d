import { reader } from '~/platform/db/db.server'

/** The name of an account as colleagues see it; null for one that is gone. */
export function accountName(id: string): string | null {
  return (
    reader.sql.get<{ displayName: string }>('SELECT displayName FROM Account WHERE id = ?', id)
      ?.displayName ?? null
  )
}
