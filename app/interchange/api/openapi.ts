import { z } from 'zod'
import { paths } from '~/paths'
import type { Locale } from '~/platform/i18n/locale'
import { getT, type T } from '~/platform/i18n/translate'
import {
  alwaysRefused,
  apiBase,
  endpointIds,
  endpoints,
  pathParameters,
  type Endpoint,
  type EndpointId,
} from './endpoints'
import examples from './examples.json'
import { problemCodes, problems, type ProblemCode } from './problem'
import { problemBody } from './problem-body'
import { named } from './schemas/parts'

type Json = Record<string, unknown>

/**
 * The OpenAPI 3.1 description of the API in one language, written from the table of its addresses and from the schemas of
 * its answers, so that it says what is answered.
 */
export function openApi(locale: Locale): Json {
  const t = getT(locale, 'api')
  return {
    openapi: '3.1.0',
    info: {
      title: t('openapi.title'),
      version: '1.0.0',
      description: t('openapi.text'),
    },
    externalDocs: { description: t('openapi.page'), url: paths.api() },
    servers: [{ url: '/', description: t('openapi.server') }],
    tags: (['about', 'places', 'campaigns', 'plans', 'indicators'] as const).map((name) => ({
      name,
      description: t(`tag.${name}`),
    })),
    security: [{ token: [] }],
    paths: Object.fromEntries(
      endpointIds.map((id) => [apiBase + pathOf(id), { get: operation(locale, id) }]),
    ),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: t('openapi.token') } },
      schemas: schemas(t),
      headers: headers(t),
      responses: Object.fromEntries(problemCodes.map((code) => [code, problemResponse(locale, code)])),
      examples: Object.fromEntries(problemCodes.map((code) => [code, problemExample(locale, code)])),
    },
  }
}

function pathOf(id: EndpointId): string {
  return endpoints[id].path.replace(/\/$/, '')
}

function operation(locale: Locale, id: EndpointId): Json {
  const t = getT(locale, 'api')
  const { tag, query, answer, paged, refuses }: Endpoint = endpoints[id]
  return {
    operationId: id,
    tags: [tag],
    summary: t(`endpoint.${id}`),
    description: t(`endpoint.${id}.text`),
    parameters: [...inPath(t, id), ...inQuery(t, query), ...inHeader(t)],
    responses: {
      200: {
        description: t('response.200'),
        headers: {
          ETag: { $ref: '#/components/headers/ETag' },
          'Cache-Control': { $ref: '#/components/headers/Cache-Control' },
          ...(paged ? { Link: { $ref: '#/components/headers/Link' } } : {}),
        },
        content: {
          'application/json': {
            schema: { $ref: `#/components/schemas/${named.get(answer)!.id}` },
            example: examples[id],
          },
        },
      },
      304: { description: t('response.304'), headers: { ETag: { $ref: '#/components/headers/ETag' } } },
      ...refusals(t, [...refuses, ...alwaysRefused]),
    },
  }
}

/** One response a status: where several problems share it, each is an example of it. */
function refusals(t: T<'api'>, codes: readonly ProblemCode[]): Json {
  const statuses = [...new Set(codes.map((code) => problems[code]))]
  const ofStatus = (status: number) => codes.filter((code) => problems[code] === status)
  return Object.fromEntries(
    statuses
      .map((status) => [status, ofStatus(status)] as const)
      .map(([status, own]) => [
        status,
        own.length === 1
          ? { $ref: `#/components/responses/${own[0]!}` }
          : {
              description: own.map((code) => t(`problem.${code}.title`)).join(' · '),
              headers: headersOf(own[0]!),
              content: {
                'application/problem+json': {
                  schema: { $ref: '#/components/schemas/Problem' },
                  examples: Object.fromEntries(
                    own.map((code) => [code, { $ref: `#/components/examples/${code}` }]),
                  ),
                },
              },
            },
      ]),
  )
}

const around = { origin: 'https://itoso.example.gov.vn', requestId: '6c0f2a54-8a52-4a3e-9d53-6f0d5a7c1b11' }
const exampleValues = { names: 'size', page: 9, last: 3, seconds: 12, date: '30/11/2026' }

function problemExample(locale: Locale, code: ProblemCode): Json {
  const parameters = code === 'bad-query' ? [{ name: 'size', known: true }] : undefined
  const lastPage = code === 'no-such-page' ? exampleValues.last : undefined
  return { value: problemBody(locale, code, { values: exampleValues, parameters, lastPage }, around) }
}

function problemResponse(locale: Locale, code: ProblemCode): Json {
  return {
    description: getT(locale, 'api')(`problem.${code}.title`),
    headers: headersOf(code),
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: { [code]: { $ref: `#/components/examples/${code}` } },
      },
    },
  }
}

function headersOf(code: ProblemCode): Json {
  const name = ({ 401: 'WWW-Authenticate', 405: 'Allow', 429: 'Retry-After' } as Record<number, string>)[
    problems[code]
  ]
  return name ? { [name]: { $ref: `#/components/headers/${name}` } } : {}
}

function headers(t: T<'api'>): Json {
  const text = (name: Parameters<T<'api'>>[0]) => ({
    description: t(name),
    required: true,
    schema: { type: 'string' },
  })
  return {
    ETag: text('header.etag'),
    'Cache-Control': text('header.cache'),
    Link: text('header.link'),
    Allow: text('header.allow'),
    'WWW-Authenticate': text('header.authenticate'),
    'Retry-After': { ...text('header.retry'), schema: { type: 'integer', minimum: 1 } },
  }
}

function inPath(t: T<'api'>, id: EndpointId): Json[] {
  return [...endpoints[id].path.matchAll(/\{(id|code)\}/g)].map(([, name]) => {
    const { pattern, says } = pathParameters[name as keyof typeof pathParameters]
    return { name, in: 'path', required: true, description: t(says), schema: { type: 'string', pattern } }
  })
}

function inQuery(t: T<'api'>, query: z.ZodObject): Json[] {
  const { properties = {} } = z.toJSONSchema(query) as { properties?: Record<string, Json> }
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    ...{ name, in: 'query', required: false, description: t(description as 'query.page'), schema },
  }))
}

function inHeader(t: T<'api'>): Json[] {
  return [
    {
      name: 'If-None-Match',
      in: 'header',
      required: false,
      description: t('header.known'),
      schema: { type: 'string' },
    },
    {
      ...{ name: 'Accept-Language', in: 'header', required: false },
      ...{ description: t('header.language'), schema: { type: 'string', example: 'vi' } },
    },
  ]
}

/** The schemas of the answers. New fields may come: nothing is said of those that are not named. */
function schemas(t: T<'api'>): Json {
  const { schemas: made } = z.toJSONSchema(named, { uri: (id) => `#/components/schemas/${id}` })
  return translated(t, made) as Json
}

function translated(t: T<'api'>, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => translated(t, each))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]: [string, unknown]) => {
      if (key === '$schema' || key === '$id' || key === 'additionalProperties') return []
      if (key === 'description' && typeof each === 'string') return [[key, t(each as 'query.page')]]
      return [[key, translated(t, each)]]
    }),
  )
}
