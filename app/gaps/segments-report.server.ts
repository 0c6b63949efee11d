import { measuringOf } from '~/assessment/measuring.server'
import { frameworkVersion } from '~/competency/frameworks.server'
import { levelWidth } from '~/competency/standard'
import { reader } from '~/platform/db/db.server'
import type { Bilingual } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { everybody } from './pattern'
import { communeRates, positionResponses } from './places.server'
import { releasedPart } from './released-parts.server'
import { reportCampaign, requireReleased } from './report-campaign.server'
import { segmentNeeds, type SegmentNeed } from './segment-needs'
import type { Segment } from './segments/segment-people'

/** People of one place or position by segment, null where it would show fewer than five. */
export type SegmentRow = { code: string; name: string; counts: (number | null)[] }

export type SegmentPart = Segment & {
  /** Positions with most people in it among those that may be shown. */
  positions: { name: Bilingual; n: number }[]
  needs: SegmentNeed[]
}

const mostPositions = 5

const targetsSql = `SELECT t.key AS competency, t.value AS level, count(*) AS n
  FROM Invitee i, json_each(i.targets) t WHERE i.campaignId = ? GROUP BY t.key, t.value`

/** Groups of people with like gaps, where they work, and what each needs to learn. */
export function segmentsReport(actor: Actor, campaignId: string) {
  const campaign = reportCampaign(campaignId)
  authorise(actor, 'report.province', { provinceCode: campaign.provinceCode })
  requireReleased(campaign)
  const { framework } = frameworkVersion(campaign.frameworkVersionId)
  const { segments, criterion } = releasedPart(campaignId, 'segments') ?? { segments: [], criterion: null }
  const cells = releasedPart(campaignId, 'segment-cells') ?? { communes: {}, positions: {} }
  const { standard } = measuringOf(campaign)
  const targets = reader.sql.all<{ competency: string; level: number; n: number }>(targetsSql, campaignId)
  const positions = positionResponses(campaignId)
  return {
    campaign,
    framework,
    criterion,
    segments: segments.map((segment): SegmentPart => ({
      ...segment,
      positions: positions
        .flatMap(({ position, name }) => {
          const n = cells.positions[position]?.[segment.index] ?? null
          return n === null || n === 0 ? [] : [{ name, n }]
        })
        .sort((a, b) => b.n - a.n)
        .slice(0, mostPositions),
      needs: segmentNeeds(segment, framework, targets, (code) => levelWidth(standard, framework, code)),
    })),
    communes: communeRates(campaignId, campaign.communeCodes, everybody).map(
      ({ code, name }): SegmentRow => ({
        code,
        name,
        counts: segments.map(({ index }) => cells.communes[code]?.[index] ?? null),
      }),
    ),
  }
}

export type SegmentsReport = ReturnType<typeof segmentsReport>
