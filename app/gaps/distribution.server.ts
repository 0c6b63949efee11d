import { measuringOf } from '~/assessment/measuring.server'
import type { Components } from '~/assessment/irt/prior'
import { needsOf } from '~/assessment/needs'
import type { Targets } from '~/competency/framework'
import { thresholdsOf } from '~/competency/standard'
import { reader } from '~/platform/db/db.server'
import { curve, levelShares, type LevelShare } from './distribution'
import { isShown, type Figure } from './figures'
import { wholeProvince } from './pattern'
import { Recent } from './recent'
import { releasedPart } from './released-parts.server'
import type { ReportCampaign } from './report-campaign.server'

/** How the people asked spread over the levels of a competency, and how many positions' people need each level. */
export type Distribution = {
  levels: (LevelShare & { needed: number })[]
  curve: { x: number; y: number }[]
  cuts: number[]
  people: number
}

type Needed = { people: number; threshold: number; byLevel: Map<number, number> }

const cache = new Recent<ReadonlyMap<string, Needed>>(24)

/**
 * The spread of one competency over a place that may be shown, from what was released and nothing else: the mean ability is
 * the mean distance to target plus the mean target of the people asked, with the distance's own uncertainty; the variance
 * is that of the released model within people, between positions and, of the province, between places. Null where the
 * figure is not shown or no model was released.
 */
export function distributionOf(
  campaign: ReportCampaign,
  competency: string,
  place: string,
  figure: Figure,
): Distribution | null {
  const population = releasedPart(campaign.id, 'population')
  const needed = neededAt(campaign, place).get(competency)
  if (!isShown(figure) || !population || !needed || needed.people === 0) return null
  const { framework, standard } = measuringOf(campaign)
  const thresholds = thresholdsOf(standard, framework, competency)
  const { person, position, place: between } = population
  const variance = total(person) + total(position) + (place === wholeProvince ? total(between) : 0)
  const spread = {
    mean: figure.distance + needed.threshold / needed.people,
    meanSd: figure.distanceSd,
    sd: Math.sqrt(variance),
  }
  const ends = [
    Math.min(spread.mean - 3 * spread.sd, thresholds[0]!.from),
    Math.max(spread.mean + 3 * spread.sd, thresholds.at(-1)!.from),
  ] as const
  return {
    levels: levelShares(spread, thresholds).map((each) => ({
      ...each,
      needed: needed.byLevel.get(each.level) ?? 0,
    })),
    curve: curve(spread, ...ends),
    cuts: thresholds.map(({ from }) => from),
    people: needed.people,
  }
}

function total({ general, domain, own }: Components): number {
  return general + domain + own
}

/** Of the people asked at a place whose position needs a competency: how many, the sum of their thresholds, and their levels. */
function neededAt(campaign: ReportCampaign, place: string): ReadonlyMap<string, Needed> {
  return cache.get(`${campaign.id} ${campaign.estimatedAt} ${place}`, () => {
    const scale = measuringOf(campaign)
    const rows = reader.sql.all<{ targets: string; people: number }>(
      `SELECT targets, count(*) AS people FROM Invitee WHERE campaignId = ? AND (? = '' OR communeCode = ?) GROUP BY targets`,
      campaign.id,
      place,
      place,
    )
    const needed = new Map<string, Needed>()
    for (const { targets, people } of rows) {
      for (const { competency, threshold } of needsOf(scale, JSON.parse(targets) as Targets)) {
        const level = thresholdsOf(scale.standard, scale.framework, competency).find(
          ({ from }) => from === threshold,
        )!.level
        const known = needed.get(competency) ?? {
          people: 0,
          threshold: 0,
          byLevel: new Map<number, number>(),
        }
        known.people += people
        known.threshold += people * threshold
        known.byLevel.set(level, (known.byLevel.get(level) ?? 0) + people)
        needed.set(competency, known)
      }
    }
    return needed
  })
}
