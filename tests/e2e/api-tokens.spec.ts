import type { APIRequestContext } from '@playwright/test'
import { paths } from '~/paths'
import { expect, test } from '../fixtures/test'
import { said } from '../fixtures/words'

test.use({ javaScriptEnabled: false })

const closed = '0d1e0000-0000-4000-8000-000000000001'

test('a planner issues a token, a system reads with it, and after it is revoked reads nothing', async ({
  page,
  playwright,
  baseURL,
  signInAs,
}) => {
  await signInAs('planner')
  await page.goto(paths.desk())
  await page.getByRole('link', { name: said('api', 'tokens.title') }).click()
  await page.getByRole('button', { name: said('api', 'form.submit') }).click()
  await expect(page).toHaveTitle(/^Lỗi:/)
  await expect(page.getByRole('alert')).toContainText(said('api', 'form.name.missing'))

  await page.getByLabel(said('api', 'form.name'), { exact: true }).fill('Cổng thử của tỉnh')
  await page.getByRole('button', { name: said('api', 'form.submit') }).click()
  const token = await page.getByLabel(said('api', 'issued.token'), { exact: true }).inputValue()
  expect(token).toMatch(/^itoso_[\w-]{43}$/)

  // Another system: it has no cookie of the browser.
  const system = await playwright.request.newContext({ baseURL })
  const bearer = { authorization: `Bearer ${token}` }
  await expectAnswers(system, bearer)

  // A session opens nothing of the API, and a token no page.
  expect((await page.request.get(paths.apiV1('campaigns'))).status()).toBe(401)
  const desk = await system.get(paths.desk(), { headers: bearer, maxRedirects: 0 })
  expect(desk.headers().location).toContain(paths.signIn())

  await page.getByRole('link', { name: said('api', 'issued.done') }).click()
  await expect(page.locator('main')).not.toContainText(token)
  const row = page.getByRole('row').filter({ hasText: 'Cổng thử của tỉnh' })
  await expect(row).toContainText(said('api', 'state.active'))
  await row.getByRole('link', { name: said('api', 'column.revoke') }).click()
  await page.getByRole('button', { name: said('api', 'revoke.submit') }).click()
  await expect(page.getByRole('status')).toHaveText(said('api', 'tokens.revoked'))
  await expect(row).toContainText(said('api', 'state.revoked'))
  const refused = await system.get(paths.apiV1('campaigns'), { headers: bearer })
  expect([refused.status(), ((await refused.json()) as { code: string }).code]).toEqual([
    401,
    'token-revoked',
  ])
  await system.dispose()
})

async function expectAnswers(system: APIRequestContext, bearer: Record<string, string>): Promise<void> {
  const path = paths.apiV1(`campaigns/${closed}/figures`)
  const answer = await system.get(path, { headers: bearer })
  expect(answer.status()).toBe(200)
  const headers = answer.headers()
  expect(headers['content-type']).toContain('application/json')
  expect(headers['set-cookie']).toBeUndefined()
  const { data, meta } = (await answer.json()) as { data: unknown[]; meta: { sample: boolean } }
  expect([data.length, meta.sample]).toEqual([56, true])

  const head = await system.head(path, { headers: bearer })
  expect([head.status(), (await head.body()).length]).toEqual([200, 0])
  expect(head.headers().etag).toBe(headers.etag)
  const known = await system.get(path, { headers: { ...bearer, 'if-none-match': headers.etag! } })
  expect([known.status(), (await known.body()).length]).toEqual([304, 0])

  const posted = await system.post(path, { headers: bearer, data: {} })
  expect([posted.status(), posted.headers().allow]).toEqual([405, 'GET, HEAD'])
  const nowhere = await system.get(paths.apiV1('nowhere'), { headers: bearer })
  expect([nowhere.status(), nowhere.headers()['content-type']]).toEqual([
    404,
    'application/problem+json; charset=utf-8',
  ])
  const description = await system.get(paths.apiV1('openapi.json'))
  expect(((await description.json()) as { openapi: string }).openapi).toBe('3.1.0')
}
