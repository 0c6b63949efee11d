import { randomUUID } from 'node:crypto'
import type { ItemVersion } from '~/assessment/item'
import type { Module } from '~/learning/module'
import { paths } from '~/paths'
import { database, moment, newSession } from '../fixtures/installation'
import { newLearner, readLessons } from '../fixtures/learning'
import { expect, test, useSession } from '../fixtures/test'
import { said } from '../fixtures/words'

test.use({ javaScriptEnabled: false })

const both = (words: string) => ({ vi: words, en: `${words} (en)` })
const level = (points: number, words: string) => ({ points, ...both(words) })

/** A module of its own: that of a short one which ships, whose quiz is one long answer and one choice. */
function moduleWithEssay(): { code: string; stem: string } {
  const code = `essay-${randomUUID().slice(0, 8)}`
  const stem = `Thư lạ ${code} gửi tới: làm gì, vì sao?`
  const base = {
    version: 1,
    competency: '4.1',
    level: 1,
    purpose: 'teach',
    explanation: both('Báo người phụ trách.'),
  }
  const items = [
    {
      ...base,
      code: `${code}-q1`,
      kind: 'essay',
      stem: both(stem),
      most: 60,
      rubric: [
        { id: 'act', name: both('Việc làm'), levels: [level(0, 'Mở thư'), level(3, 'Không mở, báo lại')] },
        { id: 'why', name: both('Lý do'), levels: [level(0, 'Không nói'), level(1, 'Nói rõ')] },
      ],
    },
    {
      ...base,
      code: `${code}-q2`,
      kind: 'single',
      stem: both(`Chọn ${code}`),
      options: [
        { id: 'a', ...both('Sai'), feedback: both('Chưa đúng') },
        { id: 'b', ...both('Đúng'), correct: true, feedback: both('Phải rồi') },
      ],
    },
  ]
  const shipped = database()
    .prepare(
      "SELECT data FROM ModuleVersion WHERE code = 'infosec' AND retired = 0 ORDER BY version DESC LIMIT 1",
    )
    .get() as { data: string }
  const source = JSON.parse(shipped.data) as Module
  const module: Module = {
    ...source,
    code,
    version: 1,
    title: both(`Học phần ${code}`),
    requires: [],
    lessons: source.lessons.slice(0, 1),
    quiz: { pass: 80, draw: 2, items: items.map((item) => `${item.code}@1`) },
  }
  const at = moment(new Date())
  const add = database().prepare(
    `INSERT INTO ItemVersion (id, code, version, competency, level, purpose, kind, hash, data, retired, loadedAt, origin)
     VALUES (?, ?, 1, '4.1', 1, 'teach', ?, ?, ?, 1, ?, 'studio')`,
  )
  for (const item of items as unknown as ItemVersion[])
    add.run(`${item.code}@1`, item.code, item.kind, item.code, JSON.stringify(item), at)
  database()
    .prepare(
      "INSERT INTO ModuleVersion (id, code, version, hash, data, retired, loadedAt, origin) VALUES (?, ?, 1, ?, ?, 0, ?, 'studio')",
    )
    .run(`${code}@1`, code, code, JSON.stringify(module), at)
  return { code, stem }
}

test('a long answer is written, marked by a trainer who sees no name, and read again with its marks', async ({
  page,
  context,
  baseURL,
  signInAs,
}, info) => {
  const { code, stem } = moduleWithEssay()
  const learner = await newLearner(context, baseURL!, code, info.workerIndex)
  await readLessons(page, code)
  await expect(page.getByText(said('marking', 'start.who'))).toBeVisible()
  await page.locator('main form[method=post] .btn').first().click()
  const text = 'Tôi không mở <b>liên kết</b>.\nTôi gọi số đã biết rồi báo người phụ trách.'
  for (let number = 1; number <= 2; number += 1) {
    if ((await page.locator('h1').innerText()).trim() === stem) {
      await page.locator('#answer').fill(`${text} ${'từ '.repeat(60)}`)
      await page.getByRole('button', { name: said('learning', 'quiz.answer') }).click()
      await expect(page).toHaveTitle(/^Lỗi: /)
      await expect(page.locator('#answer')).toHaveValue(/Tôi không mở <b>liên kết<\/b>/)
      await page.locator('#answer').fill(text)
    } else await page.locator('input[name=v][value=b]').check()
    await page.getByRole('button', { name: said('learning', 'quiz.answer') }).click()
    if (await page.getByText(said('learning', 'quiz.verdict.waiting')).isVisible())
      await expect(page.getByText('Tôi không mở <b>liên kết</b>.')).toBeVisible()
    await page.locator('main .btn').click()
  }
  await expect(page).toHaveURL(paths.quizResult(code))
  await expect(page.getByText(said('marking', 'result.waiting', { count: 1 }))).toBeVisible()
  await page.goto(paths.quiz(code))
  await expect(page.getByText(said('marking', 'start.waiting'))).toBeVisible()

  await signInAs('trainer')
  await page.goto(paths.marking())
  await page.getByRole('link', { name: stem }).click()
  await expect(page.getByText('Tôi không mở <b>liên kết</b>.')).toBeVisible()
  const html = await page.content()
  for (const known of [learner.fullName, learner.personId, learner.accountId])
    expect(html).not.toContain(known)
  await page.getByLabel('Không mở, báo lại').check()
  await page.getByLabel(said('marking', 'answer.comment')).fill('Làm đúng.\nNói thêm vì sao.')
  await page.getByRole('button', { name: said('marking', 'answer.save') }).click()
  await expect(page).toHaveTitle(/^Lỗi: /)
  await expect(page.getByRole('alert')).toContainText(said('marking', 'error.levelOf', { name: 'Lý do' }))
  await expect(page.getByLabel('Không mở, báo lại')).toBeChecked()
  await page.getByLabel('Không nói').check()
  await page.getByRole('button', { name: said('marking', 'answer.save') }).click()
  await expect(page).toHaveURL(paths.marking({ note: 'saved' }))
  await expect(page.getByRole('status')).toContainText(said('marking', 'saved'))

  await useSession(context, baseURL!, newSession(learner.accountId))
  await page.goto(paths.quizResult(code))
  await expect(page.getByText(said('learning', 'quiz.finished'), { exact: true })).toBeVisible()
  await page.getByRole('link', { name: new RegExp(stem.slice(0, 20)) }).click()
  await expect(page.getByText('Nói thêm vì sao.')).toBeVisible()
  await expect(page.getByText(said('marking', 'learner.points', { given: 3, most: 3 }))).toBeVisible()
})

test('of two who mark at once the second is told, and nothing is overwritten', async ({
  page,
  context,
  baseURL,
  signInAs,
}, info) => {
  const { code, stem } = moduleWithEssay()
  await newLearner(context, baseURL!, code, info.workerIndex)
  await page.goto(paths.quiz(code))
  await page.locator('main form[method=post] .btn').first().click()
  if ((await page.locator('h1').innerText()).trim() !== stem) await page.goto(paths.quizQuestion(code, 2))
  await page.locator('#answer').fill('Tôi báo lại.')
  await page.getByRole('button', { name: said('learning', 'quiz.answer') }).click()

  await signInAs('trainer')
  await page.goto(paths.marking())
  await page.getByRole('link', { name: stem }).click()
  const other = await context.newPage()
  await other.goto(page.url())
  for (const [each, words] of [
    [page, 'Không mở, báo lại'],
    [other, 'Mở thư'],
  ] as const) {
    await each.getByLabel(words).check()
    await each.getByLabel('Nói rõ').check()
    await each.getByRole('button', { name: said('marking', 'answer.save') }).click()
  }
  await expect(other.getByRole('alert')).toContainText(said('marking', 'conflict.title'))
  await expect(other.getByRole('alert')).toContainText('Không mở, báo lại')
  await expect(other.getByLabel('Mở thư')).toBeChecked()
  await other.getByRole('button', { name: said('marking', 'answer.change') }).click()
  await expect(other.getByRole('status')).toContainText(said('marking', 'saved'))
})
