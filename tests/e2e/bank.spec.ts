import { paths } from '~/paths'
import { closedCampaignId } from '../fixtures/installation'
import { expect, test } from '../fixtures/test'
import { said } from '../fixtures/words'

test.use({ javaScriptEnabled: false })

const both = ['5.4-3b', '5.4-3c']
const listed = paths.items({ q: '5.4-3', purpose: 'measure' })

test('many items become drafts at once, and are shown before and after first', async ({ page, signInAs }) => {
  await signInAs('trainer')
  await page.goto(listed)
  for (const code of both) await page.getByLabel(said('bank', 'choose', { code })).check()
  await page.getByLabel(said('bank', 'do'), { exact: true }).selectOption('difficulty')
  await page.getByRole('button', { name: said('bank', 'go') }).click()
  await page.getByLabel(said('bank', 'difficulty')).fill('rất khó')
  await page.getByRole('button', { name: said('bank', 'change.show') }).click()
  await expect(page.getByText(said('bank', 'change.error.number'))).toBeVisible()
  await page.getByLabel(said('bank', 'difficulty')).fill('1,25')
  await page.getByRole('button', { name: said('bank', 'change.show') }).click()
  const will = page.getByRole('table', { name: said('bank', 'change.will', { count: 2 }) })
  await expect(will.getByRole('cell', { name: '1,25' })).toHaveCount(2)
  await page.getByRole('button', { name: said('bank', 'change.confirm.drafts', { count: 2 }) }).click()
  await expect(page.getByRole('status')).toHaveText(said('bank', 'note.drafts', { count: 2 }))
  for (const code of both)
    await expect(page.getByRole('row', { name: code })).toContainText(said('bank', 'status.writing'))

  // A second time there is nothing to do: both have a draft, and each leads to it.
  await page.goto(paths.bankChange({ do: 'revise', items: both.join(',') }))
  await expect(page.getByRole('heading', { name: said('bank', 'change.nothing') })).toBeVisible()
  await expect(page.getByRole('link', { name: said('bank', 'change.why.draft') })).toHaveCount(2)
})

test('an item is taken out of use and given back from the page that says so', async ({ page, signInAs }) => {
  const code = '5.4-2c'
  await signInAs('trainer')
  await page.goto(paths.bankChange({ do: 'retire', items: code }))
  await page.getByRole('button', { name: said('bank', 'change.confirm.retire', { count: 1 }) }).click()
  await expect(page.getByRole('status')).toHaveText(said('bank', 'note.retired', { count: 1 }))
  await page.getByRole('button', { name: said('bank', 'change.confirm.restore', { count: 1 }) }).click()
  await expect(page.getByRole('status')).toHaveText(said('bank', 'note.restored', { count: 1 }))
  await page.goto(paths.item(code))
  await expect(page.getByRole('heading', { level: 1 })).toContainText(code)
  await expect(page.getByText(said('teach', 'item.inUse')).first()).toBeVisible()
})

test('an item that misbehaves is revised from its analysis, flagged ones first', async ({
  page,
  signInAs,
}) => {
  await signInAs('trainer')
  await page.goto(paths.itemAnalysis(closedCampaignId))
  const first = page
    .getByRole('table', { name: said('analysis', 'items.caption') })
    .getByRole('row')
    .nth(1)
  await first.getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: said('bank', 'trace.title') })).toBeVisible()
  await page.getByRole('button', { name: said('bank', 'act.revise') }).click()
  await expect(page).toHaveURL(/\/studio\/items\//)
})
