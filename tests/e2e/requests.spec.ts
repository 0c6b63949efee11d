import { readFileSync, writeFileSync } from 'node:fs'
import { readZip, writeZip } from '~/formats/zip.server'
import { paths } from '~/paths'
import { closedCampaignId } from '../fixtures/installation'
import { expect, test } from '../fixtures/test'
import { said } from '../fixtures/words'

test.use({ javaScriptEnabled: false })

test('a workbook of the report is downloaded and checked, whole and with a figure that was changed', async ({
  page,
  signInAs,
}, info) => {
  await signInAs('planner')
  await page.goto(paths.gapsCheck(closedCampaignId))
  await page.getByRole('button', { name: said('workbook', 'check.submit') }).click()
  await expect(page).toHaveTitle(/^Lỗi: /)
  await expect(page.getByRole('alert')).toContainText(said('workbook', 'check.noFile'))

  const answer = await page.request.get(paths.gapsWorkbook(closedCampaignId))
  const [whole, changed] = [info.outputPath('so.xlsx'), info.outputPath('so-sua.xlsx')]
  writeFileSync(whole, await answer.body())
  await page.locator('#file').setInputFiles(whole)
  await page.getByRole('button', { name: said('workbook', 'check.submit') }).click()
  await expect(page.getByRole('status')).toContainText('Mọi số liệu trong sổ đúng như đã công bố')

  const parts = readZip(readFileSync(whole), { unpackedBytes: 200_000_000 })
  const sheet = 'xl/worksheets/sheet3.xml'
  const xml = parts.get(sheet)!.toString('utf8')
  parts.set(sheet, Buffer.from(xml.replace(/(<c r="F4" s="6"><v>)[^<]+/, '$10.0123')))
  writeFileSync(changed, writeZip(parts))
  await page.locator('#file').setInputFiles(changed)
  await page.getByRole('button', { name: said('workbook', 'check.submit') }).click()
  await expect(page.getByRole('alert')).toContainText('1 ô khác')
  await expect(page.getByRole('row').filter({ hasText: 'F4' })).toContainText('0,0123')
})

test('a request is answered for all communes that ask for it, taken back, and read by a commune', async ({
  page,
  signInAs,
}) => {
  await signInAs('planner')
  await page.goto(paths.requests({ campaign: closedCampaignId }))
  await page.getByRole('link', { name: /^Hỗ trợ về an toàn thông tin/ }).click()
  const state = page.getByLabel(said('requests', 'column.state'), { exact: true })
  await state.selectOption('declined')
  await page
    .getByRole('main')
    .getByRole('button', { name: said('requests', 'save') })
    .click()
  await expect(page.getByRole('alert')).toContainText(said('requests', 'fault.reason'))
  await expect(state).toHaveValue('declined')

  await state.selectOption('working')
  await page.getByLabel(/^Đầu mối thực hiện/).fill('Công an tỉnh')
  await page.getByLabel(/^Trả lời xã/).fill('Đã lập tổ trực hỗ trợ.')
  await page
    .getByRole('main')
    .getByRole('button', { name: said('requests', 'save') })
    .click()
  await expect(page.getByRole('status')).toContainText('Đã ghi tình trạng cho')
  const first = page.getByRole('table').first().getByRole('row').nth(1)
  await expect(first).toContainText('đang làm')
  const commune = page.url()

  await first.getByRole('link').click()
  await expect(page.getByRole('main')).toContainText('Đã lập tổ trực hỗ trợ.')

  await page.goto(commune)
  await page.getByRole('button', { name: said('requests', 'undo') }).click()
  await expect(page.getByRole('status')).toContainText('Đã hoàn tác cho')
  await expect(first).toContainText('chưa xem')
})
