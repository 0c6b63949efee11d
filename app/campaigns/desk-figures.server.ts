import { frameworkVersion } from '~/competency/frameworks.server'
import { communeReport } from '~/gaps/commune-report.server'
import { figureOf, isShown, type Figure } from '~/gaps/figures'
import { allMeasures, type MeasureInfo } from '~/gaps/measure'
import { everybody, wholeProvince } from '~/gaps/pattern'
import { releasedFigures } from '~/gaps/released.server'
import { estimating, reportCampaign, type Estimating } from '~/gaps/report-campaign.server'
import type { Bilingual } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'

/** A gap as a desk names it: the share below target with its 90 % interval, and that of the province where it is another. */
export type DeskGap = {
  code: string
  name: Bilingual
  share: number
  low: number
  high: number
  province: number | null
}

/** What the newest closed campaign shows, or how far its figures are. */
export type DeskFigures = { estimating: Estimating | null; gaps: DeskGap[] }

const shown = 3

/** The domains in which most people of a province are below target. */
export function provinceFigures(campaignId: string): DeskFigures {
  const campaign = reportCampaign(campaignId)
  if (campaign.estimatedAt === null) return { estimating: estimating(campaign), gaps: [] }
  const released = releasedFigures(campaign)
  const domains = allMeasures(frameworkVersion(campaign.frameworkVersionId).framework).filter(
    ({ isDomain }) => isDomain,
  )
  const gaps = domains
    .flatMap((measure) => deskGap(measure, figureOf(released, wholeProvince, everybody, measure.code), null))
    .sort((a, b) => b.share - a.share)
  return { estimating: null, gaps: gaps.slice(0, shown) }
}

/** The competencies that a commune should begin with. */
export function communeFigures(actor: Actor, campaignId: string, communeCode: string): DeskFigures {
  const campaign = reportCampaign(campaignId)
  if (campaign.estimatedAt === null) return { estimating: estimating(campaign), gaps: [] }
  const { first } = communeReport(actor, campaignId, communeCode)
  return {
    estimating: null,
    gaps: first
      .flatMap(({ measure, figure, province }) => deskGap(measure, figure, province))
      .slice(0, shown),
  }
}

function deskGap({ code, name }: MeasureInfo, figure: Figure, province: Figure): DeskGap[] {
  if (!isShown(figure)) return []
  const { share, low, high } = figure
  return [{ code, name, share, low, high, province: isShown(province) ? province.share : null }]
}
