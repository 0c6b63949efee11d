import { now } from '~/platform/clock/now.server'
import { inTransaction } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import { formatDate, vietnamDay } from '~/platform/i18n/format'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { managedCampaign } from './find-campaign.server'

/** Puts the last day of an open campaign later. A campaign that has closed stays closed: its results are out. */
export async function extendCampaign(actor: Actor, id: string, closesOn: string): Promise<void> {
  authorise(actor, 'campaign.manage')
  await inTransaction(async (tx) => {
    const campaign = managedCampaign(actor, tx, id)
    if (campaign.state === 'draft') throw refuse('badRequest')
    if (campaign.state === 'closed')
      throw refuse('campaignClosed', { date: formatDate(campaign.closedAt ?? campaign.closesOn) })
    if (closesOn < campaign.closesOn || closesOn < vietnamDay(now())) throw refuse('badRequest')
    tx.sql.run('UPDATE Campaign SET closesOn = ? WHERE id = ?', closesOn, id)
  })
}
