import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { paths } from '~/paths'
import { smtpServer } from '../builders/smtp'
import { database, demoAccount, newSession, openCampaignId, placesOfRun } from '../fixtures/installation'
import {
  axeFaults,
  expectPrintable,
  languageFaults,
  markupFaults,
  overflow,
  ownText,
} from '../fixtures/page-checks'
import { startServer } from '../fixtures/server'
import { expect, test, useLocale, useSession } from '../fixtures/test'
import { said } from '../fixtures/words'

test.use({ javaScriptEnabled: false })

const reminders = paths.reminders(openCampaignId)
const nudges = (via: string) =>
  database()
    .prepare('SELECT communeCode FROM Nudge WHERE campaignId = ? AND via = ? ORDER BY communeCode')
    .all(openCampaignId, via) as { communeCode: string }[]
const press = (page: Page, key: Parameters<typeof said<'reminders'>>[1]) =>
  page.getByRole('button', { name: said('reminders', key) }).click()
/** Names of the people of a commune who are asked, of whom none may stand in a message. */
const namesIn = (code: string) =>
  database()
    .prepare(
      'SELECT p.fullName AS name FROM Invitee i JOIN Person p ON p.id = i.personId WHERE i.campaignId = ? AND i.communeCode = ?',
    )
    .all(openCampaignId, code) as { name: string }[]

test('a planner reminds two communes by a printed list, and another by a message to paste', async ({
  page,
  signInAs,
}) => {
  await signInAs('planner')
  await page.goto(paths.campaign(openCampaignId))
  await page.getByRole('link', { name: said('reminders', 'title'), exact: true }).click()
  await expect(page).toHaveURL(reminders)
  await press(page, 'what.print')
  await expect(page.getByRole('alert')).toContainText(said('reminders', 'note.none'))

  const ticks = page.locator('input[name="c"]')
  const codes = await ticks.evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value))
  const [first, second, third] = codes as [string, string, string]
  for (const code of [first, second]) await page.locator(`input[value="${code}"]`).check()
  await press(page, 'what.print')
  await expect(page.locator('.missing-sheet')).toHaveCount(2)
  await expectPrintable(page)
  await press(page, 'record.list')
  await expect(page.getByRole('status')).toHaveText(said('reminders', 'note.list', { count: 2 }))
  expect(nudges('list').map(({ communeCode }) => communeCode)).toEqual([first, second].sort())

  await page.locator(`input[value="${third}"]`).check()
  await press(page, 'what.message')
  const text = await page.locator('textarea').inputValue()
  expect(text).toContain(paths.survey(openCampaignId))
  for (const { name } of namesIn(third)) expect(text).not.toContain(name)
  await press(page, 'record.message')
  expect(nudges('message')).toEqual([{ communeCode: third }])

  await page.locator('input[name="day"][value="3"]').check()
  await press(page, 'days.save')
  await expect(page.getByRole('status')).toHaveText(said('reminders', 'note.days'))
  await expect(page.locator('input[name="day"][value="3"]')).toBeChecked()
})

test('a leader reminds the own commune and sees no other', async ({ page, signInAs }) => {
  await signInAs('leader')
  await page.goto(reminders)
  await expect(page.locator('input[name="c"]')).toHaveCount(1)
  await expect(page.locator('input[name="c"]')).toHaveValue('01321')
  await press(page, 'what.message')
  await expect(page.locator('textarea')).toHaveCount(1)
  await page.goto(`${paths.remindersPrint(openCampaignId)}?c=01273`)
  await expect(page.getByRole('alert')).toContainText(said('reminders', 'note.none'))
})

test('where mail is set up, a planner writes to communes and sees what did not arrive', async ({
  browser,
}) => {
  const box = await smtpServer()
  const file = path.join(placesOfRun().folder, `mail-${randomUUID()}.db`)
  await database().backup(file)
  const server = await startServer(file, `${file}.log`, {
    SMTP_URL: `smtp://127.0.0.1:${box.port}`,
    MAIL_FROM: 'Sở Nội vụ <itoso@caobang.gov.vn>',
    APP_URL: 'http://itoso.caobang.gov.vn',
  })
  const context = await browser.newContext({ javaScriptEnabled: true, baseURL: server.url })
  try {
    const account = demoAccount('planner').id
    await useSession(context, server.url, newSession(account, file))
    await useLocale(context, server.url, 'vi')
    const page = await context.newPage()
    await page.goto(paths.communeContacts())
    await page.locator('[name="lines"]').fill('Xã Bảo Lạc\tubnd@baolac.vn\nPhường Thục Phán\tsai@@x')
    await press(page, 'contacts.pasteGo')
    await expect(page.locator('[name="email-01321"]')).toHaveValue('ubnd@baolac.vn')
    await expect(page.getByText(/^Dòng 2: /)).toBeVisible()
    await page.locator('[name="email-01273"]').fill('không phải')
    await press(page, 'contacts.save')
    await expect(page).toHaveTitle(/^Lỗi:/)
    await expect(page.locator('[name="email-01273"]')).toHaveValue('không phải')
    await page.locator('[name="email-01273"]').fill('')
    await press(page, 'contacts.save')
    await expect(page.getByRole('status')).toHaveText(said('reminders', 'contacts.saved', { count: 1 }))

    await page.goto(`${paths.remindersMail(openCampaignId)}?c=01321`)
    await page.locator('[name="officeText"]').fill('Xem danh sách')
    await press(page, 'mail.preview')
    await expect(page.getByRole('alert')).toContainText('[liên kết]')
    await page.locator('[name="officeText"]').fill('Xã [xã] xem danh sách: [liên kết]')
    await press(page, 'mail.preview')
    await expect(page.locator('#preview')).toContainText('Xã xã Bảo Lạc xem danh sách: http://itoso')
    for (const locale of ['vi', 'en'] as const) {
      await useLocale(context, server.url, locale)
      for (const at of [`${paths.remindersMail(openCampaignId)}?c=01321`, paths.mail()]) {
        await page.setViewportSize({ width: 1366, height: 768 })
        const html = await (await page.goto(at))!.text()
        expect.soft(await markupFaults(html), at).toEqual([])
        expect.soft(await axeFaults(page), at).toEqual([])
        expect.soft(languageFaults(await ownText(page), locale), at).toEqual([])
        expect.soft(await overflow(page, 360), at).toEqual([])
      }
    }
    await useLocale(context, server.url, 'vi')
    await page.goto(`${paths.remindersMail(openCampaignId)}?c=01321`)
    await press(page, 'mail.send')
    await expect(page.getByRole('status')).toHaveText(said('reminders', 'note.mail', { count: 1 }))

    await page.goto(paths.mail())
    await page.locator('[name="address"]').fill('toi@caobang.gov.vn')
    await page.getByRole('button', { name: said('mail', 'test.send') }).click()
    await expect(page.getByRole('status')).toContainText('đã gửi lúc')
    expect(box.got.map(({ subject }) => subject)).toContain(said('mail', 'test.mailTitle'))
    const reminder = box.got.find(({ to }) => [to!].flat().some((each) => each.text === 'ubnd@baolac.vn'))
    expect(reminder?.text).toContain(
      `http://itoso.caobang.gov.vn${paths.missing(openCampaignId, { commune: '01321' })}`,
    )
    for (const { name } of namesIn('01321')) expect(reminder?.text).not.toContain(name)
  } finally {
    await context.close()
    await server.stop()
    await box.stop()
  }
})
