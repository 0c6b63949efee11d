import { findCompetency } from '~/competency/framework'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { measuringOf } from '../measuring.server'
import { analysedCampaign, titleOf } from './analysed-campaign.server'
import { campaignAnalysis } from './campaign-analysis.server'
import { figuresOf } from './item-figures.server'
import { fewestForFigures } from './item-flags'
import { traceOf } from './kept-figures.server'

/** One item of a campaign: its figures, who chose what, and how it goes with doing well elsewhere. */
export async function viewItemFigures(actor: Actor, campaignId: string, itemId: string) {
  const campaign = analysedCampaign(actor, campaignId)
  const { items, adaptive, at } = await campaignAnalysis(campaign)
  const found = items.find(({ item }) => item.id === itemId)
  if (!found) throw refuse('notFound')
  const { item, analysis } = found
  const shown = analysis.people >= fewestForFigures
  const { framework } = measuringOf(campaign)
  return {
    campaign: { id: campaign.id, title: titleOf(campaign), open: campaign.state === 'open' },
    at,
    item,
    competency: findCompetency(framework, item.competency)?.name ?? null,
    level: framework.levels.find(({ level }) => level === item.level)?.name ?? null,
    figures: figuresOf(found),
    shown,
    byAbility: adaptive > 0,
    distractors: shown ? analysis.distractors : [],
    curves: shown ? analysis.curves : [],
    groups: shown ? analysis.groups : [],
    trace: traceOf(actor, item.code),
  }
}

export type ItemFiguresView = Awaited<ReturnType<typeof viewItemFigures>>
