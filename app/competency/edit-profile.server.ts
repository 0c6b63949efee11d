import { now } from '~/platform/clock/now.server'
import { inTransaction } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import type { Targets } from './framework'
import { latestFramework } from './frameworks.server'
import { profileFaults, profileFramework, targetChanges } from './target-profile'
import { profilesInForce } from './target-profiles.server'

export type ProfileEdit = {
  provinceCode: string
  positionCode: string
  /** The new levels, or null to follow what ships with the product again. */
  targets: Targets | null
  /** The row that the planner saw; 0 where there was none. Another one means that somebody changed the profile meanwhile. */
  inForce: number
}

/** Changes what a position needs in a province. A profile that stays as it is gets no new row. */
export async function editProfile(actor: Actor, edit: ProfileEdit): Promise<'saved' | 'changedMeanwhile'> {
  const { provinceCode, positionCode, targets, inForce } = edit
  authorise(actor, 'profiles.edit', { provinceCode })
  const { framework } = latestFramework(profileFramework)
  if (targets && profileFaults(framework, targets).length > 0) throw refuse('badRequest')
  return inTransaction(async (tx) => {
    const position = tx.sql.get('SELECT code FROM Position WHERE code = ?', positionCode)
    if (!position) throw refuse('notFound')
    const present = profilesInForce(tx, provinceCode).get(positionCode)
    const same = targets
      ? targetChanges(framework, present?.targets ?? {}, targets).length === 0
      : present?.own !== true
    if (same) return 'saved'
    if ((present?.rowId ?? 0) !== inForce) return 'changedMeanwhile'
    await tx.targetProfile.create({
      data: {
        provinceCode,
        positionCode,
        frameworkCode: profileFramework,
        targets: JSON.stringify(targets),
        createdAt: now(),
        createdBy: actor.accountId,
      },
    })
    return 'saved'
  })
}
