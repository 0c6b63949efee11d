import { askedBy, namedCommunes } from '~/campaigns/requests/requests-of.server'
import { scoresOf } from '~/scorecards/scores-of.server'
import { isSample } from '~/platform/db/is-sample.server'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { metaOf, type Asked, type Reply } from '../reply'
import type { TokenHolder } from '../tokens/token-actor.server'
import { campaignFor, communesFor } from './campaign-for.server'

/** The scorecard of communes of the actor's place: of the newest snapshot, or as everything stands today. */
export function scorecards(
  { actor, provinceCode }: TokenHolder,
  { query }: Asked<'scorecards'>,
): Reply<'scorecards'> {
  authorise(actor, 'scorecard.view')
  const { snapshot, now } = scoresOf(provinceCode)
  const scores = query.of === 'snapshot' ? snapshot : now
  const own = (scores?.communes ?? [])
    .filter(({ code: communeCode }) => can(actor, 'scorecard.view', { provinceCode, communeCode }))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
  const sample = query.of === 'snapshot' ? (snapshot?.sample ?? isSample()) : isSample()
  return {
    stamp: null,
    total: own.length,
    make: (from, to) => ({
      data: own.slice(from, to).map(({ code, name, total, rank }) => ({
        place: { code, name },
        ...{ day: scores!.day, criteriaVersion: scores!.version, known: total.known, of: total.of, rank },
        points: { value: total.points, low: total.low, high: total.high },
      })),
      meta: metaOf(null, sample),
    }),
  }
}

/** What communes asked for in their own forms, by choice; what they wrote in their own words stays inside. */
export function requests(actor: Actor, { params }: Asked<'requests'>): Reply<'requests'> {
  const campaign = campaignFor(actor, params.id ?? '')
  authorise(actor, 'requests.view')
  const asked = askedBy(campaign.id, namedCommunes(communesFor(actor, campaign)))
    .filter(({ isOwnWords }) => !isOwnWords)
    .flatMap(({ key, text, communes }) => communes.map((commune) => ({ key, text, commune })))
    .sort((a, b) => (`${a.commune.code} ${a.key}` < `${b.commune.code} ${b.key}` ? -1 : 1))
  return {
    stamp: null,
    total: asked.length,
    make: (from, to) => ({
      data: asked.slice(from, to).map(({ key, text, commune: { code, name, state, who, dueOn } }) => ({
        ...{ code: key, text, state, who, dueOn },
        place: { code, name },
      })),
      meta: metaOf({ id: campaign.id, sample: campaign.sample }),
    }),
  }
}
