import type { WorkSystem } from '~/assessment/form'
import type { Db } from '~/competency/target-profiles.server'
import { reader } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import type { SystemRow } from './systems'

/** Every named system, those out of use too, in the order in which the survey shows them. */
export function listSystems(actor: Actor): SystemRow[] {
  authorise(actor, 'systems.edit')
  const rows = reader.sql.all<Omit<SystemRow, 'active'> & { active: number }>(
    'SELECT code, nameVi AS vi, nameEn AS en, active FROM WorkSystem ORDER BY active DESC, "order", code',
  )
  return rows.map((row) => ({ ...row, active: row.active === 1 }))
}

/** The systems that a campaign asks about when it opens now. */
export function activeSystems(db: Db): WorkSystem[] {
  return db.sql.all<WorkSystem>(
    'SELECT code, nameVi AS vi, nameEn AS en FROM WorkSystem WHERE active = 1 ORDER BY "order", code',
  )
}
