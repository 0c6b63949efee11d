import { z } from 'zod'
import { paths } from '~/paths'
import { CommuneRequest, Scorecard } from './schemas/beside'
import { Campaign, CampaignDetail, Method, Rate } from './schemas/campaigns'
import { CommuneReport, Measure, PlaceConditions, PlaceFigures } from './schemas/figures'
import { Indicator, IndicatorFigure } from './schemas/indicators'
import { day, list, one } from './schemas/parts'
import { Commune, Province, Start } from './schemas/places'
import { Plan, PlanClass } from './schemas/plans'
import type { ProblemCode } from './problem'

/** One address of the API: what may be asked, what is answered, and what may go wrong besides what always may. */
export type Endpoint = {
  /** After `/api/v1`, with parameters in braces. */
  path: string
  tag: 'about' | 'places' | 'campaigns' | 'plans' | 'indicators'
  query: z.ZodObject
  answer: z.ZodType
  /** Whether the answer is a page of a list. */
  paged: boolean
  refuses: readonly ProblemCode[]
}

const pages = {
  page: z.coerce.number().int().min(1).max(100_000).default(1).describe('query.page'),
  size: z.coerce.number().int().min(1).max(200).default(100).describe('query.size'),
}
const nothing = z.strictObject({})
const paged = z.strictObject(pages)
const place = z.enum(['commune', 'province']).default('commune').describe('query.place')

const measure = z
  .string()
  .regex(/^[a-z0-9:.-]{1,20}(,[a-z0-9:.-]{1,20}){0,39}$/)
  .default('domains')
  .describe('query.measure')

const group = z
  .string()
  .regex(/^(everybody|(department|position):[a-z0-9-]{1,60})$/)
  .default('everybody')
  .describe('query.group')

const ofReport: ProblemCode[] = ['not-found', 'not-released', 'being-estimated']
const ofList: ProblemCode[] = ['bad-query', 'no-such-page']

/** Every address of the API. Its description, its answers and its tests are made from this table. */
export const endpoints = {
  start: {
    ...{ path: '/', tag: 'about', query: nothing, paged: false },
    answer: one('StartAnswer', Start),
    refuses: ['bad-query'],
  },
  provinces: {
    ...{ path: '/provinces', tag: 'places', query: paged, paged: true },
    answer: list('ProvinceList', Province),
    refuses: ofList,
  },
  communes: {
    ...{ path: '/communes', tag: 'places', paged: true },
    query: z.strictObject({
      ...pages,
      validity: z.enum(['current', 'all']).default('current').describe('query.validity'),
    }),
    answer: list('CommuneList', Commune),
    refuses: ofList,
  },
  commune: {
    ...{ path: '/communes/{code}', tag: 'places', query: nothing, paged: false },
    answer: one('CommuneAnswer', Commune),
    refuses: ['bad-query', 'other-place', 'not-found'],
  },
  campaigns: {
    ...{ path: '/campaigns', tag: 'campaigns', paged: true },
    query: z.strictObject({
      ...pages,
      state: z.enum(['all', 'open', 'closed', 'released']).default('all').describe('query.state'),
    }),
    answer: list('CampaignList', Campaign),
    refuses: ofList,
  },
  campaign: {
    ...{ path: '/campaigns/{id}', tag: 'campaigns', query: nothing, paged: false },
    answer: one('CampaignAnswer', CampaignDetail),
    refuses: ['bad-query', 'not-found'],
  },
  measures: {
    ...{ path: '/campaigns/{id}/measures', tag: 'campaigns', query: paged, paged: true },
    answer: list('MeasureList', Measure),
    refuses: [...ofList, 'not-found'],
  },
  figures: {
    ...{ path: '/campaigns/{id}/figures', tag: 'campaigns', paged: true },
    query: z.strictObject({ ...pages, place, measure, group }),
    answer: list('FigureList', PlaceFigures),
    refuses: [...ofList, 'other-place', ...ofReport],
  },
  communeReport: {
    ...{ path: '/campaigns/{id}/communes/{code}', tag: 'campaigns', query: nothing, paged: false },
    answer: one('CommuneReportAnswer', CommuneReport),
    refuses: ['bad-query', 'other-place', ...ofReport],
  },
  conditions: {
    ...{ path: '/campaigns/{id}/conditions', tag: 'campaigns', paged: true },
    query: z.strictObject({ ...pages, place }),
    answer: list('ConditionList', PlaceConditions),
    refuses: [...ofList, 'other-place', ...ofReport],
  },
  rates: {
    ...{ path: '/campaigns/{id}/rates', tag: 'campaigns', query: paged, paged: true },
    answer: list('RateList', Rate),
    refuses: [...ofList, 'not-found'],
  },
  method: {
    ...{ path: '/campaigns/{id}/method', tag: 'campaigns', query: nothing, paged: false },
    answer: one('MethodAnswer', Method),
    refuses: ['bad-query', ...ofReport],
  },
  requests: {
    ...{ path: '/campaigns/{id}/requests', tag: 'campaigns', query: paged, paged: true },
    answer: list('CommuneRequestList', CommuneRequest),
    refuses: [...ofList, 'not-found'],
  },
  plans: {
    ...{ path: '/plans', tag: 'plans', query: paged, paged: true },
    answer: list('PlanList', Plan),
    refuses: ofList,
  },
  plan: {
    ...{ path: '/plans/{id}', tag: 'plans', query: nothing, paged: false },
    answer: one('PlanAnswer', Plan),
    refuses: ['bad-query', 'not-found'],
  },
  planClasses: {
    ...{ path: '/plans/{id}/classes', tag: 'plans', query: paged, paged: true },
    answer: list('PlanClassList', PlanClass),
    refuses: [...ofList, 'not-found'],
  },
  indicators: {
    ...{ path: '/indicators', tag: 'indicators', query: paged, paged: true },
    answer: list('IndicatorList', Indicator),
    refuses: ofList,
  },
  indicatorValues: {
    ...{ path: '/indicators/values', tag: 'indicators', paged: true },
    query: z.strictObject({
      ...pages,
      indicator: z
        .string()
        .regex(/^[a-z0-9-]{1,60}$/)
        .optional()
        .describe('query.indicator'),
      until: day.optional().describe('query.until'),
    }),
    answer: list('IndicatorValueList', IndicatorFigure),
    refuses: ofList,
  },
  scorecards: {
    ...{ path: '/scorecards', tag: 'indicators', paged: true },
    query: z.strictObject({
      ...pages,
      of: z.enum(['snapshot', 'today']).default('snapshot').describe('query.of'),
    }),
    answer: list('ScorecardList', Scorecard),
    refuses: ofList,
  },
} as const satisfies Record<string, Endpoint>

export type EndpointId = keyof typeof endpoints
export const endpointIds = Object.keys(endpoints) as EndpointId[]

/** Where the API begins, and its description. */
export const apiBase = paths.apiV1().slice(0, -1)
export const descriptionPath = '/openapi.json'

/** What may go wrong at every address that asks for a token. */
export const alwaysRefused = [
  'token-missing',
  'token-unknown',
  'token-expired',
  'token-revoked',
  'method-not-allowed',
  'not-acceptable',
  'too-many',
  'went-wrong',
] as const satisfies readonly ProblemCode[]

/** The patterns of the parameters that stand in paths. */
export const pathParameters = {
  id: { pattern: '^[A-Za-z0-9-]{1,60}$', says: 'path.id' },
  code: { pattern: '^[0-9]{5}$', says: 'path.code' },
} as const

type Params = Partial<Record<keyof typeof pathParameters, string>>

/** The endpoint of a path after `/api/v1`, with its parameters; null where there is none. A path of fixed words wins. */
export function matchPath(path: string): { id: EndpointId; params: Params } | null {
  const asked = path.split('/').filter(Boolean)
  for (const id of endpointIds) {
    const parts = endpoints[id].path.split('/').filter(Boolean)
    if (parts.length !== asked.length) continue
    const params: Params = {}
    const fits = parts.every((part, i) => {
      const name = /^\{(id|code)\}$/.exec(part)?.[1] as keyof Params | undefined
      if (!name) return part === asked[i]
      params[name] = asked[i]!
      return new RegExp(pathParameters[name].pattern).test(asked[i]!)
    })
    if (fits) return { id, params }
  }
  return null
}
