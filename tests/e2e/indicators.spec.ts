import readXlsx from 'read-excel-file/node'
import type { CellValue } from '~/formats/table'
import { writeWorkbook } from '~/formats/write-workbook.server'
import { paths } from '~/paths'
import { closedCampaignId } from '../fixtures/installation'
import { xlsxType } from '../fixtures/roster'
import { expect, test } from '../fixtures/test'
import { said, saying } from '../fixtures/words'

test.describe.configure({ mode: 'serial' })
test.use({ javaScriptEnabled: false })

const day = '31/12/2024'
const online = said('indicators', 'first.filed-online')
const upload = (name: string, buffer: Buffer) => ({ name, mimeType: xlsxType, buffer })

/** The template with values of three communes on a day of their own, so that no other test meets them. */
async function filled(template: Buffer): Promise<Buffer> {
  const [sheet] = await readXlsx(template)
  const [heads, ...rows] = sheet!.data as unknown as CellValue[][]
  const at = (key: 'date' | 'source') => heads!.indexOf(said('indicators', `column.${key}`))
  const value = heads!.findIndex((head) => String(head).startsWith(online))
  const lines = rows.slice(0, 3).map((row, i) => {
    const line = [...row]
    line[at('date')] = day
    line[at('source')] = 'Dữ liệu mẫu'
    line[value] = 40 + i
    line[value + 1] = 200
    return line
  })
  return writeWorkbook([
    { name: sheet!.sheet, columns: heads!.map((head) => ({ header: String(head) })), rows: lines },
  ])
}

test('a planner fills in the template, sees what is new, stores it and finds it beside skills', async ({
  page,
  signInAs,
}) => {
  await signInAs('planner')
  await page.goto(paths.indicators())
  await page.getByRole('link', { name: said('indicators', 'do.import'), exact: true }).click()
  const template = await page.request.get(paths.indicatorsTemplate())
  const file = upload('mau.xlsx', await filled(await template.body()))
  await page.locator('#file').setInputFiles(file)
  await page.getByRole('button', { name: said('indicators', 'import.submit') }).click()
  const counts = { values: 3, communes: 3, added: 3, changed: 0, same: 0 }
  await expect(page.locator('.lead')).toHaveText(said('indicators', 'preview.lead', counts))
  await page.getByRole('button', { name: said('indicators', 'preview.confirm', { count: 3 }) }).click()
  await expect(page.getByRole('status')).toHaveText(said('indicators', 'note.stored', { count: 3 }))

  await page.getByRole('link', { name: online, exact: true }).click()
  await page.locator('#date').selectOption('2024-12-31')
  await page.getByRole('button', { name: said('indicators', 'one.show'), exact: true }).click()
  await expect(page.getByRole('cell', { name: '42,0%' })).toBeVisible()

  await page.goto(paths.gapsIndicators(closedCampaignId, { indicator: 'filed-online', date: '2024-12-31' }))
  await expect(page.locator('.lead')).toContainText(said('indicators', 'beside.notCause'))
  await expect(page.getByRole('cell', { name: '42,0%' })).toBeVisible()
  await page.goto(paths.gapsIndicators(closedCampaignId, { indicator: 'filed-online' }))
  await expect(page.locator('figure.scatter circle').first()).toBeVisible()
})

test('a bad file stores nothing and names every cell; what was stored is undone', async ({
  page,
  signInAs,
}) => {
  await signInAs('planner')
  await page.goto(paths.indicatorsImport())
  const rows: CellValue[][] = [
    ['99999', day, 'Sở', 50],
    ['01321', day, 'Sở', 'năm mươi'],
    ['01273', '12/31/2024', 'Sở', 50],
    ['01279', day, 'Sở', 50],
    ['01279', day, 'Sở', 51],
  ]
  const columns = ['Mã xã', 'Kỳ số liệu', 'Nguồn', online].map((header) => ({ header }))
  await page
    .locator('#file')
    .setInputFiles(upload('hong.xlsx', await writeWorkbook([{ name: 'Sheet1', columns, rows }])))
  await page.getByRole('button', { name: said('indicators', 'import.submit') }).click()
  await expect(page.locator('#errors li')).toHaveText([/A2/, /D3/, /B4/, /A6/])
  await expect(page.locator('#errors')).toContainText(said('indicators', 'import.nothingStored'))

  await page.goto(paths.indicators())
  await page
    .getByRole('link', { name: `${said('indicators', 'imports.undo')} mau.xlsx` })
    .first()
    .click()
  await page.getByRole('button', { name: said('indicators', 'undo.submit') }).click()
  await expect(page.getByRole('status')).toHaveText(said('indicators', 'note.undone'))
  await expect(page.getByRole('row', { name: /mau\.xlsx/ }).first()).toContainText(
    saying('indicators', 'imports.undone'),
  )
})
