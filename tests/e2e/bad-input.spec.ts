import type { Page } from '@playwright/test'
import { paths } from '~/paths'
import { closedCampaignId, database, newSlip, openCampaignId } from '../fixtures/installation'
import { roster, rosterHead, workbook, xlsxType } from '../fixtures/roster'
import { expect, test, useLocale } from '../fixtures/test'
import { said, saying } from '../fixtures/words'

test.describe.configure({ mode: 'parallel' })

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

async function upload(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto(paths.rosterImports())
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: xlsxType, buffer })
  await page.locator('main form .btn').first().click()
}

const person = ['BL-01', 'Nông Thị Thử', '05/03/1988', 'Nữ', 'Xã Bảo Lạc', 'Tư pháp – hộ tịch']
const files: [string, string, () => Buffer | Promise<Buffer>, RegExp][] = [
  ['an empty file', 'trong.xlsx', () => Buffer.alloc(0), saying('roster', 'file.empty')],
  [
    'a PDF',
    'danh_sach.xlsx',
    () => Buffer.from('%PDF-1.7\n1 0 obj\n'),
    saying('roster', 'file.not-xlsx.pdf'),
  ],
  ['an old workbook', 'danh_sach.xls', () => Buffer.from('d0cf11e0a1b11ae1'.repeat(1), 'hex'), /\.xls/],
  [
    'a file that broke off',
    'danh_sach.xlsx',
    async () => (await roster([person])).subarray(0, 900),
    /hỏng|chưa hết/,
  ],
  [
    'no headings',
    'danh_sach.xlsx',
    () =>
      workbook([
        ['a', 'b'],
        ['c', 'd'],
      ]),
    saying('roster', 'error.noHeader'),
  ],
  ['headings alone', 'danh_sach.xlsx', () => workbook([rosterHead]), saying('roster', 'error.noRows')],
  [
    'a column that is missing',
    'danh_sach.xlsx',
    () =>
      workbook([
        ['Mã cán bộ', 'Họ và tên', 'Ngày sinh', 'Xã, phường'],
        ['1', 'Nông Thị Thử', '1988', 'Xã Bảo Lạc'],
      ]),
    saying('roster', 'error.missingColumn.positions'),
  ],
  [
    'an unknown commune',
    'danh_sach.xlsx',
    () => roster([[...person.slice(0, 4), 'Xã Không Đâu Cả', person[5]!]]),
    saying('roster', 'error.unknownCommune'),
  ],
  [
    'a date that is none',
    'danh_sach.xlsx',
    () => roster([['BL-02', 'Nông Thị Thử', '31/02/1990', 'Nữ', 'Xã Bảo Lạc', person[5]!]]),
    saying('roster', 'error.badDate'),
  ],
  [
    'a person twice',
    'danh_sach.xlsx',
    () => roster([person, person]),
    saying('roster', 'error.duplicateCode'),
  ],
  [
    'a citizen’s number as code',
    'danh_sach.xlsx',
    () => roster([['004088001234', ...person.slice(1)]]),
    saying('roster', 'error.citizenIdAsCode'),
  ],
]

for (const [what, name, make, answer] of files) {
  test(`a roster: ${what}`, async ({ page, signInAs }) => {
    await signInAs('planner')
    const before = database().prepare('SELECT count(*) AS n FROM Person').get()
    await upload(page, name, await make())
    await expect(page.getByRole('main')).toContainText(answer, { timeout: 20_000 })
    expect(database().prepare('SELECT count(*) AS n FROM Person').get()).toEqual(before)
  })
}

test('five wrong passwords lock the name, known or unknown, and what was typed stays', async ({ page }) => {
  await page.goto(paths.signIn())
  for (let tries = 1; tries <= 5; tries += 1) {
    await page.getByLabel(said('auth', 'signIn.username')).fill('01321-9999')
    await page.getByLabel(said('auth', 'signIn.password')).fill('khong phai mat khau')
    await page
      .getByRole('main')
      .getByRole('button', { name: said('auth', 'signIn.submit') })
      .click()
    await expect(page.getByRole('alert')).toContainText(
      tries < 5 ? said('auth', 'signIn.refusal.wrong') : saying('auth', 'signIn.refusal.locked'),
    )
    await expect(page.getByLabel(said('auth', 'signIn.username'))).toHaveValue('01321-9999')
    await expect(page.getByLabel(said('auth', 'signIn.password'))).toHaveValue('')
  }
})

test('a code that is unknown, used or expired says so and what to do', async ({ page, learner }) => {
  await page.context().clearCookies()
  const yesterday = new Date(Date.now() - 86_400_000)
  const cases: [string, RegExp][] = [
    ['K7M4-2QXD-9HTA', saying('auth', 'activate.refusal.unknown')],
    [newSlip(learner.accountId, { usedAt: yesterday }), saying('auth', 'activate.refusal.used')],
    [newSlip(learner.accountId, { expiresAt: yesterday }), saying('auth', 'activate.refusal.expired')],
  ]
  for (const [code, answer] of cases) {
    await page.goto(paths.activate())
    await page.getByLabel(said('auth', 'activate.code')).fill(code)
    await page.getByRole('button', { name: said('auth', 'activate.next') }).click()
    await expect(page.getByRole('main')).toContainText(answer)
    await expect(page.getByLabel(said('auth', 'activate.code'))).toHaveValue(code)
  }
})

test('a page of another place, an unknown address and an unknown campaign, in the language of the person', async ({
  page,
  context,
  baseURL,
  signInAs,
}) => {
  for (const locale of ['vi', 'en'] as const) {
    await signInAs('leader', locale)
    const refused = await page.goto(paths.commune('01273'))
    expect(refused?.status()).toBe(403)
    await expect(heading(page)).toHaveText(said('errors', 'notAllowed.title', {}, locale))
    await useLocale(context, baseURL!, locale)
    expect((await page.goto('/no/such/page'))?.status()).toBe(404)
    await expect(heading(page)).toHaveText(said('errors', 'notFound.title', {}, locale))
    expect((await page.goto(paths.communeSurvey('not-a-campaign')))?.status()).toBe(404)
    await expect(heading(page)).toHaveText(said('errors', 'notFound.title', {}, locale))
  }
})

test('another site’s form is refused, and so is a file that is too large', async ({
  page,
  baseURL,
  signInAs,
}) => {
  await signInAs('planner')
  const foreign = await page.request.post(paths.rosterImports(), {
    headers: { Origin: 'https://example.com' },
    form: {},
  })
  expect(foreign.status()).toBe(403)
  const large = { name: 'lon.xlsx', mimeType: xlsxType, buffer: Buffer.alloc(13 * 1024 * 1024) }
  const answer = await page.request.post(paths.rosterImports(), {
    headers: { Origin: baseURL! },
    multipart: { file: large },
  })
  expect(answer.status()).toBe(413)
  expect(await answer.text()).toContain('12 MB')
})

test('a survey whose campaign closes meanwhile says so and keeps what was saved', async ({
  page,
  learner,
  baseURL,
}) => {
  const id = closingCampaign(learner.personId)
  await page.goto(paths.survey(id))
  await page.getByRole('button', { name: said('survey', 'home.start') }).click()
  await page.getByRole('radio').first().check()
  await page.getByRole('button', { name: said('survey', 'step.save') }).click()
  await expect(page).toHaveURL(/computer-age/)
  database().prepare("UPDATE Campaign SET state = 'closed' WHERE id = ?").run(id)
  await page.getByRole('radio').first().check()
  await page.getByRole('button', { name: said('survey', 'step.save') }).click()
  await expect(heading(page)).toHaveText(said('errors', 'campaignClosed.title'))
  const stored = database()
    .prepare(
      'SELECT count(*) AS n FROM Response r JOIN Sitting s ON s.id = r.sittingId WHERE s.campaignId = ?',
    )
    .get(id)
  expect(stored).toEqual({ n: 1 })
  const submit = await page.request.post(paths.surveyCheck(id), { headers: { Origin: baseURL! } })
  expect(submit.status()).toBe(410)
})

/** A campaign that asks one person, open until the test closes it. */
function closingCampaign(personId: string): string {
  const id = crypto.randomUUID()
  const columns =
    'provinceCode, titleEn, personFormVersionId, communeFormVersionId, frameworkVersionId, communeCodes, opensOn, closesOn, systems, sample, openedAt, createdAt, createdBy'
  database()
    .prepare(
      `INSERT INTO Campaign (id, title, state, ${columns}) SELECT ?, 'Đợt sắp đóng', 'open', ${columns} FROM Campaign WHERE id = ?`,
    )
    .run(id, openCampaignId)
  database()
    .prepare(
      `INSERT INTO Invitee (id, campaignId, personId, communeCode, positionCodes, positionCode, departmentCode, targets)
       SELECT ?, ?, personId, communeCode, positionCodes, positionCode, departmentCode, targets FROM Invitee WHERE campaignId = ? AND personId = ?`,
    )
    .run(crypto.randomUUID(), id, closedCampaignId, personId)
  return id
}
