import { paths } from '~/paths'
import { closedCampaignId } from '../fixtures/installation'
import { expectPrintable, languageFaults, markupFaults, overflow, ownText } from '../fixtures/page-checks'
import { expect, test } from '../fixtures/test'
import { said, saying } from '../fixtures/words'

test.describe.configure({ mode: 'parallel' })

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a learner finds the path of the own position and goes from a step to its module', async ({
    page,
    learner,
  }) => {
    await page.goto(paths.learn())
    const own = page.getByRole('link', { name: saying('route', 'own.link') })
    await own.and(page.locator(`[href="${paths.learningPath(learner.positionCode)}"]`)).click()
    await expect(page).toHaveURL(paths.learningPath(learner.positionCode))
    await expect(page.getByText(said('route', 'path.own'))).toBeVisible()
    const steps = page.locator('main ol > li')
    expect(await steps.count()).toBeGreaterThan(2)
    const first = steps.first().getByRole('link').first()
    const title = await first.textContent()
    await first.click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(title!)
  })

  test('the list has every department, and another position says nothing of one’s progress', async ({
    page,
    learner,
  }) => {
    await page.goto(paths.tasks())
    await expect(page.locator(`main a[href="${paths.learningPath(learner.positionCode)}"]`)).toBeVisible()
    await page.goto(paths.learningPaths())
    expect(await page.getByRole('heading', { level: 2 }).count()).toBeGreaterThan(5)
    const ownOne = page.locator('.tasks li', { hasText: said('route', 'list.own') })
    await expect(ownOne.first()).toBeVisible()
    await page.locator('.tasks li:not(:has(.tag)) a').first().click()
    await expect(page.getByText(said('route', 'path.own'))).toHaveCount(0)
    await expect(page.locator('main ol .tag')).toHaveCount(0)
  })
})

test('each competency of the table leads to its step or says that there is no module', async ({
  page,
  signInAs,
}) => {
  await signInAs('planner')
  await page.goto(paths.learningPath('office-statistics'))
  const rows = page.locator('main tbody tr')
  for (const row of await rows.all()) {
    const target = await row
      .locator('a')
      .first()
      .getAttribute('href', { timeout: 500 })
      .catch(() => null)
    if (target) await expect(page.locator(target)).toHaveCount(1)
    else await expect(row).toContainText(said('route', 'needed.none'))
  }
})

test('a path prints with boxes to tick and lines for a pen, and without what the screen alone needs', async ({
  page,
  learner,
}) => {
  await page.goto(paths.learningPath(learner.positionCode))
  await expectPrintable(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText(said('route', 'cover.name'))).toBeVisible()
  await expect(page.locator('main ol .paper-box').first()).toBeVisible()
  await expect(page.locator('main ol .tag').first()).toBeHidden()
})

test('the path of a group of people stands alone for printing, without a name and without a count of people', async ({
  page,
  signInAs,
}) => {
  await signInAs('planner')
  await page.goto(paths.gapsSegments(closedCampaignId))
  await page
    .getByRole('link', { name: said('route', 'group.print') })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(said('route', 'group.title'))
  expect(await page.locator('main ol > li').count()).toBeGreaterThan(0)
  await expect(page.locator('main')).not.toContainText(/\d người/)
  await expectPrintable(page)
  await page.goto(paths.gapsSegments(closedCampaignId, { path: '99' }))
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(said('route', 'group.title'))
})

for (const locale of ['vi', 'en'] as const)
  test(`the pages are sound and fit a phone (${locale})`, async ({ page, signInAs }) => {
    await signInAs('planner', locale)
    for (const path of [
      paths.learningPaths(),
      paths.learningPath('one-stop-reception'),
      paths.gapsSegments(closedCampaignId, { path: '1' }),
    ]) {
      const response = await page.goto(path)
      expect(await markupFaults(await response!.text()), path).toEqual([])
      expect(languageFaults(await ownText(page), locale), path).toEqual([])
      expect(await overflow(page, 360), path).toEqual([])
    }
  })
