import Ajv2020 from 'ajv/dist/2020'
import { expect } from 'vitest'
import { plannerOf } from './actors'
import { campaign } from './campaign'
import { carriedPlans } from './carried-plan'
import { closedCampaign } from './closed-campaign'

type Json = Record<string, unknown>
type Operation = {
  responses: Record<string, { $ref?: string; headers?: Json; content?: Record<string, Json> }>
}
type Description = {
  paths: Record<string, { get: Operation }>
  components: { responses: Record<string, Operation['responses'][string]> }
}

/** Checks answers against the description of the API: status, headers, content; a field that it does not name is a fault. */
export async function apiChecks() {
  const { openApi } = await import('~/interchange/api/openapi')
  const document = closed(openApi('en')) as Description
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false })
  ajv.addSchema(document, 'api')
  /** The path is one of the description, such as `/api/v1/campaigns/{id}`. */
  return (path: string, status: number, headers: Headers, body: unknown): void => {
    const operation = document.paths[path]?.get
    const found = operation?.responses[status]
    expect(found, `${path} says nothing of ${status}`).toBeDefined()
    const response = found!.$ref ? document.components.responses[found!.$ref.split('/').pop()!]! : found!
    for (const name of Object.keys(response.headers ?? {}))
      expect(headers.get(name), `${path} ${name}`).not.toBeNull()
    const [type, content] = Object.entries(response.content ?? {})[0] ?? []
    if (!type) return
    expect(headers.get('content-type')).toContain(type)
    const ref = (content!.schema as { $ref: string }).$ref
    const validate = ajv.getSchema(`api${ref}`)
    expect(validate, ref).toBeDefined()
    expect(validate!(body), `${path} ${status}: ${ajv.errorsText(validate!.errors)}`).toBe(true)
  }
}

function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed)
  if (typeof value !== 'object' || value === null) return value
  const all = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, closed(each)]))
  return all.type === 'object' && all.properties ? { ...all, additionalProperties: false } : all
}

export type Place = { provinceCode: string; communeCode?: string }

/** A token of a place, issued by a planner of its province through the use case. */
export async function apiToken({ provinceCode, communeCode }: Place): Promise<{ id: string; token: string }> {
  const { issueToken } = await import('~/interchange/api/tokens/issue-token.server')
  const form = { name: 'Trung tâm thử', province: provinceCode, commune: communeCode, days: 365 as const }
  const { issued } = await issueToken(plannerOf(provinceCode), form)
  if (!issued) throw new Error('the token was not issued')
  return issued
}

export type ApiAnswer = {
  status: number
  headers: Headers
  body: {
    data: Record<string, unknown>[] & Record<string, unknown>
    meta: Record<string, unknown>
    page: { total: number; pages: number }
    links: Record<string, string | null>
    code: string
    parameters?: { name: string }[]
    lastPage?: number
    title: string
  }
}

/**
 * What the API is asked about: in province 04 a released campaign with a commune of 12, one of 30, one too small and one that
 * nobody answered in, one before it, an open one and a draft, an approved plan; a campaign of province 08; tokens of every kind.
 */
export async function apiWorld() {
  const { inTransaction, reader } = await import('~/platform/db/db.server')
  const { wholeBody } = await import('~/platform/http/whole-body.server')
  const { setClock } = await import('~/platform/clock/now.server')
  const { answerApi } = await import('~/interchange/api/answer.server')
  const { revokeToken } = await import('~/interchange/api/tokens/revoke-token.server')
  const { apiBase } = await import('~/interchange/api/endpoints')
  const { approved, communes } = await carriedPlans()
  const [first, second, third, quiet] = communes as [string, string, string, string]
  const far = reader.sql.get<{ code: string }>(
    "SELECT code FROM Commune WHERE provinceCode = '08' AND validTo IS NULL",
  )!.code
  const { campaignId } = await closedCampaign('04', [first, second, third, quiet])
  const before = await closedCampaign('04', [first, second, third, quiet], {
    closedAt: new Date('2026-10-20T10:00:00Z'),
  })
  const openId = await campaign({ provinceCode: '04', communeCodes: [first, second] })
  const draftId = await campaign({ provinceCode: '04', communeCodes: [first], state: 'draft' })
  const farId = await campaign({ provinceCode: '08', communeCodes: [far] })
  const { planId } = await approved()
  await indicatorValues([first, second])
  await scorecard()
  await communeForm(campaignId, first)
  const tokens = {
    province: await apiToken({ provinceCode: '04' }),
    commune: await apiToken({ provinceCode: '04', communeCode: first }),
    elsewhere: await apiToken({ provinceCode: '08' }),
    revoked: await apiToken({ provinceCode: '04' }),
    expired: await apiToken({ provinceCode: '04' }),
  }
  await revokeToken(plannerOf('04'), tokens.revoked.id)
  await inTransaction((tx) =>
    tx.apiToken.update({ where: { id: tokens.expired.id }, data: { expiresAt: new Date('2026-01-01') } }),
  )
  let seconds = 0
  const begun = Date.now()

  async function send(
    token: string | null,
    path: string,
    headers: Record<string, string>,
    method: string,
    client: string,
  ) {
    const own: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
    const request = new Request(`http://localhost${apiBase}${path}`, {
      method,
      headers: { ...own, ...headers },
    })
    const response = await answerApi(request, {
      clientAddress: client,
      acceptEncoding: headers['accept-encoding'] ?? '',
      requestId: '6c0f2a54-8a52-4a3e-9d53-6f0d5a7c1b11',
    })
    const text = wholeBody(response)
    const plain = text === undefined || response.headers.get('content-encoding') ? '{}' : String(text)
    return {
      status: response.status,
      headers: response.headers,
      body: JSON.parse(plain) as ApiAnswer['body'],
    }
  }
  const later = () => setClock(new Date(begun + (seconds += 1) * 1000))
  return {
    ...{ first, second, third, quiet, far, campaignId, before, openId, draftId, farId, planId, tokens },
    /** Asks as somebody with a token, each time from another address and a second later, so that nobody asks too often. */
    ask: (
      kind: keyof typeof tokens | null,
      path: string,
      headers: Record<string, string> = {},
      method = 'GET',
    ) => {
      later()
      const client = `10.0.${Math.floor(seconds / 250)}.${seconds % 250}`
      return send(kind && tokens[kind].token, path, headers, method, client)
    },
    /** Asks with each of `given` in the same moment. */
    askAtOnce: async (given: string[], client: string): Promise<ApiAnswer[]> => {
      seconds += 1000
      later()
      const answers: ApiAnswer[] = []
      for (const token of given) answers.push(await send(token, '', {}, 'GET', client))
      return answers
    },
  }
}

/** A value of an indicator of the first set in each commune. */
async function indicatorValues(communes: string[]): Promise<void> {
  const { inTransaction } = await import('~/platform/db/db.server')
  const { addFirstSet } = await import('~/gaps/indicators/edit-indicator.server')
  await addFirstSet(plannerOf('04'))
  await inTransaction(async (tx) => {
    const { id: indicatorId } = await tx.indicator.findFirstOrThrow({ where: { code: 'on-time' } })
    const values = communes.map((communeCode, i) => ({
      ...{ indicatorId, communeCode, date: '2026-09-30', value: 90 + i, source: 'Cổng dịch vụ công' },
      of: i === 0 ? 200 : null,
    }))
    await tx.indicatorImport.create({
      data: {
        ...{ id: 'values', provinceCode: '04', fileName: 'x.xlsx', at: new Date(), by: 'test' },
        ...{ added: values.length, changed: 0, same: 0, values: { create: values } },
      },
    })
  })
}

/** The example of criteria, in force, with a snapshot. */
async function scorecard(): Promise<void> {
  const { beginDraft, publishDraft } = await import('~/scorecards/edit/draft.server')
  const { takeSnapshot } = await import('~/scorecards/snapshots/snapshots.server')
  await beginDraft(plannerOf('04'))
  await publishDraft(plannerOf('04'), '2026-01-01')
  if (!(await takeSnapshot(plannerOf('04'), 'Quý III'))) throw new Error('no snapshot was taken')
}

/** What a commune asks for: a choice, and words of its own. */
async function communeForm(campaignId: string, communeCode: string): Promise<void> {
  const { inTransaction } = await import('~/platform/db/db.server')
  const at = new Date('2026-11-10T08:00:00Z')
  const answers = { requests: ['computers', 'training'], suggestion: 'Xin thêm máy quét cho bà Nông Thị A' }
  await inTransaction((tx) =>
    tx.sitting.create({
      data: {
        ...{ id: `form-${communeCode}`, kind: 'commune', campaignId, communeCode, plan: '[]' },
        ...{ communeKey: `${campaignId}:${communeCode}`, formVersionId: 'commune-conditions@1' },
        ...{ channel: 'intake', locale: 'vi', startedAt: at, submittedAt: at },
        responses: {
          create: Object.entries(answers).map(([step, value]) => ({
            ...{ step, answerId: step, value: JSON.stringify(value), at },
          })),
        },
      },
    }),
  )
}
