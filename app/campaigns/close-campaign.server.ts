import { queueEstimate } from '~/gaps/estimate-campaign.server'
import { now } from '~/platform/clock/now.server'
import { inTransaction, reader, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import { vietnamDay } from '~/platform/i18n/format'
import { log } from '~/platform/log/log.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { managedCampaign } from './find-campaign.server'

/** Closes a campaign before its last day. Nothing can be answered any more, and its results are being worked out. */
export async function closeCampaign(actor: Actor, id: string): Promise<void> {
  authorise(actor, 'campaign.manage')
  await inTransaction(async (tx) => {
    const { state, provinceCode } = managedCampaign(actor, tx, id)
    if (state === 'draft') throw refuse('badRequest')
    if (state === 'open') close(tx, { id, provinceCode }, actor.accountId)
  })
}

const dueSql = "SELECT id, provinceCode FROM Campaign WHERE state = 'open' AND closesOn < ?"

/** Closes every campaign whose last day is over, by Vietnam's calendar. Returns how many. */
export async function closeDueCampaigns(): Promise<number> {
  const today = vietnamDay(now())
  if (!reader.sql.get(dueSql, today)) return 0
  return inTransaction(async (tx) => {
    const due = tx.sql.all<{ id: string; provinceCode: string }>(dueSql, today)
    for (const campaign of due) {
      close(tx, campaign, null)
      log.info({ campaignId: campaign.id }, 'campaign closed by its date')
    }
    return due.length
  })
}

/** A campaign closed early says the day on which answers ended, not the one that was planned. */
function close(tx: Tx, campaign: { id: string; provinceCode: string }, closedBy: string | null): void {
  const moment = now()
  const today = vietnamDay(moment)
  tx.sql.run(
    `UPDATE Campaign SET state = 'closed', closedAt = ?, opensOn = min(opensOn, ?), closesOn = min(closesOn, ?)
     WHERE id = ? AND state = 'open'`,
    dbDate(moment),
    today,
    today,
    campaign.id,
  )
  queueEstimate(tx, campaign, closedBy)
}
