import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { paths } from '~/paths'
import { database, moment, openCampaignId, untouchedPeople } from '../fixtures/installation'
import {
  answerSection,
  answerSomething,
  leaveQuiz,
  openQuiz,
  readLonger,
  responses,
  save,
  sittingOf,
} from '../fixtures/survey'
import { expect, test } from '../fixtures/test'
import { said, saying } from '../fixtures/words'

test.describe.configure({ mode: 'serial', timeout: 120_000 })

const most = 30
const door = 'q-quiz'

/** A campaign like the open one of the demo, with the quiz chosen question by question, that asks one more person. */
function adaptiveCampaign(personId: string): string {
  const id = randomUUID()
  const at = moment(new Date())
  database()
    .prepare(
      `INSERT INTO Campaign (id, provinceCode, title, personFormVersionId, communeFormVersionId, frameworkVersionId, communeCodes,
       opensOn, closesOn, state, systems, sample, openedAt, createdAt, createdBy, quizMode, standardId)
       SELECT ?, provinceCode, 'Đợt chọn từng câu', personFormVersionId, communeFormVersionId, frameworkVersionId, communeCodes,
       opensOn, closesOn, 'open', systems, 1, ?, ?, createdBy, 'adaptive', standardId FROM Campaign WHERE id = ?`,
    )
    .run(id, at, at, openCampaignId)
  ask(id, personId)
  return id
}

test.beforeAll(() => readLonger())

function ask(campaignId: string, personId: string): string {
  const id = randomUUID()
  database()
    .prepare(
      `INSERT INTO Invitee (id, campaignId, personId, communeCode, positionCodes, positionCode, departmentCode, targets)
       SELECT ?, ?, personId, communeCode, positionCodes, positionCode, departmentCode, targets
       FROM Invitee WHERE campaignId = ? AND personId = ?`,
    )
    .run(id, campaignId, openCampaignId, personId)
  return id
}

/** The same quiz once more, as of another person with the same targets. */
function repeatQuiz(campaignId: string, sittingId: string, personId: string): void {
  const copy = randomUUID()
  const columns = {
    Sitting: 'kind, communeCode, formVersionId, plan, channel, locale, startedAt, submittedAt',
    SittingItem: 'number, itemVersionId, pilot, trace, at',
    SittingAbility: 'standardId, sites, mean, sd, answers, rapid, stopped, at',
    Response: 'step, answerId, value, score, at',
  }
  database()
    .prepare(
      `INSERT INTO Sitting (id, campaignId, inviteeId, ${columns.Sitting})
       SELECT ?, campaignId, ?, ${columns.Sitting} FROM Sitting WHERE id = ?`,
    )
    .run(copy, ask(campaignId, personId), sittingId)
  database()
    .prepare(
      `UPDATE Invitee SET targets = (SELECT i.targets FROM Invitee i JOIN Sitting s ON s.inviteeId = i.id WHERE s.id = ?)
       WHERE campaignId = ?`,
    )
    .run(sittingId, campaignId)
  for (const table of ['SittingItem', 'SittingAbility', 'Response'] as const)
    database()
      .prepare(
        `INSERT INTO ${table} (sittingId, ${columns[table]}) SELECT ?, ${columns[table]} FROM ${table} WHERE sittingId = ?`,
      )
      .run(copy, sittingId)
}

const chosen = (sittingId: string) =>
  database()
    .prepare('SELECT itemVersionId FROM SittingItem WHERE sittingId = ? ORDER BY number')
    .all(sittingId)
    .map((row) => `q-${(row as { itemVersionId: string }).itemVersionId.split('@')[0]!}`)

async function begin(page: Page, campaignId: string): Promise<void> {
  await page.goto(paths.survey(campaignId))
  await expect(page.getByText(said('adaptive', 'home.most', { most }))).toBeVisible()
  await page.getByRole('button', { name: said('survey', 'home.start') }).click()
  await page.goto(paths.surveyStep(campaignId, door))
}

for (const javaScriptEnabled of [false, true]) {
  test.describe(`JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('a person takes an adaptive quiz to its end and submits', async ({ page, learner }) => {
      const campaignId = adaptiveCampaign(learner.personId)
      const at = (step: string) => paths.surveyStep(campaignId, step)
      await begin(page, campaignId)
      await expect(page.getByText(said('adaptive', 'door.most', { most }))).toBeVisible()
      await openQuiz(page).click()
      const { id } = sittingOf(learner.personId, campaignId)
      const first = chosen(id)[0]!
      await expect(page).toHaveURL(at(first))
      await expect(page.locator('main')).toContainText(/câu 1, nhiều nhất 30 câu/)

      await save(page).click()
      await expect(page.getByRole('alert')).toContainText(said('survey', 'fault.chooseOrUnknown'))
      await answerSomething(page)
      await save(page).click()
      const second = chosen(id)[1]!
      await expect(page).toHaveURL(at(second))

      await page.getByRole('link', { name: said('survey', 'step.previous') }).click()
      await expect(page).toHaveURL(at(first))
      await expect(page.getByText(said('adaptive', 'kept.why'))).toBeVisible()
      await expect(page.locator('main form')).toHaveCount(0)
      await page.getByRole('link', { name: said('adaptive', 'kept.next.present') }).click()
      await expect(page).toHaveURL(at(second))

      await page.goto(at('q-7.6-3z'))
      await expect(page).toHaveURL(at(second))

      await answerSomething(page)
      await page.getByRole('button', { name: said('survey', 'step.rest') }).click()
      await expect(page).toHaveURL(paths.survey(campaignId))
      await expect(page.getByText(said('adaptive', 'section.most', { answered: 2, most }))).toBeVisible()
      await page.goto(at(door))
      await expect(page).toHaveURL(at(chosen(id)[2]!))

      while ((await leaveQuiz(page).count()) === 0) {
        await answerSomething(page)
        await save(page).click()
      }
      expect(chosen(id).length).toBeLessThanOrEqual(most)
      expect(new Set(chosen(id)).size).toBe(chosen(id).length)
      await expect(page).toHaveURL(at(door))
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(said('adaptive', 'end.title'))
      await leaveQuiz(page).click()

      for (const _ of ['work', 'self-assessment', 'practice']) {
        await page.locator('main .btn').first().click()
        await answerSection(page)
      }
      await page.getByRole('link', { name: said('survey', 'home.check'), exact: true }).click()
      await expect(page.getByText(said('adaptive', 'check.kept'))).toBeVisible()
      await page.getByRole('button', { name: said('survey', 'check.submit') }).click()
      await expect(page.getByRole('heading', { name: said('survey', 'done.title') })).toBeVisible()
      await page.goto(paths.result(campaignId))
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    })
  })
}

test('two windows and a double press are one answer', async ({ page, learner }) => {
  const campaignId = adaptiveCampaign(learner.personId)
  await begin(page, campaignId)
  await openQuiz(page).click()
  const { id } = sittingOf(learner.personId, campaignId)
  const first = chosen(id)[0]!
  const other = await page.context().newPage()
  await other.goto(paths.surveyStep(campaignId, first))
  await answerSomething(page)
  await save(page).click()
  await expect(page).toHaveURL(paths.surveyStep(campaignId, chosen(id)[1]!))
  const unknown = other.locator('#main-form input[name=v][value="?"]')
  await unknown.check()
  await save(other).click()
  await expect(other).toHaveURL(paths.surveyStep(campaignId, first))
  await expect(other.getByText(said('adaptive', 'kept.why'))).toBeVisible()
  expect(responses(id, first)).toHaveLength(1)
  expect(chosen(id)).toHaveLength(2)
  await page.getByRole('button', { name: said('shell', 'otherLanguage') }).click()
  await expect(page.locator('main')).toContainText(/question 2, at most 30/)
  expect(chosen(id)).toHaveLength(2)
})

test('a trainer reads why each question was asked, without a name', async ({ page, learner, signInAs }) => {
  const campaignId = adaptiveCampaign(learner.personId)
  await begin(page, campaignId)
  await answerSection(page)
  await page.goto(paths.surveyCheck(campaignId))
  await page.getByRole('button', { name: said('survey', 'check.submit') }).click()
  await expect(page.getByRole('heading', { name: said('survey', 'done.title') })).toBeVisible()
  const { id } = sittingOf(learner.personId, campaignId)

  await signInAs('trainer')
  await page.goto(paths.choices(campaignId))
  await expect(page.getByRole('heading', { name: said('adaptive', 'choices.few.title') })).toBeVisible()
  const others = untouchedPeople().filter(({ personId }) => personId !== learner.personId)
  for (const { personId } of others.slice(-4)) repeatQuiz(campaignId, id, personId)
  await page.reload()
  await expect(page.getByText(said('adaptive', 'choices.private', { least: 5 }))).toBeVisible()
  await page.getByRole('link', { name: said('adaptive', 'choices.open', { number: 3 }) }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    said('adaptive', 'trace.title', { number: 3 }),
  )
  await expect(page.getByText(saying('adaptive', 'reason.easy')).first()).toBeVisible()
  await expect(page.locator('tbody tr')).toHaveCount(chosen(id).length)
  await expect(page.locator('body')).not.toContainText(learner.fullName)
  await signInAs('learner')
  const refused = await page.goto(paths.choiceTrace(campaignId, 3))
  expect(refused?.status()).toBe(403)
})
