import { conditionsReport, type WideAdvice } from '~/gaps/conditions-report.server'
import { reportCampaign } from '~/gaps/report-campaign.server'
import { workProvince } from '~/people/places/work-province.server'
import { now } from '~/platform/clock/now.server'
import { vietnamDay } from '~/platform/i18n/format'
import type { Bilingual } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import type { WorkSystem } from '~/assessment/form'
import { countStates, isLate, requestStates, type RequestGroup, type RequestState } from './request'
import { requestCampaigns, requestsOf, type RequestCampaign } from './requests-of.server'

type Choice = Pick<RequestCampaign, 'id' | 'title'>

/** What the figures suggest and nobody asked for: `communes` of `of` for which it is said. */
export type DerivedAdvice = Pick<WideAdvice, 'key' | 'who'> & {
  system: Bilingual | null
  communes: number
  of: number
}

export type RequestsView = {
  province: string
  campaigns: Choice[]
  campaign: RequestCampaign | null
  state: RequestState | null
  forms: number
  of: number
  asking: number
  /** Of all requests, whatever is filtered, each commune counted. */
  counts: Record<RequestState, number>
  late: number
  today: string
  groups: RequestGroup[]
  advice: DerivedAdvice[]
}

/** What the communes of a province ask for in one campaign, with what the figures suggest beside it; for its planner. */
export function viewRequests(
  actor: Actor,
  asked: { campaign: string | null; state: string | null },
): RequestsView {
  const provinceCode = workProvince(actor, 'requests.handle')
  authorise(actor, 'requests.handle', { provinceCode })
  const campaigns = requestCampaigns(provinceCode)
  const today = vietnamDay(now())
  const state = requestStates.find((each) => each === asked.state) ?? null
  const chosen = campaigns.find(({ id }) => id === asked.campaign) ?? campaigns[0]
  const choices = campaigns.map(({ id, title }) => ({ id, title }))
  const empty = { forms: 0, of: 0, asking: 0, groups: [], advice: [], late: 0, counts: countStates([]) }
  if (!chosen) return { province: '', campaigns: choices, campaign: null, state, today, ...empty }
  const { groups, ...rest } = requestsOf(actor, chosen.id)
  const all = groups.flatMap(({ requests }) => requests.flatMap(({ communes }) => communes))
  return {
    ...rest,
    province: chosen.province,
    campaigns: choices,
    state,
    today,
    counts: countStates(all),
    late: all.filter((each) => isLate(each, today)).length,
    groups: state ? inState(groups, state) : groups,
    advice: derived(actor, chosen.id),
  }
}

function inState(groups: readonly RequestGroup[], state: RequestState): RequestGroup[] {
  return groups.flatMap(({ who, requests }): RequestGroup[] => {
    const own = requests.flatMap((request) => {
      const communes = request.communes.filter((each) => each.state === state)
      return communes.length > 0 ? [{ ...request, communes }] : []
    })
    return own.length > 0 ? [{ who, requests: own }] : []
  })
}

/** Nothing before the figures are released. */
function derived(actor: Actor, campaignId: string): DerivedAdvice[] {
  if (reportCampaign(campaignId).estimatedAt === null) return []
  const { advice, campaign, rows } = conditionsReport(actor, campaignId)
  return advice.map(({ key, who, system, communes }) => ({
    key,
    who,
    system: nameOf(campaign.systems, system),
    communes: communes.length,
    of: rows.length,
  }))
}

function nameOf(systems: readonly WorkSystem[], code: string | undefined): Bilingual | null {
  const system = systems.find((each) => each.code === code)
  return system ? { vi: system.vi, en: system.en } : null
}
