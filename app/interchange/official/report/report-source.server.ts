import { requestsOf } from '~/campaigns/requests/requests-of.server'
import { conditionsReport } from '~/gaps/conditions-report.server'
import { figureOf } from '~/gaps/figures'
import { figuresOfReport } from '~/gaps/figures-of-report.server'
import { parseGapQuery } from '~/gaps/gap-query'
import { methodReport } from '~/gaps/method-report.server'
import { everybody } from '~/gaps/pattern'
import { positionsReport } from '~/gaps/positions-report.server'
import { provinceReport } from '~/gaps/province-report.server'
import { reportCampaign, requireReleased } from '~/gaps/report-campaign.server'
import { reportRates } from '~/gaps/report-rates.server'
import { reader } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { provinceWords } from '../letterhead.server'
import type { ReportSource } from './report-source'

/** What the report on a closed and released campaign says, for a planner of its province. */
export function reportSource(actor: Actor, campaignId: string): ReportSource & { sample: boolean } {
  const campaign = reportCampaign(campaignId)
  authorise(actor, 'report.province', { provinceCode: campaign.provinceCode })
  requireReleased(campaign)
  const report = provinceReport(actor, campaignId, parseGapQuery(new URLSearchParams()))
  const figures = report.figures!
  const conditions = conditionsReport(actor, campaignId)
  const method = methodReport(actor, campaignId)
  const { released } = figuresOfReport(campaign, everybody)
  const { submitted, asked, communes, low } = report.response
  const { opensOn } = reader.sql.get<{ opensOn: string }>(
    'SELECT opensOn FROM Campaign WHERE id = ?',
    campaignId,
  )!
  return {
    sample: campaign.sample,
    province: provinceWords(campaign.provinceCode),
    title: campaign.title,
    opensOn,
    closesOn: campaign.closesOn,
    closedAt: campaign.closedAt,
    response: { submitted, asked, communes, low },
    domains: report.domains,
    whole: figures.province,
    overall: figures.overall,
    overallChange: figures.overallChange,
    earlier: figures.earlier,
    worst: figures.worst,
    above: figures.above,
    communes: reportRates(campaign, everybody).map((rate) => ({
      ...rate,
      cells: report.domains.map(({ code }) => figureOf(released, rate.code, everybody, code)),
    })),
    quadrants: conditions.rows.map(({ place }) => place.quadrant),
    positions: positionsReport(actor, campaignId).positions,
    conditions: figures.conditions,
    proposals: conditions.advice.map(({ who, key, system, communes: named }) => ({
      who,
      key,
      system: campaign.systems.find(({ code }) => code === system) ?? null,
      communes: named.map(({ name }) => name),
    })),
    requests: requestsOf(actor, campaignId),
    method: {
      version: method.method ?? '',
      standard: method.standard.version,
      framework: method.framework.title,
      hash: method.snapshot?.hash ?? null,
    },
  }
}
