import path from 'node:path'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { paths } from '~/paths'
import {
  closedCampaignId,
  database,
  demoAccount,
  fileOf,
  logOf,
  newSession,
  placesOfRun,
} from '../fixtures/installation'
import { startServer } from '../fixtures/server'
import { expect, test, useLocale, useSession } from '../fixtures/test'
import { said } from '../fixtures/words'

test.use({ javaScriptEnabled: false })

/** Pages of what the browser prints, counted in the PDF itself. */
async function pagesOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}

/** A4 in pixels, on its side for slides. */
const paper = { '.slide': { width: 1122, height: 793 }, '.brief': { width: 793, height: 1122 } }

/** On paper nothing of a sheet is cut off: what stands last in it ends inside it. */
async function seeNothingCut(page: Page, sheet: keyof typeof paper): Promise<void> {
  const screen = page.viewportSize()!
  await page.setViewportSize(paper[sheet])
  await page.emulateMedia({ media: 'print' })
  const over = await page
    .locator(sheet)
    .evaluateAll((all) =>
      all.flatMap((each, i) =>
        each.scrollHeight > each.clientHeight + 1 ? [`${i + 1}: ${each.scrollHeight}`] : [],
      ),
    )
  expect(over).toEqual([])
  await page.emulateMedia({ media: null })
  await page.setViewportSize(screen)
}

test('a planner takes charts, slides and the summary from the report', async ({ page, signInAs }) => {
  await signInAs('planner')
  await page.goto(paths.gaps(closedCampaignId))
  await page.getByRole('link', { name: said('meeting', 'files.title') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(said('meeting', 'files.title'))
  const png = page.locator('a[href*="domains.png"]')
  const picture = await page.request.get((await png.getAttribute('href'))!)
  expect(picture.headers()).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'private, no-store',
  })
  expect(await sharp(await picture.body()).metadata()).toMatchObject({ format: 'png', width: 1600 })
  for (const file of await page
    .locator('img')
    .evaluateAll((all) => all.map((each) => (each as HTMLImageElement).src)))
    expect((await page.request.get(file)).headers()['content-type']).toContain('image/svg+xml')

  await page.getByRole('link', { name: said('meeting', 'files.toSlides') }).click()
  const slides = page.locator('.slide')
  const count = await slides.count()
  expect(count).toBeGreaterThanOrEqual(8)
  expect(count).toBeLessThanOrEqual(12)
  await expect(slides.locator('.sample')).toHaveCount(count)
  const sizes = await slides
    .locator('h2, p:not(.vh), li')
    .evaluateAll((all) => all.map((each) => Number.parseFloat(getComputedStyle(each).fontSize)))
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(20)
  expect(await pagesOf(page)).toBe(count)
  await seeNothingCut(page, '.slide')

  await page.getByRole('checkbox', { name: said('meeting', 'topic.method') }).check()
  await page.getByRole('button', { name: said('meeting', 'slides.apply') }).click()
  await expect(slides).toHaveCount(count - 1)
  await expect(page.getByRole('checkbox', { name: said('meeting', 'topic.method') })).toBeChecked()
  await page.getByRole('link', { name: said('meeting', 'topic.where') }).click()
  await expect(page).toHaveURL(/#slide-where$/)

  await page.goto(paths.gapsSummary(closedCampaignId))
  expect(await pagesOf(page)).toBe(2)
  await seeNothingCut(page, '.brief')
})

test('the summary is two pages of a province of 99 communes with names of 90 characters', async ({
  page,
  context,
}, info) => {
  const file = path.join(placesOfRun().folder, `meeting-${info.workerIndex}-${info.retry}.db`)
  await database(fileOf('demo')).backup(file)
  const own = database(file)
  own.exec(
    "UPDATE Commune SET name = substr('Xã ' || name || ' ' || replace(hex(zeroblob(40)), '00', 'Thượng '), 1, 90)",
  )
  const codes = own
    .prepare("SELECT code FROM Commune WHERE provinceCode <> '04' ORDER BY code LIMIT 43")
    .pluck()
    .all() as string[]
  const asked = JSON.parse(
    own.prepare('SELECT communeCodes FROM Campaign WHERE id = ?').pluck().get(closedCampaignId) as string,
  ) as string[]
  own
    .prepare('UPDATE Campaign SET communeCodes = ? WHERE id = ?')
    .run(JSON.stringify([...asked, ...codes]), closedCampaignId)
  const columns = own
    .prepare("SELECT name FROM pragma_table_info('Estimate') WHERE name NOT IN ('campaignId', 'place')")
    .pluck()
    .all()
    .map((name) => `"${String(name)}"`)
    .join(', ')
  codes.forEach((code, i) =>
    own
      .prepare(
        `INSERT INTO Estimate (campaignId, place, ${columns}) SELECT campaignId, ?, ${columns} FROM Estimate WHERE campaignId = ? AND place = ?`,
      )
      .run(code, closedCampaignId, asked[i]),
  )
  const { id } = demoAccount('planner')
  const token = newSession(id, file)
  const server = await startServer(file, logOf('demo'))
  try {
    await useSession(context, server.url, token)
    for (const locale of ['vi', 'en'] as const) {
      await useLocale(context, server.url, locale)
      await page.goto(server.url + paths.gapsSummary(closedCampaignId))
      await expect(page.locator('.brief').first()).toContainText('99')
      expect(await pagesOf(page)).toBe(2)
      await seeNothingCut(page, '.brief')
    }
    await page.goto(server.url + paths.gapsSlides(closedCampaignId))
    await seeNothingCut(page, '.slide')
  } finally {
    await server.stop()
  }
})
