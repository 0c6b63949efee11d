import { paths } from '~/paths'
import type { Scenario } from '~/assessment/practice/scenario'
import { database } from '../fixtures/installation'
import { axeFaults, languageFaults, markupFaults, overflow, ownText } from '../fixtures/page-checks'
import { expect, test } from '../fixtures/test'
import { said } from '../fixtures/words'

test.describe.configure({ mode: 'parallel' })

const codes = () =>
  (
    database().prepare('SELECT DISTINCT code FROM PracticeVersion WHERE retired = 0 ORDER BY code').all() as {
      code: string
    }[]
  ).map(({ code }) => code)

function taskOf(code: string): Scenario {
  const row = database()
    .prepare('SELECT data FROM PracticeVersion WHERE code = ? ORDER BY version DESC LIMIT 1')
    .get(code) as { data: string }
  return JSON.parse(row.data) as Scenario
}

test('a trainer reads a task in both languages with its key, without JavaScript', async ({
  browser,
  baseURL,
  context,
  signInAs,
}) => {
  await signInAs('trainer')
  const plain = await browser.newContext({ baseURL, javaScriptEnabled: false })
  await plain.addCookies(await context.cookies())
  const page = await plain.newPage()
  await page.goto(paths.items())
  await page.getByRole('link', { name: said('teach', 'practiceTasks.title'), exact: true }).click()
  await expect(page.locator('main tbody tr')).toHaveCount(codes().length)
  const task = taskOf('receive-dossier')
  await page.getByRole('link', { name: task.title.vi }).click()
  for (const locale of ['vi', 'en'] as const) {
    const column = page.locator(`[lang=${locale}]`)
    await expect(column.getByText(task.situation[locale]).first()).toBeVisible()
    for (const { met } of task.scoring) await expect(column.getByText(met[locale]).first()).toBeVisible()
    for (const { name } of task.mistakes) await expect(column.getByText(name[locale]).first()).toBeVisible()
    for (const { title } of task.screens) await expect(column.getByText(title[locale]).first()).toBeVisible()
  }
  await expect(page.getByText(said('route', 'answered.few'))).toBeVisible()
  await plain.close()
})

test('every task has a sound page that fits a phone; a learner sees none', async ({ page, signInAs }) => {
  await signInAs('trainer', 'en')
  for (const path of [paths.practiceTasks(), ...codes().map((code) => paths.practiceTaskOf(code))]) {
    const response = await page.goto(path)
    expect(await markupFaults(await response!.text()), path).toEqual([])
    expect(languageFaults(await ownText(page), 'en'), path).toEqual([])
    expect(await overflow(page, 360), path).toEqual([])
  }
  expect(await axeFaults(page)).toEqual([])
  await signInAs('learner')
  expect((await page.goto(paths.practiceTasks()))!.status()).toBe(403)
  expect((await page.goto(paths.practiceTaskOf('receive-dossier')))!.status()).toBe(403)
})
