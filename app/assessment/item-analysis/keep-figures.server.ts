import { now } from '~/platform/clock/now.server'
import { inTransaction, reader } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { campaignAnalysis, type AnalysedCampaign } from './campaign-analysis.server'
import { figuresOf } from './item-figures.server'

const everyMinutes = 60

// A campaign that was never analysed, that closed since, or that takes answers and was analysed some time ago.
const dueSql = `SELECT c.id, c.state, c.frameworkVersionId, c.standardId, c.parameterVersionId FROM Campaign c
  LEFT JOIN ItemAnalysis a ON a.campaignId = c.id
  WHERE c.state <> 'draft' AND (a.at IS NULL OR (NOT a.final AND (c.state = 'closed' OR a.at < ?)))
  ORDER BY c.opensOn DESC, c.id LIMIT 1`

/** Keeps what the item analysis shows for the bank to list: one campaign a call, so that nobody waits. */
export async function keepItemFigures(): Promise<void> {
  const before = new Date(now().getTime() - everyMinutes * 60_000)
  const campaign = reader.sql.get<AnalysedCampaign>(dueSql, dbDate(before))
  if (campaign) await keepFigures(campaign)
}

async function keepFigures(campaign: AnalysedCampaign): Promise<void> {
  const { at, items } = await campaignAnalysis(campaign)
  const rows = items.map(figuresOf)
  await inTransaction((tx) => {
    tx.sql.run('DELETE FROM ItemAnalysis WHERE campaignId = ?', campaign.id)
    tx.sql.run(
      'INSERT INTO ItemAnalysis (campaignId, final, at) VALUES (?, ?, ?)',
      ...[campaign.id, campaign.state === 'closed' ? 1 : 0, dbDate(new Date(at))],
    )
    for (const row of rows)
      tx.sql.run(
        `INSERT INTO ItemFigure (campaignId, itemVersionId, people, facility, discriminationIndex, difficulty,
           discrimination, infit, flags) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        ...[campaign.id, row.id, row.people, row.facility, row.index, row.difficulty],
        ...[row.discrimination, row.infit, JSON.stringify(row.flags)],
      )
    return Promise.resolve()
  })
}
