import { inTransaction } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { managedCampaign } from './find-campaign.server'

/** Deletes a campaign that has not opened; one that is gone already stays gone. */
export async function deleteDraft(actor: Actor, id: string): Promise<void> {
  authorise(actor, 'campaign.manage')
  await inTransaction(async (tx) => {
    if (!tx.sql.get('SELECT 1 FROM Campaign WHERE id = ?', id)) return
    if (managedCampaign(actor, tx, id).state !== 'draft') throw refuse('badRequest')
    tx.sql.run('DELETE FROM Campaign WHERE id = ?', id)
  })
}
