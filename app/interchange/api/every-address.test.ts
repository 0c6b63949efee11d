import { describe, expect, test } from 'vitest'
import { apiChecks, apiWorld } from '../../../tests/builders/api'
import { freshDatabase } from '../../../tests/builders/database'
import { apiBase, endpointIds, endpoints, type EndpointId } from './endpoints'

await freshDatabase()
const check = await apiChecks()
const { ask, first, campaignId, planId, tokens } = await apiWorld()

const idOf = (id: EndpointId) => (id.startsWith('plan') ? planId : campaignId)
const address04 = (id: EndpointId, code = first) =>
  endpoints[id].path.replace('{id}', idOf(id)).replace('{code}', code).replace(/^\/$/, '')
const described = (id: EndpointId) => (apiBase + endpoints[id].path).replace(/\/$/, '')

describe.each(endpointIds)('%s answers as it says', (id) => {
  const path = address04(id)

  test('to a token of the province and to one of a commune', async () => {
    for (const kind of ['province', 'commune'] as const) {
      const { status, headers, body } = await ask(kind, path)
      expect(status, kind).toBe(200)
      check(described(id), status, headers, body)
      expect(headers.get('cache-control')).toContain('private')
      expect(headers.has('set-cookie')).toBe(false)
    }
  })

  test('to one that is missing, unknown, expired or revoked', async () => {
    const wrong = { authorization: `Bearer ${tokens.province.token.replace(/.$/, '-')}` }
    const tried = [
      ['token-missing', await ask(null, path)],
      ['token-missing', await ask(null, path, { cookie: 'its_session=abcdefghijklmnopqrstuvwxyz' })],
      ['token-missing', await ask(null, path, { authorization: 'Basic dXNlcjpwYXNz' })],
      ['token-unknown', await ask(null, path, wrong)],
      ['token-unknown', await ask(null, path, { authorization: 'Bearer abc' })],
      ['token-expired', await ask('expired', path)],
      ['token-revoked', await ask('revoked', path)],
    ] as const
    for (const [code, { status, headers, body }] of tried) {
      expect([status, body.code]).toEqual([401, code])
      check(described(id), status, headers, body)
    }
  })

  test('to a token of another province, to which nothing here exists', async () => {
    const { status, headers, body } = await ask('elsewhere', path)
    const own = /\{id\}/.test(endpoints[id].path) ? 404 : /\{code\}/.test(endpoints[id].path) ? 403 : 200
    expect(status).toBe(own)
    check(described(id), status, headers, body)
    expect(JSON.stringify(body)).not.toContain(first)
  })

  test('to a parameter that it does not know', async () => {
    const { status, headers, body } = await ask('province', `${path}?sizes=5`)
    expect([status, body.code, body.parameters?.map(({ name }) => name)]).toEqual([
      400,
      'bad-query',
      ['sizes'],
    ])
    check(described(id), status, headers, body)
  })

  test('to a page that does not exist', async () => {
    const { status, headers, body } = await ask('province', `${path}?page=99`)
    if (!endpoints[id].paged) {
      expect([status, body.code]).toEqual([400, 'bad-query'])
      return
    }
    expect([status, body.code, body.lastPage]).toEqual([404, 'no-such-page', 1])
    check(described(id), status, headers, body)
  })

  test('to another method and to who takes no JSON', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const { status, headers, body } = await ask('province', path, {}, method)
      expect([status, body.code]).toEqual([405, 'method-not-allowed'])
      expect(headers.get('allow')).toBe('GET, HEAD')
      check(described(id), status, headers, body)
    }
    const { status, headers, body } = await ask('province', path, { accept: 'text/csv' })
    expect([status, body.code]).toEqual([406, 'not-acceptable'])
    check(described(id), status, headers, body)
  })

  test('to who knows the answer already', async () => {
    const { headers } = await ask('province', path)
    const tag = headers.get('etag')!
    expect(tag).toMatch(/^"[\w-]{22}"$/)
    const again = await ask('province', path, { 'if-none-match': tag })
    expect([again.status, again.headers.get('etag')]).toEqual([304, tag])
    check(described(id), 304, again.headers, null)
  })
})
