import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { paths } from '~/paths'
import { readDocx } from '../builders/docx-reader'
import { closedCampaignId, database } from '../fixtures/installation'
import { expect, test } from '../fixtures/test'
import { said } from '../fixtures/words'

test.use({ javaScriptEnabled: false })

const planOf = (state: string) =>
  (
    database()
      .prepare(
        `SELECT id FROM TrainingPlan WHERE (state = 'draft') = ? AND basis <> '{}' ORDER BY createdAt LIMIT 1`,
      )
      .get(state === 'draft' ? 1 : 0) as { id: string }
  ).id

/** Downloads the Word file of the document on the page and reads it. */
async function wordFile(page: Page) {
  const waiting = page.waitForEvent('download')
  await page.getByRole('link', { name: said('official', 'edit.word') }).click()
  const download = await waiting
  expect(download.suggestedFilename()).toMatch(/\.docx$/)
  return readDocx(readFileSync(await download.path()))
}

const make = (page: Page) => page.getByRole('button', { name: said('official', 'new.do') }).click()

test('from a campaign and a plan to the four documents in a planner’s hands', async ({ page, signInAs }) => {
  await signInAs('planner')
  await page.goto(paths.gaps(closedCampaignId))
  await page.getByRole('link', { name: said('official', 'link.report') }).click()
  await make(page)
  await expect(page.getByRole('status')).toContainText(said('official', 'note.made'))

  const findings = page.getByLabel(said('official', 'section.findings'), { exact: true })
  await findings.fill('Tỉnh nhận định: an toàn thông tin là việc cần làm trước.')
  const issuer = page.getByLabel(said('official', 'section.issuer'), { exact: true })
  await issuer.fill('')
  await page.getByRole('button', { name: said('official', 'edit.save') }).click()
  await expect(page.getByRole('alert')).toContainText(said('official', 'fault.missing'))
  await expect(findings).toHaveValue(/Tỉnh nhận định/)
  await issuer.fill('Sở Nội vụ')
  await page.getByRole('button', { name: said('official', 'edit.save') }).click()
  await expect(page.getByRole('status')).toContainText(said('official', 'note.saved'))

  const report = await wordFile(page)
  expect(report.text).toContain('Tỉnh nhận định: an toàn thông tin là việc cần làm trước.')
  expect(report.text).toContain('SỞ NỘI VỤ')
  expect(report.sections[0]!.titlePage).toBe(true)
  expect(report.text).toContain('DỮ LIỆU MẪU')
  await page.getByRole('link', { name: said('official', 'edit.print') }).click()
  await expect(page.locator('.official')).toContainText('Tỉnh nhận định')
  await expect(page.locator('.official')).toContainText('Cộng hòa xã hội chủ nghĩa Việt Nam')
  await expect(page.locator('.official img')).toHaveCount(2)
  await page.goBack()
  await page.getByRole('button', { name: /^Dùng lại câu gợi ý: Nhận định chung/ }).click()
  await expect(findings).not.toHaveValue(/Tỉnh nhận định/)
  await page.getByRole('button', { name: /^Lấy lại câu đã sửa: Nhận định chung/ }).click()
  await expect(findings).toHaveValue(/Tỉnh nhận định/)

  await page.goto(paths.newDocument({ kind: 'plan', plan: planOf('draft') }))
  await make(page)
  expect((await wordFile(page)).text).toContain('KẾ HOẠCH')
  for (const [kind, words] of [
    ['participants', 'DANH SÁCH'],
    ['summons', 'V/v triệu tập'],
  ] as const) {
    await page.goto(paths.newDocument({ kind, plan: planOf('approved') }))
    await make(page)
    expect((await wordFile(page)).text).toContain(words)
  }

  await page.getByRole('link', { name: said('official', 'edit.remove') }).click()
  await page.getByRole('button', { name: said('official', 'edit.removeDo') }).click()
  await expect(page.getByRole('status')).toContainText(said('official', 'note.removed'))
  await page.getByRole('button', { name: said('official', 'note.restore') }).click()
  await expect(page.getByRole('status')).toContainText(said('official', 'note.restored'))
})
