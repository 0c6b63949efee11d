import { paths } from '~/paths'
import { samples } from '../fixtures/samples'
import { expect, test } from '../fixtures/test'
import { said } from '../fixtures/words'

test.use({ javaScriptEnabled: false })

test('a scenario is copied, a class pinned and edited, and the plan worked out again with what changed told', async ({
  page,
  signInAs,
}) => {
  await signInAs('planner')
  const { solvedPlan } = samples()
  await page.goto(paths.planScenario(solvedPlan, 2))
  await expect(page.locator('.lead')).toContainText(/\d+ lớp, .* đồng trên .* Dự kiến giảm .* tốt hơn quá/)
  await page.getByRole('button', { name: said('plans', 'scenarios.copy') }).click()
  await expect(page.getByRole('status')).toContainText(said('plans', 'note.copied'))
  const copy = new URL(page.url()).pathname

  await page.getByRole('link', { name: said('plans', 'scenarios.rename') }).click()
  await page.getByLabel(said('plans', 'scenarios.name')).fill('')
  await page.getByRole('button', { name: said('plans', 'scenarios.saveName') }).click()
  await expect(page).toHaveTitle(/^Lỗi: /)
  await page.getByLabel(said('plans', 'scenarios.name')).fill('Phương án của tôi')
  await page.getByRole('button', { name: said('plans', 'scenarios.saveName') }).click()
  await expect(page.locator('nav.tabs').first()).toContainText('Phương án của tôi')

  await page.goto(`${copy}?view=classes`)
  await page.locator('main table tbody th a').first().click()
  const seats = page.locator('input[name^="seats:"]').first()
  await seats.fill('hai')
  await page.getByRole('button', { name: said('plans', 'edit.save') }).click()
  await expect(page.getByRole('alert')).toContainText(said('plans', 'edit.whole'))
  await expect(seats).toHaveValue('hai')
  await seats.fill('60')
  await page.getByRole('button', { name: said('plans', 'edit.save') }).click()
  await expect(page.getByRole('alert')).toContainText(said('plans', 'edit.cannot'))
  await page.getByRole('button', { name: said('plans', 'class.pin') }).click()
  await expect(page.getByRole('status')).toContainText(said('plans', 'class.note.pinned'))

  await page.goto(copy)
  await expect(page.getByRole('main')).toContainText(said('plans', 'stale.title'))
  await expect(page.locator('#wishes')).toContainText(said('plans', 'wishes.unpin'))
  await page
    .locator('#wishes')
    .getByRole('button', { name: said('plans', 'wishes.unpin') })
    .click()
  await expect(page.getByRole('status')).toContainText(said('plans', 'note.unpinned'))

  await page
    .getByRole('button', { name: said('plans', 'action.again') })
    .first()
    .click()
  await expect(page.getByRole('status')).toContainText(said('plans', 'note.started'))
  await expect(async () => {
    await page.goto(copy)
    await expect(page.getByRole('button', { name: said('plans', 'solve.cancel') })).toHaveCount(0)
  }).toPass({ timeout: 60_000 })
  await expect(page.getByRole('main')).toContainText(said('plans', 'changes.title'))

  await page.goto(paths.comparePlan(solvedPlan))
  await expect(page.getByRole('main')).toContainText(said('plans', 'sure.title'))
  await page.goto(`${copy}?ask=delete`)
  await page.getByRole('button', { name: said('plans', 'scenarios.delete') }).click()
  await expect(page.getByRole('status')).toContainText(said('plans', 'note.deleted'))
})
