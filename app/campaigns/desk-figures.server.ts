import { communeReport, type CommuneReport } from '~/gaps/commune-report.server'
import { isShown, type Figure } from '~/gaps/figures'
import type { MeasureInfo } from '~/gaps/measure'
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

/** What a commune's part of a report comes to on one screen. */
export type CommuneGlance = Pick<CommuneReport, 'overall' | 'overallChange' | 'trend'> & {
  campaignId: string
  asked: number
  submitted: number
  /** Whether there is a campaign before to compare with. */
  compared: boolean
  /** Conditions of work that most people of the commune surely lack, of those that are told. */
  lacking: Bilingual[]
  conditions: number
}

/** What the newest closed campaign shows, or how far its figures are. */
export type DeskFigures = { estimating: Estimating | null; gaps: DeskGap[]; glance: CommuneGlance | null }

const shown = 3

/** The competencies that a commune should begin with, and where it is. */
export function communeFigures(actor: Actor, campaignId: string, communeCode: string): DeskFigures {
  const campaign = reportCampaign(campaignId)
  if (campaign.estimatedAt === null) return { estimating: estimating(campaign), gaps: [], glance: null }
  const report = communeReport(actor, campaignId, communeCode)
  const { first, overall, overallChange, trend, commune, earlier, conditions } = report
  const told = conditions.flatMap((each) => (each.hidden ? [] : [each]))
  return {
    estimating: null,
    gaps: first
      .flatMap(({ measure, figure, province }) => deskGap(measure, figure, province))
      .slice(0, shown),
    glance: {
      campaignId,
      asked: commune.asked,
      submitted: commune.submitted,
      overall,
      overallChange,
      trend,
      compared: earlier !== null,
      lacking: told.flatMap(({ state, name }) => (state === 'lacking' ? [name] : [])),
      conditions: told.length,
    },
  }
}

function deskGap({ code, name }: MeasureInfo, figure: Figure, province: Figure): DeskGap[] {
  if (!isShown(figure)) return []
  const { share, low, high } = figure
  return [{ code, name, share, low, high, province: isShown(province) ? province.share : null }]
}
