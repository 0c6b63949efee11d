import { inSentence, placeOfCommune } from '~/people/places/places.server'
import { now } from '~/platform/clock/now.server'
import { vietnamDay } from '~/platform/i18n/format'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { hasSubmittedForm } from '~/gaps/commune-answers.server'
import { countStates, type AskedRequest, type RequestState } from './request'
import { askedBy, namedCommunes, requestCampaigns, type RequestCampaign } from './requests-of.server'

/** `spoken`: the name within a sentence; `submitted`: the commune has sent its form in; before that it has asked for nothing. */
export type CommuneRequestsView = {
  commune: { code: string; name: string; spoken: string }
  campaigns: Pick<RequestCampaign, 'id' | 'title'>[]
  campaign: RequestCampaign | null
  submitted: boolean
  requests: AskedRequest[]
  counts: Record<RequestState, number>
  handles: boolean
  /** The form of the campaign can still be answered by the actor. */
  answers: boolean
  today: string
}

/** What one commune asked for in a campaign and what has come of it, for its leader and the planner of its province. */
export function communeRequests(
  actor: Actor,
  communeCode: string,
  campaignId: string | null,
): CommuneRequestsView {
  const place = placeOfCommune(communeCode)
  authorise(actor, 'requests.view', place)
  const campaigns = requestCampaigns(place.provinceCode, communeCode)
  const campaign =
    campaigns.find(({ id }) => id === campaignId) ??
    campaigns.find(({ id }) => hasSubmittedForm(id, communeCode)) ??
    campaigns[0] ??
    null
  const commune = namedCommunes([communeCode])[0]!
  const requests = campaign ? askedBy(campaign.id, [commune]) : []
  const submitted = campaign !== null && hasSubmittedForm(campaign.id, communeCode)
  return {
    commune: { ...commune, spoken: inSentence(commune.name) },
    campaigns: campaigns.map(({ id, title }) => ({ id, title })),
    campaign,
    submitted,
    requests,
    counts: countStates(requests.flatMap(({ communes }) => communes)),
    handles: can(actor, 'requests.handle', place),
    answers: !submitted && campaign?.state === 'open' && can(actor, 'commune-survey.answer', place),
    today: vietnamDay(now()),
  }
}
