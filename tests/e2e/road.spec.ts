import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { readSheet } from 'read-excel-file/node'
import { paths } from '~/paths'
import { fileOf, logOf, placesOfRun } from '../fixtures/installation'
import { roster, xlsxType, type RosterLine } from '../fixtures/roster'
import { runScript } from '../fixtures/server'
import { answerAll, readLonger } from '../fixtures/survey'
import { expect, test, watch } from '../fixtures/test'
import { said, saying } from '../fixtures/words'

// The whole road on an empty installation, from the first start to figures in a spreadsheet. One step needs the one before.
test.describe.configure({ mode: 'serial', timeout: 180_000 })

const password = {
  admin: 'nui cao suoi sau ben',
  planner: 'mua xuan thang ba hoa',
  learner: 'con duong ve ban xa',
}
const people: RosterLine[] = [
  ['BL-01', 'Nông Thị Lan', '05/03/1988', 'Nữ', 'Xã Bảo Lạc', 'Chủ tịch Ủy ban nhân dân'],
  ['BL-02', 'Hoàng Văn Dũng', '12/11/1985', 'Nam', 'Xã Bảo Lạc', 'Tư pháp – hộ tịch'],
  ['BL-03', 'Lý Thị Mai', '1990', 'Nữ', 'bảo lạc', 'Văn phòng – thống kê'],
  ['BL-04', 'Đàm Quang Hải', '01/01/1979', 'Nam', 'Xã Bảo Lạc', 'Văn phòng – thống kê; Tư pháp – hộ tịch'],
  ['BL-05', 'Triệu Văn Long', '30/04/1992', 'Nam', 'Xã Bảo Lạc', 'Văn phòng – thống kê'],
  ['BL-06', 'Bế Thu Hà', '20/10/1995', 'Nữ', 'Xã Bảo Lạc', 'Tư pháp – hộ tịch'],
  ['BL-07', 'Mã Đức Thắng', '02/09/1983', 'Nam', 'Xã Bảo Lạc', 'Văn phòng – thống kê'],
  // Of a handful of people who are nearly all below target no figure could show.
  ...Array.from({ length: 32 }, (_, i): RosterLine => [
    `BL-${i + 11}`,
    `${['Nông', 'Hoàng', 'Lý', 'Bế'][i % 4]} Văn ${['An', 'Bình', 'Cường', 'Định', 'Giang', 'Khánh', 'Minh', 'Sơn'][Math.floor(i / 4)]}`,
    String(1970 + i),
    'Nam',
    'Xã Bảo Lạc',
    i % 2 === 0 ? 'Tư pháp – hộ tịch' : 'Văn phòng – thống kê',
  ]),
]
const wrongRow: RosterLine = [
  'BL-08',
  'Vương Thị Yến',
  '31/02/1990',
  'Nữ',
  'Xã Bảo Lạc',
  'Văn phòng – thống kê',
]
const commune = '01321'
const codes = new Map<string, string>()
let campaignId = ''
let plannerCode = ''

const faults: string[] = []
let contexts: BrowserContext[] = []

async function machine(browser: Browser, options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: placesOfRun().empty, ...options })
  contexts.push(context)
  const page = await context.newPage()
  watch(page, faults)
  return page
}

test.afterEach(async () => {
  await Promise.all(contexts.map((context) => context.close()))
  contexts = []
  expect(faults).toEqual([])
})

async function signIn(page: Page, username: string, secret: string): Promise<void> {
  await page.goto(paths.signIn())
  await page.getByLabel(said('auth', 'signIn.username')).fill(username)
  await page.getByLabel(said('auth', 'signIn.password')).fill(secret)
  await page
    .getByRole('main')
    .getByRole('button', { name: said('auth', 'signIn.submit') })
    .click()
}

async function activate(page: Page, code: string, secret: string): Promise<void> {
  await page.goto(paths.activate())
  await page.getByLabel(said('auth', 'activate.code')).fill(code)
  await page.getByRole('button', { name: said('auth', 'activate.next') }).click()
  await setPassword(page, secret)
  await page.getByRole('button', { name: said('auth', 'activate.submit') }).click()
}

async function setPassword(page: Page, secret: string): Promise<void> {
  await page.getByLabel(said('auth', 'password.next'), { exact: true }).fill(secret)
  await page.getByLabel(said('auth', 'password.again')).fill(secret)
}

async function upload(page: Page, name: string, lines: RosterLine[]): Promise<void> {
  await page.goto(paths.rosterImports())
  await page
    .getByLabel(said('roster', 'imports.file'))
    .setInputFiles({ name, mimeType: xlsxType, buffer: await roster(lines) })
  await page.getByRole('button', { name: said('roster', 'imports.submit') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    said('roster', 'preview.title', { file: name }),
    { timeout: 20_000 },
  )
}

test('the first start prints a link, and the link makes the administrator once', async ({ browser }) => {
  const link = /\/setup\?token=[\w-]+/.exec(readFileSync(logOf('empty'), 'utf8'))?.[0]
  expect(link, 'the link in what the server prints').toBeDefined()
  const page = await machine(browser)
  await page.goto(link!)
  await page.getByLabel(said('auth', 'displayName.label')).fill('Nguyễn Thị Quản')
  await page.getByLabel(said('auth', 'username.label')).fill('quan.tri')
  await setPassword(page, 'ngan qua')
  await page.getByRole('button', { name: said('auth', 'setup.submit') }).click()
  await expect(page.getByRole('alert')).toContainText(said('auth', 'password.tooShort'))
  await expect(page.getByLabel(said('auth', 'username.label'))).toHaveValue('quan.tri')
  await setPassword(page, password.admin)
  await page.getByRole('button', { name: said('auth', 'setup.submit') }).click()
  await expect(page).toHaveURL(paths.accounts())
  await page.goto(link!)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(said('auth', 'setup.used.title'))
})

test('the administrator makes a planner, who activates the account by the slip', async ({ browser }) => {
  const page = await machine(browser)
  await signIn(page, 'quan.tri', password.admin)
  await page.goto(paths.newAccount())
  await page.getByLabel(said('auth', 'displayName.label')).fill('Lục Thị Kế')
  await page.getByLabel(said('auth', 'username.label')).fill('ke.hoach')
  await page.getByRole('radio', { name: said('admin', 'role.planner') }).check()
  await page.getByLabel(said('admin', 'form.province')).selectOption('04')
  await page.getByRole('button', { name: said('admin', 'new.submit') }).click()
  plannerCode = (await page.locator('.slip code').textContent()) ?? ''
  expect(plannerCode).toMatch(/^[A-Z2-9]{4}(-[A-Z2-9]{4}){2}$/)
  const own = await machine(browser)
  await activate(own, plannerCode, password.planner)
  await expect(own).toHaveURL(paths.desk())
})

test('the planner imports a roster: preview, a wrong row, a decision, all or nothing', async ({
  browser,
}) => {
  const page = await machine(browser)
  await signIn(page, 'ke.hoach', password.planner)
  await upload(page, 'danh_sach.xlsx', [...people, wrongRow])
  await expect(page.getByText(said('roster', 'preview.nothing'))).toBeVisible()
  await expect(page.getByRole('main')).toContainText('31/02/1990')
  await page.getByRole('button', { name: said('roster', 'confirm.right', { count: people.length }) }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    said('roster', 'done.title', { file: 'danh_sach.xlsx' }),
  )

  await upload(page, 'danh_sach_2.xlsx', [
    [null, 'Nông Thị Lan', null, null, 'Xã Bảo Lạc', 'Tư pháp – hộ tịch'],
  ])
  await page.getByRole('radio', { name: said('roster', 'decide.different') }).check()
  await page.getByRole('button', { name: said('roster', 'decide.save') }).click()
  await page.getByRole('button', { name: said('roster', 'confirm.whole', { count: 1 }) }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    said('roster', 'done.title', { file: 'danh_sach_2.xlsx' }),
  )
  await page.goto(paths.communePeople(commune))
  await expect(page.locator('main tbody th', { hasText: 'Nông Thị Lan' })).toHaveCount(2)
})

test('slips of a commune are printed once, without being kept', async ({ browser }) => {
  const page = await machine(browser)
  await signIn(page, 'ke.hoach', password.planner)
  await page.goto(paths.communeSlips(commune))
  const answer = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.getByRole('button', { name: said('people', 'slips.make', { count: people.length + 1 }) }).click()
  expect((await answer).headers()['cache-control']).toContain('no-store')
  for (const slip of await page.locator('.slip').all()) {
    const [, username = '', code = ''] = await slip.locator('dd').allTextContents()
    codes.set(username, code)
  }
  expect(codes.size).toBe(people.length + 1)
  await page.goto(paths.communeSlips(commune))
  await expect(page.locator('.slip')).toHaveCount(0)
})

test('a campaign is drafted, looked at and opened', async ({ browser }) => {
  const page = await machine(browser)
  await signIn(page, 'ke.hoach', password.planner)
  await page.goto(paths.newCampaign())
  await page.getByLabel(said('campaigns', 'draft.name'), { exact: true }).fill('Khảo sát năng lực số thử')
  await page.getByLabel(said('campaigns', 'draft.communeForm'), { exact: true }).selectOption({ index: 1 })
  const closes = new Date(Date.now() + 10 * 86_400_000 + 7 * 3_600_000)
    .toISOString()
    .slice(0, 10)
    .split('-')
    .reverse()
    .join('/')
  await page.getByLabel(said('campaigns', 'draft.closesOn')).fill(closes)
  await page.getByRole('button', { name: said('campaigns', 'draft.save') }).click()
  await expect(page).toHaveURL(/\/campaigns\/[\w-]{36}$/)
  campaignId = page.url().split('/').pop()!
  await page.goto(paths.openCampaign(campaignId))
  await page
    .getByRole('button', { name: said('campaigns', 'open.confirm', { people: people.length + 1 }) })
    .click()
  await expect(page).toHaveURL(paths.campaign(campaignId))
})

for (const [username, javaScriptEnabled] of [
  ['BL-02', false],
  ['BL-03', true],
] as const) {
  test(`a person activates with the code and answers with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    browser,
  }) => {
    const page = await machine(browser, { javaScriptEnabled })
    await activate(page, codes.get(username)!, password.learner)
    await expect(page).toHaveURL(paths.tasks())
    readLonger(fileOf('empty'))
    await answerAll(page, campaignId)
    await page.goto(paths.result(campaignId))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(said('results', 'title'))
  })
}

test('a person becomes leader and answers the form of the commune', async ({ browser }) => {
  const admin = await machine(browser)
  await signIn(admin, 'quan.tri', password.admin)
  await admin.goto(paths.accounts())
  await admin.locator('main input[name=search]').fill('BL-01')
  await admin.keyboard.press('Enter')
  await admin
    .getByRole('main')
    .getByRole('link', { name: /BL-01|Nông Thị Lan/ })
    .first()
    .click()
  await admin.getByRole('radio', { name: said('admin', 'role.leader') }).check()
  await admin.getByLabel(said('admin', 'form.province')).selectOption('04')
  await admin.getByLabel(saying('admin', 'form.commune')).last().fill('Bảo Lạc')
  await admin.getByRole('button', { name: said('admin', 'account.addRole') }).click()
  await expect(admin).toHaveURL(/saved=role/)
  const page = await machine(browser)
  await activate(page, codes.get('BL-01')!, password.learner)
  await answerAll(page, campaignId, paths.communeSurvey(campaignId))
})

test('closed and released: the heat map, the spreadsheet and the CSV say the same', async ({ browser }) => {
  runScript(
    ['node_modules/tsx/dist/cli.mjs', 'tests/fixtures/answer-for-others.ts', campaignId],
    fileOf('empty'),
  )
  const page = await machine(browser)
  await signIn(page, 'ke.hoach', password.planner)
  await page.goto(paths.gaps(campaignId))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('table.heat')).toHaveCount(0)
  expect((await page.request.get(paths.gapsCsv(campaignId))).status()).toBe(403)
  await page.goto(paths.closeCampaign(campaignId))
  await page.getByRole('button', { name: said('campaigns', 'close.confirm') }).click()
  await page.goto(paths.gaps(campaignId))
  // The page asks again by itself until the estimates are released.
  await expect(page.locator('table.heat')).toBeVisible({ timeout: 60_000 })
  const row = page.locator('table.heat tbody tr', { hasText: 'Xã Bảo Lạc' })
  const shown = (await row.locator('td .est').allTextContents()).map((text) => Number(/^\d+/.exec(text)?.[0]))
  expect(shown.length).toBeGreaterThan(5)
  const asked = await row.locator('td').last().textContent()
  expect(asked).toContain(String(people.length + 1))

  const domains = await page.locator('table.heat thead th a').allTextContents()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: said('meeting', 'files.title') }).click()
  await page.getByRole('link', { name: said('gaps', 'export.xlsx') }).click()
  const book = readFileSync(await (await download).path())
  const sheet = said('workbook', 'sheet.communes')
  const cells = await readSheet(book, sheet)
  const headings = (cells[0] ?? []).map(String)
  const written = cells.find(([code]) => String(code) === commune)!
  const inSheet = headings.flatMap((heading, i) =>
    /^\d /.test(heading) && typeof written[i] === 'number' ? [Math.round(written[i] * 100)] : [],
  )
  expect(domains.length).toBeGreaterThan(5)
  expect(inSheet).toEqual(shown)

  const csv = await (await page.request.get(paths.gapsCsv(campaignId))).text()
  const lines = csv
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.split(/[;,]/))
  expect(lines[0]).toContain(said('gaps', 'export.n'))
  expect(lines.filter(([code]) => code === commune).length).toBeGreaterThan(shown.length)
})
