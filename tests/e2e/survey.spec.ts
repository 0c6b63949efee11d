import { paths } from '~/paths'
import { endSessionsOf, database, newSession, newSlip, openCampaignId } from '../fixtures/installation'
import {
  answerSomething,
  responses,
  save,
  sittingOf,
  start,
  stepsOfKind,
  withEveryKind,
} from '../fixtures/survey'
import { expect, test, useSession } from '../fixtures/test'
import { said } from '../fixtures/words'

test.describe.configure({ mode: 'parallel' })

const at = (step: string) => paths.surveyStep(openCampaignId, step)
const password = 'bon tu de nho lam'

test('one question a page: saved at every step, goes on in another browser, and back', async ({
  page,
  learner,
  browser,
  baseURL,
}) => {
  await page.goto(paths.tasks())
  await page.getByRole('link', { name: said('results', 'tasks.start') }).click()
  await page.getByRole('button', { name: said('survey', 'home.start') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  const { id, plan } = sittingOf(learner.personId)
  await page.getByRole('radio').nth(1).check()
  await save(page).click()
  await expect(page).toHaveURL(at(plan[1]!.step))
  expect(responses(id, plan[0]!.step)).toHaveLength(1)
  await page.getByRole('radio').first().check()
  await page.getByRole('button', { name: said('survey', 'step.rest') }).click()
  await expect(page).toHaveURL(paths.survey(openCampaignId))

  const other = await browser.newContext({ baseURL })
  await useSession(other, baseURL!, newSession(learner.accountId))
  const machine = await other.newPage()
  await machine.goto(paths.tasks())
  await machine.getByRole('link', { name: said('results', 'tasks.continue') }).click()
  await machine.locator('main .btn').first().click()
  await expect(machine).toHaveURL(at(plan[2]!.step))
  await machine.getByRole('link', { name: said('survey', 'step.previous') }).click()
  await expect(machine).toHaveURL(at(plan[1]!.step))
  await expect(machine.getByRole('radio').first()).toBeChecked()
  await other.close()
})

test('the language switch gives everything typed back and saves nothing', async ({ page, learner }) => {
  await start(page)
  const { id, plan } = withEveryKind(learner.personId)
  const text = plan.find(({ ref }) => ref === 'suggestion')!.step
  await page.goto(at(text))
  await page.getByRole('textbox').fill('Cần thêm một máy quét cho bộ phận “một cửa”')
  await page.getByRole('button', { name: said('shell', 'otherLanguage') }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('textbox')).toHaveValue('Cần thêm một máy quét cho bộ phận “một cửa”')
  expect(responses(id, text)).toEqual([])
  const many = stepsOfKind(plan, 'multiple')[0]!
  await page.goto(at(many))
  await page.getByRole('checkbox').nth(0).check()
  await page.getByRole('checkbox').nth(2).check()
  await page.getByRole('button', { name: said('shell', 'otherLanguage', {}, 'en') }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi')
  await expect(page.getByRole('checkbox').nth(0)).toBeChecked()
  await expect(page.getByRole('checkbox').nth(1)).not.toBeChecked()
  await expect(page.getByRole('checkbox').nth(2)).toBeChecked()
  expect(responses(id, many)).toEqual([])
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(`JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('each kind of item is answered by its labels and the keyboard', async ({ page, learner }) => {
      await start(page)
      const { id, plan } = withEveryKind(learner.personId)
      const stepOf = (kind: string) => stepsOfKind(plan, kind)[0]!

      await page.goto(at(stepOf('single')))
      await page.getByRole('radio').first().focus()
      await page.keyboard.press('Space')
      await page.keyboard.press('ArrowDown')
      await save(page).click()
      expect(responses(id, stepOf('single'))).toHaveLength(1)

      await page.goto(at(stepOf('multiple')))
      await page.locator('label.choice').nth(0).click()
      await page.locator('label.choice').nth(1).click()
      await save(page).click()
      expect(responses(id, stepOf('multiple'))[0]).toHaveLength(2)

      await page.goto(at(stepOf('matching')))
      const rows = page.locator('#main-form select')
      for (const row of await rows.all()) await row.selectOption({ index: 1 })
      await save(page).click()
      expect(Object.keys(responses(id, stepOf('matching'))[0] as object).length).toBeGreaterThan(1)

      await page.goto(at(stepOf('ordering')))
      const ranks = await page.locator('#main-form select').all()
      for (const [i, rank] of ranks.entries()) await rank.selectOption(String(ranks.length - i))
      await save(page).click()
      expect(responses(id, stepOf('ordering'))[0]).toHaveLength(ranks.length)

      await page.goto(at(stepOf('numeric')))
      await page.getByLabel(/Ghi một số/).fill('1.234,5')
      await page.keyboard.press('Enter')
      await expect(page).not.toHaveURL(at(stepOf('numeric')))
      expect(responses(id, stepOf('numeric'))).toEqual([1234.5])
    })

    test('“I do not know” is an answer, and nothing chosen is told so with the way out', async ({
      page,
      learner,
    }) => {
      await start(page)
      const { id, plan } = withEveryKind(learner.personId)
      for (const kind of ['single', 'multiple', 'matching', 'ordering', 'numeric']) {
        const step = stepsOfKind(plan, kind)[0]!
        await page.goto(at(step))
        await save(page).click()
        await expect(page.getByRole('alert')).toContainText(said('survey', 'fault.chooseOrUnknown'))
        await expect(page).toHaveTitle(/^Lỗi: /)
        await page.getByLabel(said('survey', 'unknown')).check()
        await save(page).click()
        expect(responses(id, step), kind).toEqual([null])
      }
    })

    test('a session that lapses in the middle: sign in on that page, the answer is saved and the next page shown', async ({
      page,
      learner,
    }) => {
      await page.context().clearCookies()
      await page.goto(paths.activate())
      await page.getByLabel(said('auth', 'activate.code')).fill(newSlip(learner.accountId).toLowerCase())
      await page.getByRole('button', { name: said('auth', 'activate.next') }).click()
      await page.getByLabel(said('auth', 'password.next'), { exact: true }).fill(password)
      await page.getByLabel(said('auth', 'password.again')).fill(password)
      await page.getByRole('button', { name: said('auth', 'activate.submit') }).click()
      await start(page)
      const { id, plan } = sittingOf(learner.personId)
      endSessionsOf(learner.accountId)
      await page.getByRole('radio').nth(1).check()
      await save(page).click()
      await expect(page.getByRole('heading', { name: said('errors', 'signInNeeded.title') })).toBeVisible()
      await page.getByLabel(said('auth', 'signIn.username')).fill(learner.username)
      await page.getByLabel(said('auth', 'signIn.password')).fill('sai mat khau roi nhe')
      await page.getByRole('button', { name: said('auth', 'signIn.goOn') }).click()
      await expect(page.getByRole('alert')).toContainText(said('auth', 'signIn.refusal.wrong'))
      await page.getByLabel(said('auth', 'signIn.password')).fill(password)
      await page.getByRole('button', { name: said('auth', 'signIn.goOn') }).click()
      await expect(page).toHaveURL(at(plan[1]!.step))
      expect(responses(id, plan[0]!.step)).toHaveLength(1)
      expect(await page.content()).not.toContain(password)
    })
  })
}

test('wrong entries are told what, where and how, with everything typed still there', async ({
  page,
  learner,
}) => {
  await start(page)
  const { id, plan } = withEveryKind(learner.personId)
  const number = stepsOfKind(plan, 'numeric')[0]!
  await page.goto(at(number))
  await page.locator('input[name=n]').fill('nhiều lắm')
  await save(page).click()
  await expect(page.getByRole('alert')).toContainText(said('survey', 'fault.notNumber'))
  await expect(page.locator('input[name=n]')).toHaveValue('nhiều lắm')
  const order = stepsOfKind(plan, 'ordering')[0]!
  await page.goto(at(order))
  for (const rank of await page.locator('#main-form select').all()) await rank.selectOption('1')
  await save(page).click()
  await expect(page.getByRole('alert')).toContainText(said('survey', 'fault.sameRank'))
  await expect(page.locator('#main-form select').last()).toHaveValue('1')
  const match = stepsOfKind(plan, 'matching')[0]!
  await page.goto(at(match))
  await page.locator('#main-form select').first().selectOption({ index: 1 })
  await save(page).click()
  await expect(page.getByRole('alert')).toContainText(said('survey', 'fault.incomplete'))
  const many = stepsOfKind(plan, 'multiple')[0]!
  await page.goto(at(many))
  await page.getByRole('checkbox').first().check()
  await page.getByLabel(said('survey', 'unknown')).check()
  await save(page).click()
  await expect(page.getByRole('alert')).toContainText(said('survey', 'fault.unknownAndMore'))
  await page.getByRole('link', { name: said('survey', 'fault.unknownAndMore') }).click()
  await expect(page.locator('#answer')).toBeFocused()
  for (const step of [number, order, match, many]) expect(responses(id, step)).toEqual([])
})

test('the same form sent twice is one answer; the back button and another choice is a second', async ({
  page,
  learner,
  baseURL,
}) => {
  await start(page)
  const { id, plan } = sittingOf(learner.personId)
  const first = plan[0]!.step
  await page.getByRole('radio').nth(1).check()
  const form = await page.locator('#main-form').evaluate((element) => {
    const data = new FormData(element as HTMLFormElement)
    return Object.fromEntries(data) as Record<string, string>
  })
  const answers = await Promise.all(
    [1, 2].map(() => page.request.post(at(first), { form, maxRedirects: 0, headers: { Origin: baseURL! } })),
  )
  expect(answers.map((answer) => answer.status())).toEqual([303, 303])
  expect(responses(id, first)).toHaveLength(1)
  await save(page).click()
  await expect(page).toHaveURL(at(plan[1]!.step))
  expect(responses(id, first)).toHaveLength(1)
  await page.goBack()
  await page.getByRole('radio').nth(0).check()
  await save(page).click()
  await expect(page).toHaveURL(at(plan[1]!.step))
  expect(responses(id, first)).toHaveLength(2)
})

test('check, correct, submit; sent twice changes nothing, and afterwards nothing can be changed', async ({
  page,
  learner,
  baseURL,
}) => {
  await start(page)
  const { plan } = sittingOf(learner.personId)
  await answerSomething(page)
  await save(page).click()
  await page.goto(paths.surveyCheck(openCampaignId))
  await expect(page.getByText(said('survey', 'check.unanswered', { count: plan.length - 1 }))).toBeVisible()
  await page
    .getByRole('link', { name: new RegExp(`^${said('survey', 'check.edit')}`) })
    .first()
    .click()
  await page.getByRole('radio').nth(2).check()
  await save(page).click()
  await expect(page).toHaveURL(new RegExp(`${paths.surveyCheck(openCampaignId)}#`))
  const submit = () =>
    page.request.post(paths.surveyCheck(openCampaignId), { maxRedirects: 0, headers: { Origin: baseURL! } })
  expect((await submit()).status()).toBe(303)
  const before = database()
    .prepare('SELECT submittedAt FROM Sitting WHERE id = ?')
    .get(sittingOf(learner.personId).id)
  expect((await submit()).status()).toBe(303)
  expect(
    database().prepare('SELECT submittedAt FROM Sitting WHERE id = ?').get(sittingOf(learner.personId).id),
  ).toEqual(before)
  const late = await page.goto(at(plan[3]!.step))
  expect(late?.status()).toBe(409)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(said('errors', 'alreadySubmitted.title'))
  await page.goto(paths.result(openCampaignId))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(said('results', 'title'))
})
