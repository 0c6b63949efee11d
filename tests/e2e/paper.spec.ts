import { readWorkbook } from '~/formats/workbook.server'
import { writeWorkbook } from '~/formats/write-workbook.server'
import { matrixLimits } from '~/formats/number-table'
import type { CellValue } from '~/formats/table'
import { paths } from '~/paths'
import { database, openCampaignId } from '../fixtures/installation'
import { xlsxType } from '../fixtures/roster'
import { expect, test } from '../fixtures/test'
import { said } from '../fixtures/words'

const page = paths.paper(openCampaignId)
const limits = { ...matrixLimits, sheets: 100 }

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('answers on paper are typed, looked at and taken in', async ({ page: tab, signInAs }) => {
    await signInAs('planner')
    await tab.goto(page)
    const file = await tab.request.get(paths.paperWorkbook(openCampaignId, { commune: '01321' }))
    expect(file.ok()).toBe(true)
    const name = lastPerson(await sheetsOf(await file.body()))
    const send = async (body: Buffer) => {
      await tab.goto(page)
      await tab
        .getByLabel(said('paper', 'upload.file'))
        .setInputFiles({ name: 'bang-nhap.xlsx', mimeType: xlsxType, buffer: body })
      await tab.getByRole('button', { name: said('paper', 'upload.submit') }).click()
    }

    await send(Buffer.from('%PDF-1.7'))
    await expect(tab.getByRole('alert')).toContainText('PDF')
    await expect(tab).toHaveTitle(/^Lỗi:/)

    const day = '21/11/2000'
    await send(await typed(await file.body(), name, { form: 'A', day, one: 'a' }))
    await expect(tab.getByRole('heading', { level: 1 })).toHaveText(said('paper', 'preview.title'))
    await expect(tab.getByText(said('paper', 'mend.dateEarly'))).toBeVisible()

    const today = new Date(Date.now() + 7 * 3_600_000)
    await send(await typed(await file.body(), name, { form: 'b', day: today, one: ' A ' }))
    await expect(tab.getByText(said('paper', 'preview.nothing'))).toBeVisible()
    expect(sittingsOf(name)).toBe(0)
    await tab.locator('button', { hasText: said('paper', 'preview.confirm', { count: 1 }) }).click()
    await expect(tab.getByRole('heading', { level: 1 })).toHaveText(said('paper', 'done.title'))
    expect(sittingsOf(name)).toBe(1)

    await send(await typed(await file.body(), name, { form: 'B', day: today, one: 'A' }))
    await expect(tab.getByText(said('paper', 'mend.already'))).toBeVisible()
    await tab.getByRole('button', { name: said('paper', 'discard.confirm') }).click()
    await expect(tab.getByRole('status')).toContainText(said('paper', 'discarded.text'))
  })
})

test('a form fills sheets of A4: its head on each, no question parted, nothing cut off', async ({
  page: tab,
  signInAs,
}) => {
  await signInAs('planner')
  await tab.goto(paths.paperForm(openCampaignId, 'office-statistics', 'a'))
  await tab.setViewportSize({ width: 794, height: 1123 })
  await tab.emulateMedia({ media: 'print' })
  const wide = await tab.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(794)
  const breaks = await tab
    .locator('.paper-question')
    .evaluateAll((all) => all.map((each) => getComputedStyle(each).breakInside))
  expect(breaks.length).toBeGreaterThan(20)
  expect(new Set(breaks)).toEqual(new Set(['avoid']))
  await expect(tab.locator('.paper-head')).toHaveCSS('display', 'table-header-group')
  const pdf = await tab.pdf({ preferCSSPageSize: true })
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)!.length).toBeGreaterThan(3)
})

async function sheetsOf(body: Buffer) {
  const read = await readWorkbook(body, limits)
  if (!read.ok) throw new Error(read.problem.code)
  return read.sheets.map(({ name, rows }) => ({ name, rows }))
}

type Sheets = Awaited<ReturnType<typeof sheetsOf>>

/** The staff code of the last person of the workbook. */
function lastPerson(sheets: Sheets): string {
  const people = sheets.flatMap(({ rows }) =>
    rows[0]?.[0] === said('paper', 'sheet.staffCode')
      ? rows.filter(([code]) => /^\d{5}-\d+$/.test(String(code)))
      : [],
  )
  const last = people.at(-1)
  if (!last) throw new Error('nobody is left in the workbook')
  return String(last[0])
}

async function typed(
  body: Buffer,
  code: string,
  answers: { form: string; day: CellValue; one: string },
): Promise<Buffer> {
  const sheets = (await sheetsOf(body)).map(({ name, rows }) => {
    const [head = [], ...lines] = rows
    const cells: Record<string, CellValue> = {
      [said('paper', 'sheet.form')]: answers.form,
      [said('paper', 'sheet.date')]: answers.day,
      '1': answers.one,
    }
    return {
      name,
      columns: head.map((heading) => ({ header: String(heading ?? '') })),
      rows: lines.map((line) =>
        line[0] === code ? head.map((heading, i) => cells[String(heading)] ?? line[i] ?? null) : line,
      ),
    }
  })
  return writeWorkbook(sheets)
}

function sittingsOf(code: string): number {
  const row = database()
    .prepare(
      `SELECT COUNT(*) AS n FROM Sitting s JOIN Invitee i ON i.id = s.inviteeId JOIN Person p ON p.id = i.personId
       WHERE i.campaignId = ? AND p.staffCode = ? AND s.submittedAt IS NOT NULL`,
    )
    .get(openCampaignId, code) as { n: number }
  return row.n
}
