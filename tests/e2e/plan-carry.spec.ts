import { mondayOf } from '~/planning/calendar'
import { paths } from '~/paths'
import { vietnamDay } from '~/platform/i18n/format'
import { database, moment } from '../fixtures/installation'
import { samplePlan } from '../fixtures/plans'
import { expect, test } from '../fixtures/test'
import { said } from '../fixtures/words'

test.use({ javaScriptEnabled: false })

const dayMs = 86_400_000

/** A plan that was worked out, with its weeks beginning a month from now. */
function planAhead(): string {
  const { solvedPlan } = samplePlan(moment(new Date()))
  const from = mondayOf(vietnamDay(new Date(Date.now() + 30 * dayMs)))
  const until = vietnamDay(new Date(Date.parse(from) + 67 * dayMs))
  database()
    .prepare(
      "UPDATE PlanScenario SET settings = json_set(settings, '$.from', ?, '$.until', ?) WHERE planId = ?",
    )
    .run(from, until, solvedPlan)
  return solvedPlan
}

test('a plan is approved, a commune names its people, a class is cancelled and its letter follows', async ({
  page,
  signInAs,
}) => {
  const plan = planAhead()
  await signInAs('planner')
  await page.goto(paths.approvePlan(plan, { scenario: 1 }))
  const approve = page.getByRole('button', { name: /^Duyệt và tạo \d+ lớp$/ })
  await expect(approve).toBeVisible()
  database().prepare('UPDATE PlanScenario SET revision = 2 WHERE planId = ?').run(plan)
  await approve.click()
  await expect(page.getByRole('alert')).toContainText(said('carry', 'approve.fault.stale'))
  database().prepare('UPDATE PlanScenario SET revision = 1 WHERE planId = ?').run(plan)
  await page.goto(paths.approvePlan(plan, { scenario: 1 }))
  await approve.click()
  await expect(page.getByRole('status')).toContainText('Đã duyệt kế hoạch')

  await page.goto(paths.approvePlan(plan))
  await expect(page.getByRole('main')).toContainText(said('carry', 'approve.mayWithdraw'))
  const { classId, title } = database()
    .prepare(
      `SELECT n.classId, c.titleVi AS title FROM PlannedClass n JOIN ClassQuota q ON q.classId = n.classId
       JOIN TrainingClass c ON c.id = n.classId
       WHERE n.planId = ? AND q.communeCode = '01321' AND n.delivery = 'class' LIMIT 1`,
    )
    .get(plan) as { classId: string; title: string }

  await signInAs('leader')
  await page.goto(paths.communeSeats('01321'))
  await page.locator(`main a[href*="${classId}"]`).click()
  await expect(page.locator('h1')).toContainText(title)
  await page.getByRole('button', { name: said('carry', 'name.do') }).click()
  await expect(page).toHaveTitle(/^Lỗi: /)
  await expect(page.getByRole('alert')).toContainText(said('carry', 'name.fault.nobody'))
  const boxes = page.locator('fieldset input[name=person]:not([disabled])')
  await boxes.first().check()
  await page.getByRole('button', { name: said('carry', 'name.do') }).click()
  await expect(page.getByRole('status')).toContainText('Đã cử 1 người')
  await page.goto(paths.communeSeats('01321', { class: classId }))
  await page.getByRole('link', { name: new RegExp(said('carry', 'withdraw.short')) }).click()
  await page.getByLabel(said('carry', 'withdraw.reason'), { exact: true }).fill('Bận')
  await page.getByRole('button', { name: said('carry', 'withdraw.do') }).click()
  await expect(page.getByLabel(said('carry', 'withdraw.reason'), { exact: true })).toHaveValue('Bận')
  await page.getByLabel(said('carry', 'withdraw.reason'), { exact: true }).fill('Trùng lịch công tác')
  await page.getByRole('button', { name: said('carry', 'withdraw.do') }).click()
  await expect(page.getByRole('status')).toContainText('Đã rút 1 người')

  await signInAs('planner')
  await page.goto(paths.approvePlan(plan))
  await expect(page.getByRole('main')).toContainText(said('carry', 'approve.out'))
  await page.goto(paths.planFollowUp(plan, { cancel: classId }))
  await page.getByLabel(said('carry', 'cancel.reason'), { exact: true }).fill('Phòng học bị ngập')
  await page.getByRole('button', { name: said('carry', 'cancel.do') }).click()
  await expect(page.getByRole('status')).toContainText(/lập \d thư báo hủy/)
  await page.goto(paths.planLetters(plan, { commune: '01321' }))
  await expect(page.getByRole('main')).toContainText(said('carry', 'letter.kind.cancellation'))
  await page.goto(paths.printLetters(plan, { commune: '01321' }))
  await expect(page.locator('.letter').filter({ hasText: 'Phòng học bị ngập' })).toHaveCount(1)
  await page.goto(paths.planLetters(plan, { commune: '01321' }))
  await page.getByRole('button', { name: said('carry', 'letters.hand') }).click()
  await expect(page.getByRole('status')).toContainText('trao bằng giấy')

  await page.goto(paths.planEffect(plan))
  await expect(page.getByRole('main')).toContainText(said('carry', 'effect.noLater'))
})
