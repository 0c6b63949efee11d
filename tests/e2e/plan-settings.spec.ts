import { paths } from '~/paths'
import { closedCampaignId } from '../fixtures/installation'
import { expect, test } from '../fixtures/test'
import { said } from '../fixtures/words'

test.use({ javaScriptEnabled: false })

test('what a plan is made from, a plan, and two planners at its settings', async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs('planner')
  const main = page.getByRole('main')
  const save = () => page.getByRole('button', { name: said('planning', 'action.save'), exact: true }).click()

  await page.goto(paths.planTrainers({ edit: 'new' }))
  await save()
  await expect(page).toHaveTitle(/^Lỗi: /)
  await page.getByLabel(said('planning', 'trainer.name')).fill('Nông Thị Giảng')
  await page.getByLabel(said('planning', 'trainer.days'), { exact: true }).fill('12')
  await page.locator('input[name=modules][value=infosec]').check()
  await save()
  await expect(main).toContainText('Nông Thị Giảng')

  await page.goto(paths.planVenues({ edit: 'new' }))
  await page.getByLabel(said('planning', 'venue.name')).fill('Phòng học thử')
  await page.getByLabel(said('planning', 'venue.seats')).fill('mười')
  await save()
  await expect(page.locator('#seats')).toHaveValue('mười')
  await page.locator('#seats').fill('30')
  await save()
  await page.getByRole('link', { name: `${said('planning', 'action.remove')} Phòng học thử` }).click()
  await page.getByRole('button', { name: said('planning', 'remove.submit') }).click()
  await page.getByRole('button', { name: said('planning', 'removed.undo') }).click()
  await expect(main).toContainText('Phòng học thử')

  await page.goto(paths.planNorms())
  await page.locator('#roomDay').fill('1,2 triệu')
  await page.locator('#source').fill('Nghị quyết thử')
  await page.getByRole('button', { name: said('planning', 'norms.save') }).click()
  await expect(main).toContainText('1.200.000')

  await page.goto(paths.newPlan({ campaign: closedCampaignId }))
  await page.locator('#title').fill('Kế hoạch của hai người')
  await page.locator('#budget').fill('500 triệu')
  await page.getByRole('button', { name: said('planning', 'new.submit') }).click()
  await expect(page.locator('#budget')).toHaveValue('500.000.000')

  const other = await context.newPage()
  await other.goto(page.url())
  await other.locator('#budget').fill('600.000.000')
  await other.getByRole('button', { name: said('planning', 'action.save'), exact: true }).click()
  await expect(other.getByRole('main')).toContainText(said('planning', 'note.saved'))

  await page.locator('#budget').fill('700.000.000')
  await page.locator('#seatDay').fill('99.000')
  await save()
  await expect(main).toContainText('700.000.000')
  await expect(main).toContainText('600.000.000')
  await page.getByRole('button', { name: said('planning', 'conflict.submit') }).click()
  await expect(page.locator('#budget')).toHaveValue('700.000.000')
  await expect(page.locator('#seatDay')).toHaveValue('99.000')
})
