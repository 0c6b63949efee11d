import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { paths } from '~/paths'
import { database, newSession } from '../fixtures/installation'
import { moduleOf, newLearner, readLessons, takeQuiz } from '../fixtures/learning'
import { newTrainer } from '../fixtures/studio'
import { expect, test, useSession } from '../fixtures/test'
import { said } from '../fixtures/words'

test.describe.configure({ mode: 'parallel' })

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
const save = (page: Page) => press(page, said('studio', 'save'))

async function fillBoth(page: Page, name: string, vi: string, en: string): Promise<void> {
  await page.locator(`[name="${name}.vi"]`).fill(vi)
  await page.locator(`[name="${name}.en"]`).fill(en)
}

/** Teaching items that can stand in a lesson, by their codes. */
function choices(): string[] {
  return (
    database()
      .prepare(
        `SELECT code FROM ItemVersion WHERE purpose = 'teach' AND kind = 'single' AND competency = '4.1' AND NOT retired
         AND origin = 'content' ORDER BY code`,
      )
      .all() as { code: string }[]
  ).map(({ code }) => code)
}

/** A new module with a title, as its author sees it. */
async function begin(page: Page, title: string): Promise<string> {
  await page.goto(paths.studio())
  await press(page, said('modules', 'new.start'))
  await fillBoth(page, 'title', title, `${title} in English`)
  await save(page)
  return new URL(page.url()).pathname.split('/').pop()!
}

const lessonOf = (language: 'vi' | 'en', check: string, figure: string) =>
  [
    ['::: aim', 'Học xong bài này, Ông/Bà biết kiểm tra một bức thư.', ':::'],
    ['::: aim', 'After this lesson you can check a mail.', ':::'],
    ['## Ba chỗ cần nhìn', 'Nhìn **người gửi** trước khi mở tệp.'],
    ['## Three places to look at', 'Look at the **sender** before you open a file.'],
  ]
    .filter((_, i) => (i % 2 === 0) === (language === 'vi'))
    .map((lines) => lines.join('\n'))
    .concat([figure, `::: check ${check}\n:::`])
    .join('\n\n')

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a module is written from nothing in both languages, reviewed by another, published and learned', async ({
    page,
    context,
    signInAs,
    baseURL,
  }, info) => {
    await signInAs('trainer')
    const title = `Nhận ra thư giả ${randomUUID().slice(0, 6)}`
    const id = await begin(page, title)
    await fillBoth(page, 'aim', 'kiểm tra thư trước khi mở', 'check a mail before opening it')
    await press(page, said('studio', 'add.competencies'))
    await page.locator('[name="competencies.0.code"]').selectOption('4.1')
    await page.locator('[name="competencies.0.level"]').selectOption('1')
    await save(page)
    await expect(page.locator('[name="aim.vi"]')).toHaveValue('kiểm tra thư trước khi mở')

    await page.goto(paths.studioFigures(id))
    await press(page, said('modules', 'figures.send'))
    await expect(page.getByRole('alert')).toContainText(said('modules', 'figures.noFile'))
    const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#336699' } })
      .png()
      .toBuffer()
    await page.locator('[name=file]').setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: picture })
    await page.locator('[name=alt-vi]').fill('Ba chỗ trong thư')
    await page.locator('[name=alt-en]').fill('Three places in a mail')
    await press(page, said('modules', 'figures.send'))
    await expect(page.getByText(said('modules', 'figures.unused'))).toBeVisible()
    const lines = [
      '![Ba chỗ trong thư](figures/ba-cho-trong-thu.webp)',
      '![Three places in a mail](figures/ba-cho-trong-thu.webp)',
    ]
    await expect(page.locator('fieldset code')).toHaveText(lines)

    const [check, one, two] = choices()
    await page.goto(paths.studioLesson(id, 'b1'))
    await fillBoth(page, 'lessons.0.title', 'Kiểm tra thư', 'Checking a mail')
    await fillBoth(page, 'lessons.0.aim', 'kiểm tra một bức thư', 'check a mail')
    await fillBoth(
      page,
      'lessons.0.text',
      lessonOf('vi', check!, lines[0]!),
      lessonOf('en', check!, lines[1]!),
    )
    await press(page, said('modules', 'preview.save'))
    await expect(page.locator('#preview strong').first()).toHaveText('người gửi')
    await expect(page.locator('#preview img').first()).toHaveAttribute('alt', 'Ba chỗ trong thư')

    for (const item of [one!, two!]) {
      await page.goto(paths.studioQuiz(id, { q: item }))
      await page.locator(`button[name=act][value="pick.${item}"]`).click()
    }
    await page.locator('[name="quiz.pass"]').fill('nửa')
    await save(page)
    await expect(page.getByRole('alert')).toContainText(said('studio', 'error.number'))
    await page.locator('[name="quiz.pass"]').fill('50')
    await save(page)

    await page.goto(paths.studioModule(id))
    await page.locator('[name="title.en"]').fill('')
    await press(page, said('studio', 'send'))
    await expect(page.getByRole('alert')).toContainText(said('studio', 'fault.emptyEn'))
    await page.locator('[name="title.en"]').fill('Recognising fake mail')
    await press(page, said('studio', 'send'))
    await expect(page.getByText(said('studio', 'note.sent'))).toBeVisible()

    await useSession(context, baseURL!, newSession(newTrainer()))
    await page.goto(paths.studio())
    await page.getByRole('link', { name: title }).click()
    await expect(page.locator('main strong')).toHaveText(['người gửi', 'sender'])
    await press(page, said('studio', 'verdict.approve'))
    await press(page, said('studio', 'publish.do'))
    await page.getByRole('link', { name: said('studio', 'review.seePublished') }).click()
    await expect(page.locator('h1')).toContainText(title)

    const { code } = database()
      .prepare("SELECT code FROM ContentDraft WHERE id = ? AND state = 'published'")
      .get(id) as { code: string }
    expect(code).toMatch(/^nhan-ra-thu-gia-/)
    expect(moduleOf(code).lessons.map((lesson) => lesson.code)).toEqual(['kiem-tra-thu'])
    const learner = await newLearner(context, baseURL!, code, info.workerIndex)
    await page.goto(paths.module(code))
    await readLessons(page, code)
    await takeQuiz(page, code)
    await expect(page.getByText(said('learning', 'quiz.finished'))).toBeVisible()
    const done = database()
      .prepare('SELECT finishedVersionId AS id FROM Enrolment WHERE personId = ? AND moduleCode = ?')
      .get(learner.personId, code)
    expect(done).toEqual({ id: `${code}@1` })
  })

  test('lessons are added, copied, moved and deleted; a deleted one comes back', async ({
    page,
    signInAs,
  }) => {
    await signInAs('trainer')
    const id = await begin(page, 'Học phần thử thứ tự')
    await press(page, said('modules', 'act.add'))
    await expect(page).toHaveURL(paths.studioLesson(id, 'b2'))
    await fillBoth(page, 'lessons.0.title', 'Bài thứ hai', 'The second')
    await save(page)
    await page.goto(paths.studioModule(id))
    await page.locator('[name="aim.vi"]').fill('gõ dở mà chưa lưu')
    await page.locator('button[name=act][value="up.b2"]').click()
    await expect(page.locator('[name="aim.vi"]')).toHaveValue('gõ dở mà chưa lưu')
    const lessons = page.locator('main form ol a')
    const second = lessons.filter({ hasText: 'Bài thứ hai' })
    await expect(lessons.first()).toContainText('Bài thứ hai')
    await page.locator('button[name=act][value="copy.b2"]').click()
    await expect(second).toHaveCount(2)
    await page.locator('button[name=act][value="remove.b2"]').click()
    await expect(page.getByRole('status')).toContainText('Bài thứ hai')
    await expect(second).toHaveCount(1)
    await press(page, said('studio', 'removed.undo'))
    await expect(second).toHaveCount(2)
  })

  test('two people at one lesson: who saves later sees both versions and loses nothing', async ({
    browser,
    page,
    signInAs,
    baseURL,
  }) => {
    await signInAs('trainer')
    const id = await begin(page, 'Học phần hai người')
    await page.goto(paths.studioLesson(id, 'b1'))
    const other = await browser.newContext({ baseURL, javaScriptEnabled: false })
    await useSession(other, baseURL!, newSession(newTrainer()))
    const theirs = await other.newPage()
    await theirs.goto(paths.studioLesson(id, 'b1'))
    await expect(theirs.getByText(said('studio', 'others.title'))).toBeVisible()
    await fillBoth(theirs, 'lessons.0.title', 'Tên của bạn', 'Yours')
    await save(theirs)
    await page.locator('[name="lessons.0.title.vi"]').fill('Tên của tôi')
    await page.locator('[name="lessons.0.text.vi"]').fill('Nội dung của tôi')
    await save(page)
    await expect(page.locator('h1')).toHaveText(said('studio', 'conflict.title'))
    await expect(page.getByText('Tên của tôi')).toBeVisible()
    await expect(page.getByText('Tên của bạn')).toBeVisible()
    await page.locator('[name="take:lessons.0.title.vi"][value=theirs]').check()
    await press(page, said('studio', 'conflict.save'))
    await expect(page.locator('[name="lessons.0.title.vi"]')).toHaveValue('Tên của bạn')
    await expect(page.locator('[name="lessons.0.title.en"]')).toHaveValue('Yours')
    await expect(page.locator('[name="lessons.0.text.vi"]')).toHaveValue('Nội dung của tôi')
    await other.close()
  })
})

test('with JavaScript the bar writes Markdown and the preview follows by itself', async ({
  page,
  signInAs,
}) => {
  await signInAs('trainer')
  const id = await begin(page, 'Học phần có thanh công cụ')
  await page.goto(paths.studioLesson(id, 'b1'))
  const text = page.locator('[name="lessons.0.text.vi"]')
  const bar = page.locator('[data-markdown=vi]')
  await text.fill('người gửi')
  await text.selectText()
  await bar.getByRole('button', { name: said('modules', 'bar.bold') }).click()
  await expect(text).toHaveValue('**người gửi**')
  await bar.getByRole('button', { name: said('modules', 'bar.list'), exact: true }).click()
  await expect(text).toHaveValue('- **người gửi**')
  await bar.getByRole('combobox', { name: said('modules', 'bar.box') }).selectOption({
    label: said('modules', 'box.example'),
  })
  await expect(text).toHaveValue(/::: example\n/)
  await expect(page.locator('#preview-vi strong')).toHaveText('người gửi', { timeout: 10_000 })
  await expect(page.locator('#save-state')).toContainText(said('studio', 'autosave.saved'))
  await page.goto(paths.studioLesson(id, 'b1'))
  await expect(text).toHaveValue(/người gửi/)
})
