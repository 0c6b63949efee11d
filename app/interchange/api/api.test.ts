import { expect, test } from 'vitest'
import { apiChecks, apiToken, apiWorld, type ApiAnswer } from '../../../tests/builders/api'
import { freshDatabase } from '../../../tests/builders/database'
import { apiBase } from './endpoints'

await freshDatabase()
const check = await apiChecks()
const world = await apiWorld()
const { ask, askAtOnce, first, second, third, quiet, far, tokens } = world
const { campaignId, before, openId, draftId, farId, planId } = world

test('a campaign that does not exist, a draft and one of another province are told apart by nothing', async () => {
  for (const end of ['', '/measures', '/figures', '/conditions', '/rates', '/method', `/communes/${first}`]) {
    const bodies = await Promise.all(
      ['no-such-campaign', draftId, farId].map((id) => ask('province', `/campaigns/${id}${end}`)),
    )
    expect(bodies.map(({ status }) => status)).toEqual([404, 404, 404])
    expect(new Set(bodies.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  }
})

test('a token of a commune reads that commune and no other', async () => {
  const { body } = await ask('commune', `/campaigns/${campaignId}/figures`)
  expect(body.data.map((each) => (each.place as { code: string }).code)).toEqual([first])
  for (const path of [
    `/campaigns/${campaignId}/figures?place=province`,
    `/campaigns/${campaignId}/conditions?place=province`,
    `/campaigns/${campaignId}/communes/${second}`,
    `/communes/${second}`,
    `/communes/${far}`,
  ])
    expect([path, (await ask('commune', path)).body.code]).toEqual([path, 'other-place'])
  expect((await ask('commune', '/communes')).body.page.total).toBe(1)
  const classes = (await ask('commune', `/plans/${planId}/classes`)).body.data
  expect(classes.length).toBeGreaterThan(0)
  for (const each of classes) {
    expect((each.seats as { place: { code: string } }[]).map(({ place }) => place.code)).toEqual([first])
    expect([each.cost, each.named, each.completed]).toEqual([null, null, null])
  }
})

test('figures are those of the report, hidden ones without a number', async () => {
  const { reportCampaign } = await import('~/gaps/report-campaign.server')
  const { releasedFigures } = await import('~/gaps/released.server')
  const { figureOf, isShown } = await import('~/gaps/figures')
  const released = releasedFigures(reportCampaign(campaignId))
  const seen = new Set<string>()
  const groups = ['everybody', 'department:office', 'department:economy']
  for (const group of groups) {
    const { body } = await ask('province', `/campaigns/${campaignId}/figures?measure=domains&group=${group}`)
    expect(body.data.map((each) => (each.place as { code: string }).code)).toEqual(
      [first, second, third, quiet].sort(),
    )
    for (const { place, figures } of body.data as unknown as {
      place: { code: string }
      figures: { measure: string; status: string; n?: number; share?: { value: number } }[]
    }[])
      for (const figure of figures) {
        const own = figureOf(released, place.code, group === 'everybody' ? '' : group, figure.measure)
        seen.add(figure.status)
        if (isShown(own)) {
          expect([figure.n, figure.share?.value]).toEqual([own.n, Math.round(own.share * 1e4) / 1e4])
          expect(own.people).toBeGreaterThanOrEqual(5)
        } else {
          expect(figure).toEqual({ measure: figure.measure, status: own ?? 'unmeasured' })
          expect(JSON.stringify(figure)).not.toMatch(/":-?\d/)
        }
      }
  }
  expect([...seen].sort()).toEqual(expect.arrayContaining(['hidden', 'shown', 'unmeasured']))
  const { body } = await ask('province', `/campaigns/${campaignId}/communes/${second}`)
  expect(body.meta).toEqual({ version: '1', sample: true, campaign: campaignId, method: 'gap-2' })
  const detail = await ask('province', `/campaigns/${campaignId}`)
  expect((detail.body.data.comparedWith as { id: string }).id).toBe(before.campaignId)
  const change = (body.data.figures as { change?: unknown }[]).filter((each) => each.change)
  expect(change.length).toBeGreaterThan(0)
})

test.each([
  ['measure=9.9', 'measure'],
  ['measure=d:4,9.9', 'measure'],
  ['measure=', 'measure'],
  ['group=department:nothing', 'group'],
  ['group=department:office&measure=4.1', 'group'],
  ['group=position:finance', 'group'],
  ['place=country', 'place'],
  ['size=201', 'size'],
  ['size=0', 'size'],
  ['size=ten', 'size'],
  ['page=0', 'page'],
  ['page=1.5', 'page'],
  ['page=1&page=1', 'page'],
  ['access_token=itoso_x', 'access_token'],
])('figures?%s names the parameter', async (query, name) => {
  const { status, body } = await ask('province', `/campaigns/${campaignId}/figures?${query}`)
  expect([status, body.code, body.parameters?.map((each) => each.name)]).toEqual([400, 'bad-query', [name]])
})

test('positions are of the whole province', async () => {
  const path = `/campaigns/${campaignId}/figures?place=province&group=position:office-statistics&measure=all`
  const { status, body } = await ask('province', path)
  expect([status, body.page.total]).toEqual([200, 1])
})

test('requests are told by their choices, never in the words of a commune', async () => {
  const { body } = await ask('province', `/campaigns/${campaignId}/requests`)
  expect(body.data.map(({ code, state }) => [code, state])).toEqual([
    ['computers', 'new'],
    ['training', 'new'],
  ])
  expect(JSON.stringify(body)).not.toMatch(/Xin thêm|Nông Thị/)
})

test('indicators and scores are those of the place, with the range that they have', async () => {
  const values = await ask('province', '/indicators/values?indicator=on-time&until=2026-12-31')
  expect(values.body.data.map(({ value, of, low }) => [value, of, low === null])).toEqual([
    [90, 200, false],
    [91, null, true],
  ])
  expect((await ask('province', '/indicators/values?until=2026-09-29')).body.page.total).toBe(0)
  expect((await ask('commune', '/indicators/values')).body.page.total).toBe(1)
  expect((await ask('elsewhere', '/indicators/values')).body.page.total).toBe(0)
  for (const of of ['snapshot', 'today']) {
    const all = await ask('province', `/scorecards?of=${of}`)
    expect(all.body.page.total).toBeGreaterThan(50)
    for (const each of all.body.data as unknown as {
      points: { value: number; low: number; high: number }
    }[]) {
      expect(each.points.low).toBeLessThanOrEqual(each.points.value)
      expect(each.points.high).toBeGreaterThanOrEqual(each.points.value)
    }
    const own = await ask('commune', `/scorecards?of=${of}`)
    expect(own.body.data.map(({ place }) => (place as { code: string }).code)).toEqual([first])
    expect((await ask('elsewhere', `/scorecards?of=${of}`)).body.page.total).toBe(0)
  }
})

test('an open campaign gives counts of answers and no figures', async () => {
  expect((await ask('province', `/campaigns/${openId}/rates`)).status).toBe(200)
  for (const end of ['figures', 'conditions', 'method']) {
    const { status, headers, body } = await ask('province', `/campaigns/${openId}/${end}`)
    expect([status, body.code]).toEqual([409, 'not-released'])
    check(`${apiBase}/campaigns/{id}/${end}`, status, headers, body)
  }
  const states = async (state: string) =>
    (await ask('province', `/campaigns?state=${state}`)).body.data.map((each) => each.id as string)
  expect(await states('open')).toEqual([openId])
  expect((await states('released')).sort()).toEqual([campaignId, before.campaignId].sort())
  expect(await states('all')).not.toContain(draftId)
})

test('pages follow each other by their links, each commune once', async () => {
  const seen: string[] = []
  let path: string | null = `/campaigns/${campaignId}/figures?size=3&measure=d:4`
  while (path) {
    const { status, headers, body }: ApiAnswer = await ask('province', path)
    expect(status).toBe(200)
    check(`${apiBase}/campaigns/{id}/figures`, status, headers, body)
    seen.push(...body.data.map((each) => (each.place as { code: string }).code))
    const next: string | null = body.links.next ?? null
    expect(headers.get('link')?.includes('rel="next"')).toBe(next !== null)
    path = next && next.slice(apiBase.length)
  }
  expect(seen).toEqual([first, second, third, quiet].sort())
})

test('the tag of an answer differs by encoding, and each is known again', async () => {
  const path = `/campaigns/${campaignId}/figures?measure=all`
  const tagOf = async (encoding: string) =>
    (await ask('province', path, { 'accept-encoding': encoding })).headers.get('etag')!
  const [plain, br, gzip] = [await tagOf(''), await tagOf('gzip, br'), await tagOf('gzip;q=1, br;q=0')]
  expect(new Set([plain, br, gzip]).size).toBe(3)
  for (const tag of [plain, br, `W/${gzip}`, `"other", ${br}`, '*'])
    expect((await ask('province', path, { 'if-none-match': tag })).status).toBe(304)
  expect((await ask('province', path, { 'if-none-match': '"other"' })).status).toBe(200)
  expect((await ask('commune', path, { 'if-none-match': plain })).status).toBe(200)
})

test('problems speak Vietnamese, or English where that is wanted more', async () => {
  const titles = await Promise.all(
    ['', 'en', 'vi;q=0.5, en-GB', 'en;q=0.5, vi-VN', 'fr', 'en;q=0'].map(async (language) => {
      const { body, headers } = await ask(null, '/campaigns', { 'accept-language': language })
      return [headers.get('content-language'), body.title]
    }),
  )
  const [vi, en] = [
    ['vi', 'Thiếu mã truy cập'],
    ['en', 'The token is missing'],
  ]
  expect(titles).toEqual([vi, en, en, vi, vi, vi])
})

test('a token that asks too often waits, and so does an address that tries many tokens', async () => {
  const busy = await apiToken({ provinceCode: '04' })
  const own = await askAtOnce(Array<string>(121).fill(busy.token), '1.1.1.1')
  expect(own.filter(({ status }) => status === 200)).toHaveLength(120)
  const { status, headers, body } = own[120]!
  expect([status, body.code, Number(headers.get('retry-after'))]).toEqual([429, 'too-many', 1])
  check(apiBase, status, headers, body)
  const unknown = Array.from({ length: 31 }, (_, i) => `itoso_${i}`)
  const tried = await askAtOnce([...unknown, tokens.province.token], '2.2.2.2')
  expect(tried.map((each) => each.status)).toEqual([...Array<number>(30).fill(401), 429, 200])
})

test('a fault inside is a problem without a trace of what failed', async () => {
  const { readers } = await import('./resources/readers.server')
  const own = readers.method
  readers.method = () => {
    throw new Error('secret')
  }
  const { status, headers, body } = await ask('province', `/campaigns/${campaignId}/method`)
  readers.method = own
  expect([status, body.code]).toEqual([500, 'went-wrong'])
  check(`${apiBase}/campaigns/{id}/method`, status, headers, body)
  expect(JSON.stringify(body)).not.toContain('secret')
})

test('an address that there is not is a problem too', async () => {
  for (const path of ['/nothing', '/campaigns/a/b/c', '/communes/1', '/openapi.yaml'])
    expect([(await ask('province', path)).status, path]).toEqual([404, path])
})
