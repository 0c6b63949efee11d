import { measuringOf } from '~/assessment/measuring.server'
import { figureOf } from '~/gaps/figures'
import { methodVersion } from '~/gaps/method'
import { everybody } from '~/gaps/pattern'
import { releasedPart } from '~/gaps/released-parts.server'
import { releasedFigures } from '~/gaps/released.server'
import { reportCampaign } from '~/gaps/report-campaign.server'
import { reader } from '~/platform/db/db.server'
import { makeBasis, type Basis, type BasisSource } from './basis'

/** Why a campaign can carry no plan yet; texts `basis.<reason>`. */
export type NoBasis = 'open' | 'estimating' | 'empty'

type Row = { commune: string; position: string; department: string; people: number }

/**
 * What a plan of a campaign rests on, from its released and shown figures. The spread of people, communes and positions is
 * that of the released population part (variances within people, of places and of positions), else of the measuring standard.
 */
export function planBasis(campaignId: string): { basis: Basis } | { fault: NoBasis } {
  const campaign = reportCampaign(campaignId)
  if (campaign.state !== 'closed') return { fault: 'open' }
  if (campaign.estimatedAt === null) return { fault: 'estimating' }
  const released = releasedFigures(campaign)
  const measuring = measuringOf(campaign)
  const population = releasedPart(campaignId, 'population')
  const sum = ({ general, domain, own }: { general: number; domain: number; own: number }) =>
    Math.sqrt(general + domain + own)
  const rows = reader.sql.all<Row>(
    `SELECT communeCode AS commune, positionCode AS position, min(departmentCode) AS department, count(*) AS people
     FROM Invitee WHERE campaignId = ? GROUP BY communeCode, positionCode ORDER BY communeCode, positionCode`,
    campaignId,
  )
  const communes = [...new Set(rows.map(({ commune }) => commune))]
  const needs = neededBy(campaignId)
  const positions = [...new Set(rows.map(({ position }) => position))].sort().map((code) => ({
    code,
    department: rows.find(({ position }) => position === code)!.department,
    needs: measuring.competencies.flatMap((each, k) => (needs.get(code)?.has(each) ? [k] : [])),
  }))
  const source: BasisSource = {
    campaign: { title: campaign.title, closedAt: campaign.closedAt ?? campaign.estimatedAt },
    method: population?.method ?? methodVersion,
    sample: campaign.sample,
    sd: sum(population?.person ?? measuring.standard.prior),
    competencies: measuring.competencies.map((code, k) => ({
      code,
      domain: measuring.framework.domains[measuring.domainOf[k]!]!.code,
    })),
    communes,
    positions,
    groups: rows.map(({ commune, position, people }) => [
      communes.indexOf(commune),
      positions.findIndex(({ code }) => code === position),
      people,
    ]),
    figure: (place, position, measure) =>
      figureOf(released, place, position === null ? everybody : `position:${position}`, measure),
    spread: {
      commune: population ? sum(population.place) : 0.5,
      position: population ? sum(population.position) : 0.5,
    },
  }
  const basis = makeBasis(source)
  return basis.centre.some((centre) => centre !== null) ? { basis } : { fault: 'empty' }
}

/** The competencies of each main position: those that at least half of its people were asked to have. */
function neededBy(campaignId: string): Map<string, Set<string>> {
  const rows = reader.sql.all<{ position: string; competency: string }>(
    `SELECT i.positionCode AS position, t.key AS competency FROM Invitee i JOIN json_each(i.targets) t
     WHERE i.campaignId = ? GROUP BY i.positionCode, t.key
     HAVING 2 * count(*) >= (SELECT count(*) FROM Invitee o WHERE o.campaignId = i.campaignId AND o.positionCode = i.positionCode)`,
    campaignId,
  )
  const needs = new Map<string, Set<string>>()
  for (const { position, competency } of rows)
    needs.set(position, (needs.get(position) ?? new Set()).add(competency))
  return needs
}
