import { paths } from '~/paths'
import { expect, test } from '../fixtures/test'
import { said } from '../fixtures/words'

test.use({ javaScriptEnabled: false })

const commune = '01321'
const criterion = '6.2'
const words = (key: Parameters<typeof said<'scorecard'>>[1]) => said('scorecard', key)

test('a leader enters with evidence, a planner returns and confirms, scores are taken, a draft is checked', async ({
  page,
  signInAs,
}, info) => {
  const title = `Lần chốt thử ${info.project.name}`
  const main = page.getByRole('main')
  const press = (key: Parameters<typeof words>[0]) =>
    page.getByRole('button', { name: words(key), exact: true }).click()

  await signInAs('leader')
  await page.goto(paths.scorecards())
  await expect(page).toHaveURL(paths.scorecardOf(commune))
  await expect(main).toContainText(words('example.title'))
  await page.goto(paths.scorecardEntry(commune, criterion))
  await page.locator('#value').fill('18')
  await page.locator('#date').fill('01/11/2025')
  await press('entry.save')
  await expect(page).toHaveTitle(/^Lỗi: /)
  await expect(page.locator('#value')).toHaveValue('18')
  await page.locator('#evidence').fill('Sổ theo dõi buổi hướng dẫn, trang 12')
  await press('entry.save')
  await expect(main).toContainText(words('note.entered'))
  await expect(page.locator('#group-community')).toContainText(words('entry.state.waiting'))

  await signInAs('planner')
  await page.goto(paths.scorecards())
  await expect(main).toContainText('từ thứ')
  await page.goto(paths.scorecardEntry(commune, criterion))
  await press('decide.return')
  await expect(page).toHaveTitle(/^Lỗi: /)
  await page.locator('#reason').fill('Chưa ghi tháng của các buổi')
  await press('decide.return')
  await expect(main).toContainText('Chưa ghi tháng của các buổi')
  await press('decide.confirm')
  await expect(main).toContainText(words('note.confirmed'))

  await page.goto(paths.scorecardSnapshots())
  await press('snapshots.take')
  await expect(page).toHaveTitle(/^Lỗi: /)
  await page.locator('#title').fill(title)
  await press('snapshots.take')
  await page.getByRole('link', { name: title, exact: true }).click()
  await expect(main).toContainText(`Điểm đã chốt: ${title}`)

  await page.goto(paths.scorecardCriterion(criterion))
  await page.locator('#max').fill('6')
  await press('criterion.save')
  await expect(main).toContainText('cộng lại 102 trên 100 điểm')
  await page.goto(paths.scorecardCriteria({ draft: 'yes', ask: 'publish' }))
  await expect(main).toContainText('cộng lại 102')
  await page.goto(paths.scorecardCriterion(criterion))
  await page.locator('#max').fill('4')
  await press('criterion.save')
  await page.goto(paths.scorecardCriteria({ draft: 'yes', ask: 'publish' }))
  await page.locator('#validFrom').fill('01/01/2020')
  await press('publish.submit')
  await expect(main).toContainText(words('publish.early'))

  await page.goto(paths.scorecardOf(commune))
  await expect(page.locator('#history')).toContainText(title)
})
