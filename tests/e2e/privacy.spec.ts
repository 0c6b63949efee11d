import { readFileSync } from 'node:fs'
import { paths } from '~/paths'
import { closedCampaignId, database, demoAccount, logOf, openCampaignId } from '../fixtures/installation'
import { expect, test } from '../fixtures/test'
import { said } from '../fixtures/words'

type Named = { fullName: string; username: string }
const everybody = () =>
  database()
    .prepare('SELECT p.fullName, a.username FROM Person p JOIN Account a ON a.personId = p.id')
    .all() as Named[]
const plain = (name: string) =>
  name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase()

test('no address that a planner meets holds a name', async ({ page, signInAs }) => {
  test.setTimeout(120_000)
  await signInAs('planner')
  const names = [
    ...new Set(
      everybody().flatMap(({ fullName }) => [
        plain(fullName),
        plain(fullName).replaceAll(' ', '-'),
        plain(fullName).replaceAll(' ', '+'),
      ]),
    ),
  ]
  const waiting: string[] = [
    paths.desk(),
    paths.communePeople('01321'),
    paths.missing(openCampaignId),
    paths.gaps(closedCampaignId),
  ]
  const seen = new Set<string>(waiting)
  const named: string[] = []
  for (let visited = 0; visited < 60 && waiting.length > 0; visited += 1) {
    const response = await page.request.get(waiting.shift()!, { maxRedirects: 5 })
    if (!(response.headers()['content-type'] ?? '').includes('html')) continue
    expect(response.headers()['cache-control']).toContain('no-store')
    for (const [, raw = ''] of (await response.text()).matchAll(/(?:href|action)="([^"]*)"/g)) {
      const href = raw.replaceAll('&amp;', '&')
      const words = plain(decodeURIComponent(href))
      if (names.some((name) => words.includes(name))) named.push(href)
      if (!href.startsWith('/') || seen.has(href)) continue
      seen.add(href)
      // The first of every kind of page is enough: one commune is like the other.
      const kind = href.replace(/[0-9a-f-]{36}|\d{5}/g, ':').replace(/\?.*/, '')
      if (!seen.has(kind)) {
        seen.add(kind)
        waiting.push(href)
      }
    }
  }
  expect(named).toEqual([])
})

test('a search for a name and a slip are answered in place and kept nowhere', async ({
  page,
  signInAs,
  learner,
}) => {
  await signInAs('planner')
  await page.goto(paths.people())
  const found = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.locator('main input[name=text]').fill(learner.fullName)
  await page.locator('main form .btn').first().click()
  expect((await found).status()).toBe(200)
  expect((await found).headers()['cache-control']).toContain('no-store')
  await expect(page).toHaveURL(paths.people())
  await expect(page.getByRole('main')).toContainText(learner.fullName)

  await page.goto(paths.personSlip(learner.personId))
  const slip = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.locator('main form .btn').first().click()
  expect((await slip).headers()['cache-control']).toContain('no-store')
  const code = (await page.locator('.slip code').textContent()) ?? ''
  expect(code).toMatch(/^[A-Z2-9]{4}(-[A-Z2-9]{4}){2}$/)
  const hashes = database()
    .prepare('SELECT codeHash FROM ActivationSlip WHERE accountId = ?')
    .all(learner.accountId)
  expect(JSON.stringify(hashes)).not.toContain(code.replaceAll('-', ''))
  await page.goto(paths.personSlip(learner.personId))
  await expect(page.locator('.slip')).toHaveCount(0)
})

test('the log at its most talkative holds no name, no user name, no password, no address typed', async ({
  page,
}) => {
  const { username, password } = demoAccount('learner')
  await page.goto(paths.signIn())
  await page.getByLabel(said('auth', 'signIn.username')).fill(username)
  await page.getByLabel(said('auth', 'signIn.password')).fill(password)
  await page
    .getByRole('main')
    .getByRole('button', { name: said('auth', 'signIn.submit') })
    .click()
  await expect(page).toHaveURL(paths.tasks())
  await page.goto(`${paths.help()}?q=${encodeURIComponent('Nông Thị Lan')}`)
  const log = readFileSync(logOf('demo'), 'utf8')
  expect(log).toContain('"msg":"request"')
  const folded = plain(log)
  const told = everybody()
    .flatMap(({ fullName, username: name }) => [plain(fullName), name])
    .filter((word) => folded.includes(word))
  expect(told).toEqual([])
  expect(log).not.toContain(password)
  expect(log).not.toContain(encodeURIComponent('Nông Thị Lan'))
})
