import type { Domain } from '~/competency/framework'
import type { Bilingual } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import { measuringOf } from '../measuring.server'
import { analysedCampaign, titleOf } from './analysed-campaign.server'
import { campaignAnalysis } from './campaign-analysis.server'
import { figuresOf, type ItemFigures } from './item-figures.server'
import { fewestForFigures, gravityOf } from './item-flags'
import { sortByFigure, type ItemQuery, type ItemSort } from './item-sort'

export type ItemAnalysisView = {
  campaign: { id: string; title: Bilingual; open: boolean; adaptive: boolean; traces: boolean }
  at: string
  people: number
  adaptive: number
  enough: boolean
  test: Awaited<ReturnType<typeof campaignAnalysis>>['test']
  domains: Domain[]
  items: number
  /** Items of the whole campaign that something is remarkable about. */
  flagged: number
  rows: ItemFigures[]
}

/** The items of a campaign with their figures, filtered and ordered. */
export async function viewItemAnalysis(
  actor: Actor,
  campaignId: string,
  { sort, direction, competency }: ItemQuery,
): Promise<ItemAnalysisView> {
  const campaign = analysedCampaign(actor, campaignId)
  const { at, people, adaptive, test, items } = await campaignAnalysis(campaign)
  const rows = items.map(figuresOf).filter((row) => !competency || row.competency === competency)
  return {
    campaign: {
      id: campaign.id,
      title: titleOf(campaign),
      open: campaign.state === 'open',
      adaptive: adaptive > 0,
      traces: can(actor, 'quiz-trace.view', { provinceCode: campaign.provinceCode }),
    },
    at,
    people,
    adaptive,
    enough: people >= fewestForFigures,
    test: test && test.people >= fewestForFigures ? test : null,
    domains: measuringOf(campaign).framework.domains,
    items: items.length,
    flagged: items.filter((each) => each.flags.length > 0).length,
    rows: sort === 'code' && direction === 'asc' ? rows : sortByFigure(rows, orderOf(sort, rows), direction),
  }
}

function orderOf(sort: ItemSort, rows: ItemFigures[]): (row: ItemFigures) => number | null {
  if (sort === 'code') {
    const place = new Map(rows.map((row, i) => [row, i]))
    return (row) => place.get(row)!
  }
  if (sort === 'flags') return (row) => gravityOf(row.flags)
  return (row) => row[sort]
}
