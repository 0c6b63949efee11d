import type { Page } from '@playwright/test'
import { movesOf } from '~/assessment/practice/scenario'
import type { StepScore } from '~/assessment/practice/scoring'
import { paths } from '~/paths'
import { database, demoAccount, newSession, openCampaignId } from '../fixtures/installation'
import { axeFaults, languageFaults, markupFaults, overflow, ownText } from '../fixtures/page-checks'
import {
  begin,
  byStep,
  endButton,
  expected,
  fill,
  make,
  newDoer,
  pointsOf,
  taskOf,
} from '../fixtures/practice'
import { responses, sittingOf, start } from '../fixtures/survey'
import { expect, test, useSession } from '../fixtures/test'
import { said } from '../fixtures/words'

test.describe.configure({ mode: 'parallel' })

async function endWith(page: Page, code: string): Promise<void> {
  await endButton(page).click()
  await expect(page).toHaveURL(paths.practiceResult(code))
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a dossier is received by the model solution: every step is met', async ({
    page,
    context,
    baseURL,
  }, info) => {
    const code = 'receive-dossier'
    const accountId = await newDoer(context, baseURL!, info.workerIndex)
    const task = taskOf(code)
    await page.goto(paths.practices())
    await page.getByRole('link', { name: task.title.vi }).click()
    await page.getByRole('button', { name: said('practice', 'start.start'), exact: true }).click()
    await make(page, task.model)
    await endWith(page, code)
    expect(pointsOf(accountId, code)).toEqual(expected(task))
    for (const { met } of task.scoring) await expect(page.getByText(met.vi)).toBeVisible()
    await page.goto(paths.practices())
    await expect(page.getByText(said('practice', 'state.done', { percent: 100 })).first()).toBeVisible()
  })

  test('a mailbox with a mistake in it is scored as the mistake says, and can be done again', async ({
    page,
    context,
    baseURL,
  }, info) => {
    const code = 'official-mailbox'
    const accountId = await newDoer(context, baseURL!, info.workerIndex)
    const task = taskOf(code)
    const mistake = task.mistakes[0]!
    await begin(page, code)
    await make(page, movesOf(task, mistake))
    await endWith(page, code)
    expect(pointsOf(accountId, code)).toEqual(expected(task, mistake.scores))
    const [lost] = task.scoring.filter(({ id }) => id in mistake.scores)
    await expect(page.getByText(lost!.missed.vi)).toBeVisible()
    await page.getByRole('button', { name: said('practice', 'start.again') }).click()
    await expect(page).toHaveURL(paths.practiceTask(code))
    await make(page, task.model)
    await endWith(page, code)
    expect(pointsOf(accountId, code)).toEqual(expected(task))
  })

  test('a member of a team coaches a citizen, stops half-way and goes on in another browser', async ({
    browser,
    context,
    page,
    baseURL,
  }) => {
    const code = 'coach-filing'
    const { id } = demoAccount('team')
    const { model } = taskOf(code)
    await useSession(context, baseURL!, newSession(id))
    await begin(page, code)
    await make(page, model.slice(0, 4))
    await context.clearCookies()

    const elsewhere = await browser.newContext({ baseURL, javaScriptEnabled: false })
    await useSession(elsewhere, baseURL!, newSession(id))
    const other = await elsewhere.newPage()
    await other.goto(paths.practice(code))
    await other.getByRole('button', { name: said('practice', 'start.goOn') }).click()
    await make(other, model.slice(4))
    await endWith(other, code)
    expect(pointsOf(id, code)).toEqual(expected(taskOf(code)))
    await elsewhere.close()
  })

  test('a part of a survey is done once, and its points are the answer', async ({ page, learner }) => {
    await start(page)
    const { id, plan } = sittingOf(learner.personId)
    const step = plan.find(({ kind }) => kind === 'practice')!
    const task = taskOf(step.ref.split('@')[0]!)
    const at = paths.surveyStep(openCampaignId, step.step)
    await page.goto(at)
    await expect(page.getByRole('button', { name: said('practice', 'task.showHint') })).toHaveCount(0)
    await make(page, task.model.slice(0, 1))
    await page.goto(paths.surveyCheck(openCampaignId))
    await expect(page.getByText(said('practice', 'survey.begun'))).toBeVisible()
    await page.goto(at)
    await make(page, task.model.slice(1))
    await page.getByRole('button', { name: said('practice', 'survey.end') }).click()
    await expect(page).toHaveURL(paths.survey(openCampaignId))
    const [answer, ...more] = responses(id, step.step) as StepScore[][]
    expect(more).toEqual([])
    expect(byStep(answer!)).toEqual(expected(task))
    await page.goto(at)
    await expect(page.getByText(said('practice', 'survey.ended'))).toBeVisible()
    await expect(page.locator('button[name=action]')).toHaveCount(0)
  })

  test('what is missing is said with everything typed still there, also in the other language and with a hint', async ({
    page,
    context,
    baseURL,
  }, info) => {
    const code = 'share-file'
    await newDoer(context, baseURL!, info.workerIndex)
    await begin(page, code)
    const chosen = page.locator('[name="f.version"][value=trimmed]')
    await fill(page, { version: 'trimmed' })
    await page.locator('button[name=action]').click()
    await expect(page).toHaveTitle(/^Lỗi: /)
    await expect(page.getByRole('alert')).toContainText('Nhãn của tệp')
    await expect(chosen).toBeChecked()
    await page.getByRole('button', { name: said('practice', 'task.showHint') }).click()
    await expect(page.getByText(taskOf(code).screens[0]!.hints[0]!.vi)).toBeVisible()
    await expect(chosen).toBeChecked()
    await page.getByRole('button', { name: 'English', exact: true }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expect(chosen).toBeChecked()
  })

  test('a second page of the same try does nothing twice, and an early end is asked for twice', async ({
    page,
    context,
    baseURL,
  }, info) => {
    const code = 'share-file'
    const accountId = await newDoer(context, baseURL!, info.workerIndex)
    const { model } = taskOf(code)
    await begin(page, code)
    const tab = await context.newPage()
    await tab.goto(paths.practiceTask(code))
    await make(page, model.slice(0, 1))
    await fill(tab, { version: 'full', mark: 'public' })
    await tab.locator('button[name=action]').click()
    await expect(tab.getByRole('alert')).toContainText(said('practice', 'stale.title'))
    const moves = database()
      .prepare(
        'SELECT count(*) AS n FROM PracticeMove m JOIN PracticeRun r ON r.id = m.runId WHERE r.accountId = ?',
      )
      .get(accountId)
    expect(moves).toEqual({ n: 1 })
    await tab.getByRole('button', { name: said('practice', 'end.early') }).click()
    await expect(tab.getByText(said('practice', 'end.ask.text'))).toBeVisible()
    await tab.getByRole('button', { name: said('practice', 'end.sure') }).click()
    await expect(tab).toHaveURL(paths.practiceResult(code))
  })
})

test('every page of a try is clean: markup, language, accessibility, narrow screens, weight', async ({
  page,
  context,
  baseURL,
}, info) => {
  const code = 'official-mailbox'
  await newDoer(context, baseURL!, info.workerIndex)
  const look = async () => {
    const answer = await page.request.get(page.url())
    const html = await answer.text()
    expect.soft(await markupFaults(html), page.url()).toEqual([])
    expect.soft(html.length).toBeLessThan(40_000)
    expect.soft(languageFaults(await ownText(page), 'vi')).toEqual([])
    expect.soft(await axeFaults(page)).toEqual([])
    expect.soft(await overflow(page, 320)).toEqual([])
  }
  await page.goto(paths.practices())
  await look()
  await page.goto(paths.practice(code))
  await look()
  await begin(page, code)
  const seen = new Set<string>()
  for (const move of taskOf(code).model) {
    if (!seen.has(move.screen)) await look()
    seen.add(move.screen)
    await make(page, [move])
  }
  await endWith(page, code)
  await look()
})
