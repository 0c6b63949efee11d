import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { paths } from '~/paths'
import { database, newSession, openCampaignId } from '../fixtures/installation'
import { newTrainer } from '../fixtures/studio'
import { save } from '../fixtures/survey'
import { expect, test, useSession } from '../fixtures/test'
import { said } from '../fixtures/words'

test.use({ javaScriptEnabled: false })

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
const does = (page: Page, intent: string) =>
  page.locator(`button[name=intent][value="${intent}"]`).first().click()

async function fillBoth(page: Page, name: string, vi: string): Promise<void> {
  await page.locator(`[name="${name}.vi"]`).fill(vi)
  await page.locator(`[name="${name}.en"]`).fill(`${vi} (en)`)
}

/** Opens what is folded away around a field: without a script the browser leaves it to people. */
async function unfold(page: Page, name: string): Promise<void> {
  const folded = page.locator('details:not([open])').filter({ has: page.locator(`[name="${name}"]`) })
  while ((await folded.count()) > 0) await folded.first().locator('> summary').click()
}

/** An open campaign with a form, in which one person of the demo is asked. */
function campaignWith(formVersionId: string, personId: string): string {
  const id = randomUUID()
  database()
    .prepare(
      `INSERT INTO Campaign (id, provinceCode, title, titleEn, personFormVersionId, frameworkVersionId, communeCodes, opensOn,
         closesOn, state, sample, createdAt, createdBy, quizMode, standardId)
       SELECT ?, provinceCode, 'Đợt có rẽ nhánh', 'A branching round', ?, frameworkVersionId, communeCodes, opensOn,
         closesOn, 'open', 1, createdAt, createdBy, quizMode, standardId FROM Campaign WHERE id = ?`,
    )
    .run(id, formVersionId, openCampaignId)
  database()
    .prepare(
      `INSERT INTO Invitee (id, campaignId, personId, communeCode, positionCode, positionCodes, departmentCode, targets)
       SELECT ?, ?, personId, communeCode, positionCode, positionCodes, departmentCode, targets FROM Invitee
       WHERE campaignId = ? AND personId = ?`,
    )
    .run(randomUUID(), id, openCampaignId, personId)
  return id
}

test('a form that branches is written, published by a colleague, and answered as the answers lead', async ({
  page,
  context,
  learner,
  baseURL,
}) => {
  await useSession(context, baseURL!, newSession(newTrainer()))
  const title = `Phiếu máy tính ${randomUUID().slice(0, 6)}`
  await page.goto(paths.forms())
  await press(page, said('forms', 'start'))
  const editor = page.url()
  await fillBoth(page, 'title', title)
  await fillBoth(page, 'intro', 'Hỏi về máy tính, hai phút.')
  await fillBoth(page, 'sections.0.title', 'Máy tính')
  const first = 'sections.0.questions.0'
  await fillBoth(page, `${first}.text`, 'Ông/Bà có máy tính không?')
  await fillBoth(page, `${first}.options.0`, 'Có')
  await fillBoth(page, `${first}.options.1`, 'Không')
  await page.locator('[name="sections.0.newQuestion"]').selectOption('number')
  await does(page, 'add.sections.0.questions')
  const second = 'sections.0.questions.1'
  await fillBoth(page, `${second}.text`, 'Máy dùng được mấy năm rồi?')
  await unfold(page, `${second}.showIf.question`)
  await page.locator(`[name="${second}.showIf.question"]`).selectOption('q1')
  await press(page, said('forms', 'showIf.choose'))
  await unfold(page, `${second}.showIf.options.0.on`)
  await page.locator(`[name="${second}.showIf.options.0.on"]`).check()
  await page.locator('[name="sections.0.newQuestion"]').selectOption('text')
  await does(page, 'add.sections.0.questions')
  await fillBoth(page, 'sections.0.questions.2.text', 'Ông/Bà cần thêm gì?')

  // The question that another one hangs on cannot go behind it.
  await does(page, 'down.sections.0.questions.0')
  await press(page, said('studio', 'send'))
  await expect(page.getByRole('alert')).toContainText(said('forms', 'fault.own.showIfLater'))
  await does(page, 'up.sections.0.questions.1')
  await press(page, said('studio', 'save'))
  await expect(page.locator(`[name="${first}.text.vi"]`)).toHaveValue('Ông/Bà có máy tính không?')

  await page.goto(paths.formPreview(editor.split('/').pop()!, { at: '1' }))
  await expect(page.getByText('Máy dùng được mấy năm rồi?')).toBeVisible()
  await expect(page.locator('main')).toContainText('Có')

  await page.goto(editor)
  await press(page, said('studio', 'send'))
  await expect(page.getByText(said('studio', 'note.sent'))).toBeVisible()

  await useSession(context, baseURL!, newSession(newTrainer()))
  await page.goto(page.url())
  await expect(page.locator('main')).toContainText('Máy dùng được mấy năm rồi?')
  await press(page, said('studio', 'verdict.approve'))
  await press(page, said('studio', 'publish.do'))
  await page.getByRole('link', { name: said('studio', 'review.seePublished') }).click()
  await expect(page.locator('h1')).toHaveText(new RegExp(title))
  const { id } = database()
    .prepare("SELECT id FROM FormVersion WHERE json_extract(data, '$.title.vi') = ?")
    .get(title) as { id: string }

  const campaignId = campaignWith(id, learner.personId)
  await useSession(context, baseURL!, newSession(learner.accountId))
  await page.goto(paths.survey(campaignId))
  await press(page, said('survey', 'home.start'))
  await page.getByRole('radio').nth(1).check()
  await save(page).click()
  await expect(page.getByText('Ông/Bà cần thêm gì?')).toBeVisible()
  await page.goto(paths.surveyStep(campaignId, 'q1'))
  await page.getByRole('radio').first().check()
  await save(page).click()
  await expect(page.getByText('Máy dùng được mấy năm rồi?')).toBeVisible()
  await page.getByRole('textbox').fill('6')
  await save(page).click()
  await page.goto(paths.surveyStep(campaignId, 'q1', { back: 'check' }))
  await page.getByRole('radio').nth(1).check()
  await save(page).click()
  await expect(page.getByText(said('survey', 'check.notCounted'), { exact: true })).toBeVisible()
  await press(page, said('survey', 'check.submit'))
  await expect(page).toHaveURL(new RegExp(paths.surveyDone(campaignId)))
})
