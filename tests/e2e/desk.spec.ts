import { paths } from '~/paths'
import { closedCampaignId } from '../fixtures/installation'
import { expect, test } from '../fixtures/test'
import { said } from '../fixtures/words'

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('the desk says where the province is, and its figures lead to what is behind them', async ({
    page,
    signInAs,
  }) => {
    await signInAs('planner')
    await page.goto(paths.desk())
    await expect(page.locator('.kpi')).toHaveCount(4)
    await expect(page.locator('.heat tbody tr')).toHaveCount(17)
    const links = await page.locator('.kpi a').evaluateAll((all) => all.map((a) => a.getAttribute('href')))
    expect(links.slice(0, 3)).toEqual([
      paths.campaign(closedCampaignId),
      paths.gaps(closedCampaignId),
      paths.gapsConditions(closedCampaignId),
    ])
    for (const link of links) {
      const answer = await page.request.get(link!)
      expect(answer.status(), link!).toBe(200)
    }
  })

  test('a cluster is made and filled, what moves is told, and the heat map is grouped', async ({
    page,
    signInAs,
  }, info) => {
    await signInAs('planner')
    const name = `Cụm thử ${info.workerIndex}-${info.retry}`
    await page.goto(paths.clusters())
    await page.getByLabel(said('clusters', 'name')).fill(name)
    await page.getByRole('button', { name: said('clusters', 'new.submit') }).click()
    const boxes = page.locator('input[name^="in."]')
    for (const i of [20, 21, 22]) await boxes.nth(i).check()
    await page.getByRole('button', { name: said('clusters', 'save') }).click()
    await expect(page.getByRole('status')).toContainText(said('clusters', 'done.saved', { name }))
    await page.goto(paths.gaps(closedCampaignId, { by: 'cluster' }))
    const group = page.locator('.heat tbody', { has: page.locator('[scope=rowgroup]', { hasText: name }) })
    await expect(group.locator('tr')).toHaveCount(5)
    await expect(group.locator('tr').nth(1)).toContainText(said('gaps', 'heat.cluster'))
  })
})

test('a mark of a drawing says what it is by the keys, and Escape takes it away', async ({
  page,
  signInAs,
}) => {
  await signInAs('planner')
  await page.goto(paths.gapsCompetency(closedCampaignId, '4.1'))
  const drawing = page.locator('[data-tips]').first()
  await drawing.focus()
  await page.keyboard.press('ArrowRight')
  const tip = page.locator('.tip')
  await expect(tip).toHaveText(/Xã|Phường/)
  const first = await tip.textContent()
  await page.keyboard.press('ArrowRight')
  await expect(tip).not.toHaveText(first!)
  await page.keyboard.press('Escape')
  await expect(tip).toBeHidden()
  await page.goto(paths.gaps(closedCampaignId))
  await page.locator('.heat td a').nth(9).focus()
  await expect(page.locator('.tip')).toContainText(/\d–\d/)
})
