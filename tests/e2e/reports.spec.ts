import { paths } from '~/paths'
import { newSession } from '../fixtures/installation'
import { moduleOf, newLearner } from '../fixtures/learning'
import { expect, test, useSession } from '../fixtures/test'
import { said } from '../fixtures/words'

test.use({ javaScriptEnabled: false })

const code = 'infosec'

test('a learner reports a lesson with the version seen, and reads what the author answers', async ({
  page,
  context,
  baseURL,
  signInAs,
}, info) => {
  const learner = await newLearner(context, baseURL!, code, info.workerIndex)
  const module = moduleOf(code)
  const lesson = module.lessons[0]!
  await page.goto(paths.lesson(code, lesson.code))
  await page.getByRole('link', { name: said('reports', 'link.lesson') }).click()
  const form = page.url()
  await page.getByLabel(said('reports', 'text'), { exact: true }).fill('Đoạn hai ghi số cũ <b>0206</b>.')
  await page.getByRole('button', { name: said('reports', 'send') }).click()
  await expect(page).toHaveTitle(/^Lỗi: /)
  await expect(page.getByRole('alert')).toContainText(said('reports', 'what.missing'))
  await expect(page.getByLabel(said('reports', 'text'), { exact: true })).toHaveValue(
    'Đoạn hai ghi số cũ <b>0206</b>.',
  )
  await page.getByLabel(said('reports', 'what.wrong')).check()
  await page.getByRole('button', { name: said('reports', 'send') }).click()
  await expect(page.getByRole('status')).toContainText(said('reports', 'sent'))
  await expect(page.getByText(said('reports', 'own.waiting'))).toBeVisible()

  await signInAs('trainer')
  await page.goto(paths.desk())
  await page.getByRole('link', { name: said('campaigns', 'desk.trainer.reports') }).click()
  const panel = page.locator('section', { hasText: 'Đoạn hai ghi số cũ <b>0206</b>.' }).last()
  await expect(panel).toContainText(said('reports', 'version', { version: module.version }))
  await panel.getByLabel(said('reports', 'answer')).fill('Đã sửa ở bản sau.')
  await panel.getByRole('button', { name: said('reports', 'answer.send') }).click()
  await expect(page.getByRole('status')).toHaveText(said('reports', 'answer.done'))

  await useSession(context, baseURL!, newSession(learner.accountId))
  await page.goto(form)
  await expect(page.getByText(said('reports', 'own.answer', { answer: 'Đã sửa ở bản sau.' }))).toBeVisible()
})
