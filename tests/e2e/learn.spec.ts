import type { APIResponse } from '@playwright/test'
import { newNumber } from '~/learning/certificates/new-number.server'
import { paths } from '~/paths'
import { database, endSessionsOf, newSession } from '../fixtures/installation'
import {
  answerQuestion,
  moduleOf,
  newLearner,
  readLessons,
  takeQuiz,
  type LearnerOfRun,
} from '../fixtures/learning'
import { expect, test, useSession } from '../fixtures/test'
import { said, saying } from '../fixtures/words'

test.describe.configure({ mode: 'parallel' })

const code = 'infosec'
const open = 'citizen-online'

const count = (sql: string, ...params: string[]) =>
  (
    database()
      .prepare(sql)
      .get(...params) as { n: number }
  ).n
const attempts = ({ personId }: LearnerOfRun) =>
  count('SELECT count(*) AS n FROM QuizAttempt WHERE personId = ?', personId)

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a learner finishes a module, gets the certificate, and an outsider verifies it', async ({
    page,
    context,
    browser,
    baseURL,
  }, info) => {
    const learner = await newLearner(context, baseURL!, code, info.workerIndex)
    const module = moduleOf(code)
    await page.goto(paths.tasks())
    await page.getByRole('link', { name: said('learning', 'home.all') }).click()
    await page.goto(paths.learn({ view: 'all', q: 'an toan thong tin' }))
    await page.getByRole('link', { name: module.title.vi }).first().click()
    await page.getByRole('link', { name: said('learning', 'module.begin') }).click()
    await expect(page).toHaveURL(paths.lesson(code, module.lessons[0]!.code))
    await readLessons(page, code)

    await takeQuiz(page, code, [1, 2, 3, 4])
    await expect(page.getByText(said('learning', 'quiz.notPassed'))).toBeVisible()
    await takeQuiz(page, code)
    await expect(page.getByText(said('learning', 'quiz.finished'))).toBeVisible()
    expect(attempts(learner)).toBe(2)

    await page.getByRole('link', { name: said('learning', 'quiz.certificate') }).click()
    await expect(page.getByText(learner.fullName).first()).toBeVisible()
    const number = new URL(page.url()).pathname.split('/').pop()!
    await expect(page.getByText(number).first()).toBeVisible()

    const outsider = await browser.newContext({ baseURL, javaScriptEnabled: false })
    const other = await outsider.newPage()
    await other.goto(paths.verify())
    await other.locator('input[name=number]').fill(number.toLowerCase().replaceAll('-', ' '))
    await other.getByRole('button', { name: said('certificates', 'verify.check') }).click()
    await expect(other).toHaveURL(paths.verified(number))
    await expect(other.getByRole('heading', { level: 1 })).toHaveText(said('certificates', 'valid.title'))
    await expect(other.getByText(learner.fullName)).toBeVisible()
    await expect(other.getByText(module.title.vi)).toBeVisible()
    await outsider.close()
  })

  test('a citizen reads, practises and is remembered without an account, and the server keeps nothing', async ({
    page,
    baseURL,
  }) => {
    const tables = ['Enrolment', 'LearningRecord', 'QuizAttempt', 'Certificate']
    // Other tests learn at the same time, each as a person: a row of nobody would be the citizen's.
    const ofNobody = () =>
      tables.map((table) =>
        count(`SELECT count(*) AS n FROM ${table} WHERE personId NOT IN (SELECT id FROM Person)`),
      )
    const module = moduleOf(open)
    const [first, second] = module.lessons
    await page.goto(paths.home())
    await page.getByRole('link', { name: said('learning', 'home.citizens.open') }).click()
    await expect(page.getByText(moduleOf(code).title.vi)).toHaveCount(0)
    await page.getByRole('link', { name: module.title.vi }).first().click()
    await page.getByRole('link', { name: said('learning', 'module.begin') }).click()
    await expect(page).toHaveURL(paths.lesson(open, first!.code))
    await page.locator('main form[method=post] .btn').click()
    await expect(page).toHaveURL(paths.lesson(open, second!.code))
    await page.goto(paths.module(open))
    await expect(
      page.getByText(said('learning', 'module.read', { read: 1, count: module.lessons.length })),
    ).toBeVisible()
    await page.goto(paths.quiz(open))
    await page.locator('main form[method=post] .btn').first().click()
    await answerQuestion(page, true)
    const cookies = await page.context().cookies(baseURL)
    expect(cookies.map(({ name }) => name)).not.toContain('its_session')
    expect(ofNobody()).toEqual(tables.map(() => 0))
    await page.goto(paths.module(code))
    await expect(page).toHaveURL(new RegExp(paths.signIn()))
  })

  test('a check inside a lesson says of every option why, and stores nothing', async ({ page }) => {
    const lesson = moduleOf(open).lessons[0]!
    const check = lesson.checks[0]!.split('@')[0]!
    await page.goto(paths.lesson(open, lesson.code))
    const panel = page.locator(`#${check}`)
    await panel.locator('input[type=radio], input[type=checkbox]').first().check()
    await panel.getByRole('button', { name: said('learning', 'check.send') }).click()
    await expect(page).toHaveURL(new RegExp(`[?&]${check}=.*#${check}$`))
    await expect(panel.getByRole('status')).toBeVisible()
    const options = (
      JSON.parse(
        (
          database().prepare('SELECT data FROM ItemVersion WHERE id = ?').get(lesson.checks[0]!) as {
            data: string
          }
        ).data,
      ) as { options: { feedback: { vi: string } }[] }
    ).options
    for (const { feedback } of options) await expect(panel.getByText(feedback.vi)).toBeVisible()
    await panel.getByRole('link', { name: said('learning', 'check.again') }).click()
    await expect(panel.getByRole('status')).toHaveCount(0)
  })

  test('the language switch of a heading keeps the place', async ({ page }) => {
    const lesson = moduleOf(open).lessons[1]!
    await page.goto(paths.lesson(open, lesson.code))
    const second = (await page.locator('#s2').innerText()).trim()
    await page.locator('button.twin[formaction$="at=s2"]').click()
    await expect(page).toHaveURL(`${paths.lesson(open, lesson.code)}#s2`)
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    expect((await page.locator('#s2').innerText()).trim()).not.toBe(second)
    await page.locator('button.twin[formaction$="at=s2"]').click()
    await expect(page.locator('#s2')).toHaveText(second)
  })
})

test('where one stopped is remembered, and the home page leads there', async ({
  page,
  context,
  baseURL,
}, info) => {
  await newLearner(context, baseURL!, code, info.workerIndex)
  const lesson = moduleOf(code).lessons[2]!
  await page.goto(paths.lesson(code, lesson.code))
  await page.goto(paths.tasks())
  await page.getByRole('link', { name: said('learning', 'home.continue') }).click()
  await expect(page).toHaveURL(paths.lesson(code, lesson.code))
})

test('an answer sent twice or from a second tab counts once', async ({ page, context, baseURL }, info) => {
  const learner = await newLearner(context, baseURL!, code, info.workerIndex)
  await page.goto(paths.quiz(code))
  await page.locator('main form[method=post] .btn').first().click()
  const tab = await context.newPage()
  await tab.goto(paths.quizQuestion(code, 1))
  await answerQuestion(page, true)
  await tab.locator('input[name=v][value="?"]').check()
  await tab.getByRole('button', { name: said('learning', 'quiz.answer') }).click()
  await expect(tab.getByText(said('learning', 'quiz.kept'))).toBeVisible()
  const scores = database()
    .prepare(
      'SELECT r.score FROM QuizResponse r JOIN QuizAttempt a ON a.id = r.attemptId WHERE a.personId = ?',
    )
    .all(learner.personId)
  expect(scores).toEqual([{ score: 1 }])
})

test('a lapsed session in the middle of a quiz keeps the answer', async ({
  page,
  context,
  baseURL,
}, info) => {
  const learner = await newLearner(context, baseURL!, code, info.workerIndex)
  await page.goto(paths.quiz(code))
  await page.locator('main form[method=post] .btn').first().click()
  await page.locator('input[name=v][value="?"]').check()
  endSessionsOf(learner.accountId)
  await page.getByRole('button', { name: said('learning', 'quiz.answer') }).click()
  await expect(page.locator('input[type=hidden][name=v][value="?"]')).toHaveCount(1)
  await expect(page.locator('input[name=password]')).toBeVisible()
})

test('after the end, back shows what was answered and changes nothing', async ({
  page,
  context,
  baseURL,
}, info) => {
  const learner = await newLearner(context, baseURL!, code, info.workerIndex)
  await takeQuiz(page, code)
  await page.goBack()
  await page.goBack()
  await page.reload()
  await expect(page.getByRole('button', { name: said('learning', 'quiz.answer') })).toHaveCount(0)
  expect(attempts(learner)).toBe(1)
})

test('a revoked or guessed number gets a clear answer, and guessing is slowed', async ({
  page,
  context,
  browser,
  baseURL,
  signInAs,
}, info) => {
  const learner = await newLearner(context, baseURL!, code, info.workerIndex)
  await readLessons(page, code)
  await takeQuiz(page, code)
  await page.getByRole('link', { name: said('learning', 'quiz.certificate') }).click()
  const number = new URL(page.url()).pathname.split('/').pop()!
  const reason = 'Bài kiểm tra do người khác làm hộ, xã đã xác nhận.'
  await signInAs('planner')
  await page.goto(paths.certificates())
  await page.locator('[name=search]').fill(learner.fullName.split(' ').pop()!)
  await page.getByRole('button', { name: said('certificates', 'list.find') }).click()
  await expect(page.getByRole('alert')).toContainText(said('certificates', 'number.name'))
  await page.locator('[name=search]').fill(learner.fullName)
  await page.getByRole('button', { name: said('certificates', 'list.find') }).click()
  await page.getByRole('link', { name: number }).click()
  await expect(page.getByText(learner.fullName)).toBeVisible()
  await expect(page.getByText(said('certificates', 'fact.score'))).toHaveCount(0)
  await page.locator('[name=reason]').fill(reason)
  await page.locator('[name=compared]').check()
  await page.getByRole('button', { name: said('certificates', 'revoke.do', { number }) }).click()
  await useSession(context, baseURL!, newSession(learner.accountId))
  await page.goto(paths.certificate(number))
  await page.getByRole('link', { name: said('certificates', 'mine.title') }).click()
  await expect(page.getByText(reason)).toBeVisible()
  await context.clearCookies()
  await page.goto(paths.verified(number))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(said('certificates', 'revoked.title'))

  const outsider = await browser.newContext({ baseURL })
  const ask = (guess: string) => outsider.request.get(paths.verified(guess))
  const mistyped = number.replace(/.$/, (last) => (last === 'X' ? 'Y' : 'X'))
  expect((await ask(mistyped)).status()).toBe(400)
  // A few more than come at once: of every client here together, because they share one address.
  const guesses = Array.from({ length: 40 }, newNumber)
  let slowed: APIResponse | undefined
  for (const guess of guesses) {
    const answer = await ask(guess)
    expect([404, 429]).toContain(answer.status())
    if (answer.status() === 429) {
      slowed = answer
      break
    }
  }
  expect(Number(slowed?.headers()['retry-after'])).toBeGreaterThan(0)
  expect((await ask(number)).status()).toBe(410)
  await outsider.close()
})

test('a leader sets up a team, and a member signs in with a slip of one’s own', async ({
  page,
  signInAs,
  browser,
  baseURL,
}) => {
  await signInAs('leader')
  await page.goto(paths.commune('01321'))
  await page.getByRole('link', { name: said('teams', 'title') }).click()
  const name = `Tổ thôn Thử ${Date.now()}`
  await page.locator('#name').fill(name)
  await page.getByRole('button', { name: said('teams', 'new.submit') }).click()
  await page.locator('#members').fill('Nông Thị Ví Thử, 1990\n12345')
  await page.getByRole('button', { name: said('teams', 'add.submit') }).click()
  await expect(page.getByRole('alert')).toContainText('12345')
  const member = `Nông Thị Ví ${Date.now()
    .toString()
    .replace(/\d/g, (figure) => 'abcdefghik'[Number(figure)]!)}`
  await page.locator('#members').fill(`STT\tHọ và tên\tNăm sinh\n1\tBà ${member}\t1990`)
  await page.getByRole('button', { name: said('teams', 'add.submit') }).click()
  await expect(page.getByRole('rowheader', { name: member })).toBeVisible()
  await page.getByRole('button', { name: said('teams', 'check.back') }).click()
  await expect(page.locator('#members')).toHaveValue(/Năm sinh\n1/)
  await page.getByRole('button', { name: said('teams', 'add.submit') }).click()
  await page.getByRole('button', { name: said('teams', 'check.submit', { count: 1 }) }).click()
  await expect(page.getByRole('status')).toHaveText(said('teams', 'note.added', { count: 1 }))
  await page.getByRole('link', { name: said('teams', 'team.slips') }).click()
  await page.getByRole('button', { name: said('people', 'slips.make', { count: 1 }) }).click()
  const slip = await page.locator('main').innerText()
  const activation = /([A-Z0-9]{4})[ -]([A-Z0-9]{4})[ -]([A-Z0-9]{4})/.exec(slip)![0]

  const own = await browser.newContext({ baseURL })
  const home = await own.newPage()
  await home.goto(paths.activate())
  await home.locator('input[name=code]').fill(activation)
  await home.locator('main form .btn').first().click()
  for (const field of await home.locator('input[type=password]').all())
    await field.fill('to cong nghe thon minh')
  await home.locator('main form .btn').first().click()
  await home.goto(paths.module('guide-citizens'))
  await home.getByRole('link', { name: said('learning', 'module.guide') }).click()
  await expect(home).toHaveURL(paths.guide('guide-citizens'))
  await expect(home.getByRole('heading', { level: 1 })).toHaveText(saying('learning', 'guide.title'))
  await own.close()
})

test('certificate and handbook print: one sheet, and a book with numbered pages', async ({
  page,
  signInAs,
}) => {
  await signInAs('learner')
  const { number } = database()
    .prepare(
      "SELECT c.number FROM Certificate c JOIN Person p ON p.id = c.personId WHERE p.staffCode = '01321-0022'",
    )
    .get() as { number: string }
  const pagesOf = async (path: string) => {
    await page.goto(path)
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
    return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
  }
  expect(await pagesOf(paths.certificate(number))).toBe(1)
  expect(await pagesOf(paths.handbook(code))).toBeGreaterThan(moduleOf(code).lessons.length + 2)
})
