import { frameworkVersion } from '~/competency/frameworks.server'
import { reader } from '~/platform/db/db.server'
import { figuresOfReport } from './figures-of-report.server'
import { allMeasures } from './measure'
import { everybody } from './pattern'
import { placements } from './placements.server'
import { provinceConditions } from './province-conditions.server'
import { isReleasedKept } from './released.server'
import { reportCampaign } from './report-campaign.server'
import { reportGroups, reportPositions, reportRates } from './report-rates.server'

/** Puts together the figures of a campaign that was released lately before anybody asks for them; one a call, so that nobody waits. */
export function warmFigures(): void {
  const rows = reader.sql.all<{ id: string }>(
    'SELECT id FROM Campaign WHERE estimatedAt IS NOT NULL ORDER BY estimatedAt DESC LIMIT 3',
  )
  const next = rows.map(({ id }) => reportCampaign(id)).find((campaign) => !isReleasedKept(campaign))
  if (!next) return
  const { released } = figuresOfReport(next, everybody)
  const domains = allMeasures(frameworkVersion(next.frameworkVersionId).framework).filter(
    ({ isDomain }) => isDomain,
  )
  placements(next, released, domains, reportRates(next, everybody))
  provinceConditions(next, released)
  reportGroups(next)
  reportPositions(next)
}
