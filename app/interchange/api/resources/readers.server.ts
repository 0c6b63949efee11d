import type { EndpointId } from '../endpoints'
import type { Asked, Reply } from '../reply'
import type { TokenHolder } from '../tokens/token-actor.server'
import { requests, scorecards } from './beside.server'
import { campaign, campaigns, measures, method, rates } from './campaigns.server'
import { communeReport, conditions, figures } from './figures.server'
import { indicatorFigures, indicators } from './indicators.server'
import { commune, communes, provinces, start } from './places.server'
import { planClasses, plan, plans } from './plans.server'

type Reader<Id extends EndpointId> = (holder: TokenHolder, asked: Asked<Id>) => Reply<Id>

/** What reads the answer of each address. */
export const readers: { [Id in EndpointId]: Reader<Id> } = {
  start,
  provinces: ({ actor }) => provinces(actor),
  communes: ({ actor }, asked) => communes(actor, asked),
  commune: ({ actor }, asked) => commune(actor, asked),
  campaigns: ({ actor }, asked) => campaigns(actor, asked),
  campaign: ({ actor }, asked) => campaign(actor, asked),
  measures: ({ actor }, asked) => measures(actor, asked),
  figures: ({ actor }, asked) => figures(actor, asked),
  communeReport: ({ actor }, asked) => communeReport(actor, asked),
  conditions: ({ actor }, asked) => conditions(actor, asked),
  rates: ({ actor }, asked) => rates(actor, asked),
  method: ({ actor }, asked) => method(actor, asked),
  requests: ({ actor }, asked) => requests(actor, asked),
  plans: ({ actor }) => plans(actor),
  plan: ({ actor }, asked) => plan(actor, asked),
  planClasses: ({ actor }, asked) => planClasses(actor, asked),
  indicators,
  indicatorValues: indicatorFigures,
  scorecards,
}
