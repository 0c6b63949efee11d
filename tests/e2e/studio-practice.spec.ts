import type { Page } from '@playwright/test'
import { paths } from '~/paths'
import { database, newSession } from '../fixtures/installation'
import { axeFaults, markupFaults, overflow } from '../fixtures/page-checks'
import { endButton, expected, fill, make, newDoer, pointsOf, taskOf } from '../fixtures/practice'
import { newTrainer } from '../fixtures/studio'
import { expect, test, useSession } from '../fixtures/test'
import { said } from '../fixtures/words'

test.describe.configure({ mode: 'parallel' })

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
const save = (page: Page) => press(page, said('studio', 'save'))

/** A copy of a task that ships, as its author sees it; returns the id of the draft. */
async function copyOf(page: Page, code: string): Promise<string> {
  await page.goto(paths.practiceTaskOf(code))
  await press(page, said('tasks', 'copy'))
  return new URL(page.url()).pathname.split('/').pop()!
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a task is copied, changed in both languages, reviewed by another, published and done by a learner', async ({
    page,
    context,
    signInAs,
    baseURL,
  }, info) => {
    await signInAs('trainer')
    const id = await copyOf(page, 'share-file')
    const code = `share-copy-${id.slice(0, 8)}`
    await page.locator('[name="title.vi"]').fill('Chia sẻ một bảng số liệu')
    await page.locator('[name="title.en"]').fill('Share a table of figures')
    await page.locator('[name=code]').fill(code)
    await save(page)
    await page.goto(paths.studioTaskScreen(id, 'store'))
    await page.locator('[name="screens.0.paragraphs.0.vi"]').fill('Ông/Bà đang mở bảng số liệu.')
    await page.locator('[name="screens.0.paragraphs.0.en"]').fill('You have the figures open.')
    await save(page)
    await expect(page.locator('[name="screens.0.paragraphs.0.vi"]')).toHaveValue(
      'Ông/Bà đang mở bảng số liệu.',
    )

    await page.goto(paths.studioTaskPart(id, 'scoring'))
    await page.locator('[name="scoring.0.when"]').fill('copy =')
    await press(page, said('studio', 'send'))
    await expect(page.getByRole('alert')).toContainText(said('studio', 'fault.expression'))
    await expect(page.locator('[name="scoring.0.when"]')).toHaveValue('copy =')
    await page.locator('[name="scoring.0.when"]').fill('copy = trimmed; who != nobody')
    await press(page, said('studio', 'send'))
    await expect(page).toHaveURL(new RegExp(paths.studioReview(id)))

    await useSession(context, baseURL!, newSession(newTrainer()))
    await page.goto(paths.studioReview(id))
    await expect(page.getByText('You have the figures open.').first()).toBeVisible()
    await press(page, said('studio', 'verdict.approve'))
    await press(page, said('studio', 'publish.do'))
    await expect(page.getByText(said('studio', 'review.published', { id: `${code}@1` }))).toBeVisible()

    const accountId = await newDoer(context, baseURL!, info.workerIndex)
    const task = taskOf(code)
    await page.goto(paths.practice(code))
    await page.getByRole('button', { name: said('practice', 'start.start'), exact: true }).click()
    await expect(page.getByText('Ông/Bà đang mở bảng số liệu.')).toBeVisible()
    await make(page, task.model)
    await endButton(page).click()
    await expect(page).toHaveURL(paths.practiceResult(code))
    expect(pointsOf(accountId, code)).toEqual(expected(task))
  })

  test('parts are added and taken out with everything typed still there, and a part taken out comes back', async ({
    page,
    signInAs,
  }) => {
    await signInAs('trainer')
    const id = await copyOf(page, 'share-file')
    await page.goto(paths.studioTaskScreen(id, 'sent'))
    await page.locator('[name="screens.0.title.vi"]').fill('Chưa lưu')
    await press(page, said('studio', 'add.fields'))
    await expect(page.locator('[name="screens.0.fields.0.options.1.vi"]')).toBeVisible()
    await expect(page.locator('[name="screens.0.title.vi"]')).toHaveValue('Chưa lưu')
    await page.locator('[name="screens.0.fields.0.label.vi"]').fill('Ô mới')
    await page.locator('button[value="remove.screens.0.fields.0"]').click()
    await expect(page.locator('[name="screens.0.fields.0.label.vi"]')).toHaveCount(0)
    await press(page, said('studio', 'removed.undo'))
    await expect(page.locator('[name="screens.0.fields.0.label.vi"]')).toHaveValue('Ô mới')
  })

  test('a draft is tried without a record, and the try becomes its model solution', async ({
    page,
    signInAs,
  }) => {
    await signInAs('trainer')
    const id = await copyOf(page, 'share-file')
    const runs = () =>
      database()
        .prepare('SELECT 1 FROM PracticeRun r JOIN RoleGrant g ON g.accountId = r.accountId WHERE g.role = ?')
        .all('trainer').length
    const task = taskOf('share-file')
    await page.goto(paths.studioTaskTry(id))
    const before = runs()
    await press(page, task.screens[0]!.actions[0]!.label.vi)
    await expect(page.getByRole('alert')).toBeVisible()
    for (const { action, fields } of task.model) {
      await fill(page, fields)
      await page.locator(`button[name=action][value="${action}"]`).click()
    }
    await press(page, said('tasks', 'try.end'))
    await expect(page.getByRole('status')).toContainText('100')
    await press(page, said('tasks', 'try.asModel'))
    await expect(page.getByRole('status')).toContainText(said('tasks', 'try.kept'))
    expect(runs()).toBe(before)
  })

  test('a content pack is downloaded, and brought back it changes nothing', async ({
    page,
    context,
    signInAs,
    baseURL,
  }) => {
    await signInAs('trainer')
    await page.goto(paths.packs())
    await press(page, said('packs', 'export.do'))
    await expect(page.getByRole('alert')).toContainText(said('packs', 'export.empty'))
    const pack = await context.request.get(`${baseURL}${paths.packFile()}?practice=share-file&module=infosec`)
    expect(pack.headers()['content-type']).toBe('application/zip')
    await page.goto(paths.questionImports())
    await page
      .locator('[name=file]')
      .setInputFiles({ name: 'goi.zip', mimeType: 'application/zip', buffer: await pack.body() })
    await page.locator('main form button').first().click()
    await expect(page.getByText(said('interchange', 'change.same')).first()).toBeVisible({ timeout: 30_000 })
    const shown = await context.request.get(page.url())
    expect(await markupFaults(await shown.text())).toEqual([])
    expect(await overflow(page, 360)).toEqual([])
  })
})

test('every page of a task in the studio is sound and fits a phone', async ({ page, signInAs }) => {
  await signInAs('trainer')
  const id = await copyOf(page, 'receive-dossier')
  const [screen] = taskOf('receive-dossier').screens
  const pages = [
    paths.studioTask(id),
    paths.studioTaskScreen(id, screen!.id),
    paths.studioTaskPart(id, 'documents'),
    paths.studioTaskPart(id, 'scoring'),
    paths.studioTaskTry(id),
    paths.studioReview(id),
  ]
  for (const address of pages) {
    await page.setViewportSize({ width: 1366, height: 768 })
    const reply = await page.goto(address)
    expect(await axeFaults(page), address).toEqual([])
    expect(await markupFaults(await reply!.text()), address).toEqual([])
    expect(await overflow(page, 360), address).toEqual([])
  }
})
