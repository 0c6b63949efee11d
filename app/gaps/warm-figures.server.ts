import { reader } from '~/platform/db/db.server'
import { figuresOfReport } from './figures-of-report.server'
import { everybody } from './pattern'
import { isReleasedKept } from './released.server'
import { reportCampaign } from './report-campaign.server'

/** Puts together the figures of a campaign that was released lately before anybody asks for them; one a call, so that nobody waits. */
export function warmFigures(): void {
  const rows = reader.sql.all<{ id: string }>(
    'SELECT id FROM Campaign WHERE estimatedAt IS NOT NULL ORDER BY estimatedAt DESC LIMIT 3',
  )
  const next = rows.map(({ id }) => reportCampaign(id)).find((campaign) => !isReleasedKept(campaign))
  if (next) figuresOfReport(next, everybody)
}
