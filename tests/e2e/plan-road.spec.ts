import path from 'node:path'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { mondayOf } from '~/planning/calendar'
import { paths } from '~/paths'
import { vietnamDay } from '~/platform/i18n/format'
import { dateToText } from '~/ui/date-text'
import { closedCampaignId, database, demoAccount, newSession, placesOfRun } from '../fixtures/installation'
import { runScript, startServer, type RunningServer } from '../fixtures/server'
import { expect, test, useSession, watch } from '../fixtures/test'
import { said } from '../fixtures/words'

// From a closed campaign to a plan, its classes, another campaign and what the plan did; in a copy of the demo province, because
// everybody is asked again. One step needs the one before.
test.describe.configure({ mode: 'serial', timeout: 180_000 })

const dayMs = 86_400_000
const file = () => path.join(placesOfRun().folder, 'plan-road.db')
const title = 'Tập huấn sau khảo sát đợt 1'
let server: RunningServer
let planId = ''
let classId = ''
let campaignId = ''
const faults: string[] = []
const contexts: BrowserContext[] = []

test.beforeAll(async () => {
  database().prepare('VACUUM INTO ?').run(file())
  server = await startServer(file(), path.join(placesOfRun().folder, 'plan-road.log'))
})

test.afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()))
  expect(faults).toEqual([])
})

test.afterAll(async () => {
  await server.stop()
})

async function as(browser: Browser, role: 'planner' | 'leader'): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false })
  contexts.push(context)
  await useSession(context, server.url, newSession(demoAccount(role).id, file()))
  const page = await context.newPage()
  watch(page, faults)
  return page
}

const script = (name: string, ...args: string[]) =>
  runScript(['node_modules/tsx/dist/cli.mjs', `tests/fixtures/${name}.ts`, ...args], file())

const day = (at: number) => dateToText(vietnamDay(new Date(at)))

test('a plan is made from the gaps of a closed campaign, worked out and approved', async ({ browser }) => {
  const page = await as(browser, 'planner')
  const save = () => page.getByRole('button', { name: said('planning', 'action.save'), exact: true }).click()
  await page.goto(paths.gaps(closedCampaignId))
  await page.getByRole('link', { name: said('gaps', 'toPlan') }).click()
  await page.locator('#title').fill(title)
  await page.locator('#budget').fill('300 triệu')
  await page.getByRole('button', { name: said('planning', 'new.submit') }).click()
  planId = page.url().match(/plans\/([\w-]{36})/)?.[1] ?? ''
  await page.goto(paths.planSettings(planId, 1, 'calendar'))
  const monday = Date.parse(mondayOf(vietnamDay(new Date(Date.now() + 14 * dayMs))))
  await page.locator('#from').fill(day(monday))
  await page.locator('#until').fill(day(monday + 18 * dayMs))
  await save()
  await page.goto(paths.planSettings(planId, 1, 'rules'))
  await page.locator('#leastCoverage').fill('5')
  await page.locator('#seconds').fill('8')
  await save()
  await page.goto(paths.planScenario(planId, 1))
  await page
    .getByRole('button', { name: said('plans', 'action.solve') })
    .first()
    .click()
  await expect(async () => {
    await page.goto(paths.planScenario(planId, 1))
    await expect(page.locator('.lead')).toContainText(/\d+ lớp, .* đồng trên .* Dự kiến giảm/)
  }).toPass({ timeout: 90_000 })
  await page
    .getByRole('link', { name: said('plans', 'action.approve') })
    .first()
    .click()
  await page.getByRole('button', { name: /^Duyệt và tạo \d+ lớp$/ }).click()
  await expect(page.getByRole('status')).toContainText('Đã duyệt kế hoạch')
})

test('a commune names somebody, and the class is held', async ({ browser }) => {
  const found = database(file())
    .prepare(
      `SELECT n.classId FROM PlannedClass n JOIN ClassQuota q ON q.classId = n.classId
       WHERE n.planId = ? AND q.communeCode = '01321' AND n.delivery <> 'online' ORDER BY n.key LIMIT 1`,
    )
    .get(planId) as { classId: string }
  classId = found.classId
  const leader = await as(browser, 'leader')
  await leader.goto(paths.communeSeats('01321', { class: classId }))
  const label = leader.locator('fieldset input[name=person]:not([disabled])').first()
  const personId = (await label.getAttribute('value'))!
  await label.check()
  await leader.getByRole('button', { name: said('carry', 'name.do') }).click()
  await expect(leader.getByRole('status')).toContainText('Đã cử 1 người')

  script('hold-classes', planId, classId)

  const { fullName } = database(file()).prepare('SELECT fullName FROM Person WHERE id = ?').get(personId) as {
    fullName: string
  }
  const page = await as(browser, 'planner')
  await page.goto(paths.planFollowUp(planId))
  await page.locator(`main a[href="${paths.trainingClass(classId)}"]`).click()
  const sessions = await page
    .locator('main a[href*="/sessions/"]')
    .evaluateAll((links) => [
      ...new Set(
        links.map((link) => link.getAttribute('href')!).filter((href) => /sessions\/[\w-]+$/.test(href)),
      ),
    ])
  expect(sessions.length).toBeGreaterThan(0)
  for (const session of sessions) {
    await page.goto(session)
    for (const box of await page.locator('main fieldset input[type=checkbox]').all()) await box.check()
    await page.getByRole('button', { name: said('classes', 'attendance.save') }).click()
    await expect(page.getByLabel(fullName).first()).toBeChecked()
  }
  await page.goto(paths.planFollowUp(planId))
  const row = page.locator('main tbody tr', {
    has: page.locator(`a[href="${paths.trainingClass(classId)}"]`),
  })
  await expect(row).toContainText(said('classes', 'state.ended'))
})

test('another campaign is asked, closed and released', async ({ browser }) => {
  const page = await as(browser, 'planner')
  await page.goto(paths.planEffect(planId))
  await expect(page.getByRole('main')).toContainText(said('carry', 'effect.noLater'))
  await page.getByRole('link', { name: said('carry', 'effect.newCampaign') }).click()
  await page.getByLabel(said('campaigns', 'draft.name'), { exact: true }).fill('Khảo sát sau tập huấn')
  await page.getByLabel(said('campaigns', 'draft.closesOn')).fill(day(Date.now() + 10 * dayMs))
  await page.getByRole('button', { name: said('campaigns', 'draft.save') }).click()
  await expect(page).toHaveURL(/\/campaigns\/[\w-]{36}$/)
  campaignId = page.url().split('/').pop()!
  await page.goto(paths.openCampaign(campaignId))
  await page.getByRole('button', { name: /^Mở, hỏi/ }).click()
  await expect(page).toHaveURL(paths.campaign(campaignId))

  script('answer-for-others', campaignId, planId)

  await page.goto(paths.closeCampaign(campaignId))
  await page.getByRole('button', { name: said('campaigns', 'close.confirm') }).click()
  await expect(async () => {
    await page.goto(paths.gaps(campaignId))
    await expect(page.locator('table.heat')).toBeVisible()
  }).toPass({ timeout: 90_000 })
})

test('the measured effect stands next to what the plan expected', async ({ browser }) => {
  const page = await as(browser, 'planner')
  await page.goto(paths.planEffect(planId))
  await page.getByRole('button', { name: said('carry', 'effect.measure') }).click()
  const { data } = database(file())
    .prepare('SELECT data FROM PlanEffect WHERE planId = ? AND laterCampaignId = ?')
    .get(planId, campaignId) as { data: string }
  const { ability } = JSON.parse(data) as { ability: { effect: number; low: number; high: number } }
  expect(ability.low).toBeLessThan(ability.effect)
  expect(ability.high).toBeGreaterThan(ability.effect)
  const main = page.getByRole('main')
  await expect(main).toContainText(said('carry', 'effect.observed'))
  const row = main.locator('tbody tr').filter({ hasText: said('carry', 'effect.ability') })
  const text = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2).replace('.', ',')}`
  await expect(row.locator('td').nth(1)).toHaveText(
    said('carry', 'effect.interval', {
      value: text(ability.effect),
      low: text(ability.low),
      high: text(ability.high),
    }),
  )
  await expect(row.locator('td').first()).toHaveText(/^[+−]\d,\d\d/)
  await page.goto(paths.plans())
  await expect(main).toContainText(title)
})
