import type { Page } from '@playwright/test'
import { paths } from '~/paths'
import { database } from '../fixtures/installation'
import { moduleOf, newLearner } from '../fixtures/learning'
import { expectPrintable } from '../fixtures/page-checks'
import { expect, test } from '../fixtures/test'
import { said } from '../fixtures/words'

test.describe.configure({ mode: 'serial' })
test.use({ javaScriptEnabled: false })

const code = 'one-stop'

/** A lesson that names a fact in its own text. */
function naming(fact: string): { module: string; lesson: string } {
  const rows = database().prepare('SELECT code FROM ModuleVersion WHERE retired = 0 ORDER BY code').all() as {
    code: string
  }[]
  for (const { code: module } of rows)
    for (const { code: lesson, text } of moduleOf(module).lessons)
      if (text.vi.replace(/::: summary[^]*/, '').includes(`[[${fact}]]`)) return { module, lesson }
  throw new Error(`no lesson names ${fact}`)
}

const row = async (page: Page, fact: string) =>
  (await page.locator(`input[value="${fact}"]`).getAttribute('name'))!.replace('.code', '')
const fill = async (page: Page, fact: string, vi: string, en: string) => {
  const name = await row(page, fact)
  await page.locator(`[name="${name}.vi"]`).fill(vi)
  await page.locator(`[name="${name}.en"]`).fill(en)
}
const save = (page: Page) => page.getByRole('button', { name: said('local', 'save') }).click()

test('a planner changes a number and a learner reads it; a hostile text stays text; the default comes back', async ({
  page,
  context,
  baseURL,
  signInAs,
}, info) => {
  const desk = naming('help-desk')
  await signInAs('planner')
  await page.goto(paths.desk())
  await page.getByRole('link', { name: said('campaigns', 'desk.next.localFacts') }).click()
  await fill(page, 'help-desk', '<img src=x onerror=alert(1)>', '')
  await save(page)
  await expect(page).toHaveTitle(/^Lỗi:/)
  await expect(page.getByRole('alert')).toContainText(said('local', 'error.en'))
  await expect(page.locator(`[name="${await row(page, 'help-desk')}.vi"]`)).toHaveValue(
    '<img src=x onerror=alert(1)>',
  )
  await fill(page, 'help-desk', '<img src=x onerror=alert(1)>', '<b>desk</b>')
  await fill(page, 'vneid-help', '0206 385 1234', '0206 385 1234')
  await save(page)
  await expect(page.getByRole('status')).toHaveText(said('local', 'saved'))

  await newLearner(context, baseURL!, desk.module, info.workerIndex)
  await page.goto(paths.lesson(desk.module, desk.lesson))
  await expect(
    page.locator('.local').filter({ hasText: '<img src=x onerror=alert(1)>' }).first(),
  ).toBeVisible()
  await expect(page.locator('.local img')).toHaveCount(0)
  const call = naming('vneid-help')
  await page.goto(paths.lesson(call.module, call.lesson))
  await expect(page.locator('a[href="tel:02063851234"]').first()).toHaveText('0206 385 1234')
  await page.goto(paths.handbook(call.module))
  await expect(page.locator('a[href="tel:02063851234"]').first()).toBeAttached()

  await signInAs('planner')
  await page.goto(paths.localFacts())
  for (const fact of ['help-desk', 'vneid-help'])
    await page.locator(`[name="${await row(page, fact)}.reset"]`).check()
  await save(page)
  await expect(page.getByRole('status')).toHaveText(said('local', 'saved'))
  await newLearner(context, baseURL!, desk.module, info.workerIndex)
  await page.goto(paths.lesson(desk.module, desk.lesson))
  await expect(page.locator('.local').first()).not.toContainText('<img')
  await expect(page.locator('main')).not.toContainText('[[')
})

test('each lesson of a module has a summary of one page to print', async ({
  page,
  context,
  baseURL,
}, info) => {
  await newLearner(context, baseURL!, code, info.workerIndex)
  const { lessons } = moduleOf(code)
  await page.goto(paths.lesson(code, lessons[1]!.code))
  await page.getByRole('link', { name: said('learning', 'lesson.summary') }).click()
  await expect(page).toHaveURL(paths.summaries(code, lessons[1]!.code))
  await expect(page.locator('section.book-lesson')).toHaveCount(lessons.length)
  await expect(page.locator(`#${lessons[1]!.code}`)).toHaveText(lessons[1]!.title.vi)
  await expectPrintable(page)
})

for (const locale of ['vi', 'en'] as const)
  test(`no summary of any module needs a second sheet (${locale})`, async ({ page, signInAs }) => {
    await signInAs('trainer', locale)
    await page.emulateMedia({ media: 'print' })
    const modules = database()
      .prepare('SELECT DISTINCT code FROM ModuleVersion WHERE retired = 0 ORDER BY code')
      .all() as { code: string }[]
    for (const { code: module } of modules) {
      await page.goto(paths.summaries(module))
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
      expect(pdf.match(/\/Type\s*\/Page\b/g), module).toHaveLength(moduleOf(module).lessons.length)
    }
  })

test('a module lists its practice tasks for who is signed in, and for nobody else', async ({
  page,
  context,
  baseURL,
}, info) => {
  await page.goto(paths.learn())
  await expect(page.getByRole('link', { name: said('learning', 'list.practice'), exact: true })).toHaveCount(
    0,
  )
  await newLearner(context, baseURL!, code, info.workerIndex)
  await page.goto(paths.learn())
  await expect(page.getByRole('link', { name: said('learning', 'list.practice'), exact: true })).toBeVisible()
  const module = database()
    .prepare("SELECT code FROM ModuleVersion WHERE retired = 0 AND json_array_length(data, '$.practice') > 0")
    .get() as { code: string }
  await page.goto(paths.module(module.code))
  await expect(page.getByRole('heading', { name: said('learning', 'module.practice') })).toBeVisible()
  await expect(page.locator(`a[href^="${paths.practices()}/"]`)).not.toHaveCount(0)
})
