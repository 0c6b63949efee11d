import { paths } from '~/paths'
import { vietnamDay } from '~/platform/i18n/format'
import { database, newSession } from '../fixtures/installation'
import { newLearner } from '../fixtures/learning'
import { expect, test, useSession } from '../fixtures/test'
import { said } from '../fixtures/words'

test.use({ javaScriptEnabled: false })

const title = 'Ký số văn bản ở bộ phận một cửa'

test('a class from its plan over attendance to a signed badge', async ({
  page,
  context,
  browser,
  baseURL,
  signInAs,
  request,
}, info) => {
  const learner = await newLearner(context, baseURL!, 'infosec', info.workerIndex)
  const { staffCode } = database()
    .prepare('SELECT staffCode FROM Person WHERE id = ?')
    .get(learner.personId) as { staffCode: string }

  await signInAs('trainer')
  await page.goto(paths.newClass())
  await page.getByRole('button', { name: said('classes', 'new.submit') }).click()
  await expect(page).toHaveTitle(/^Lỗi: /)
  await page.getByLabel(said('classes', 'form.titleVi'), { exact: true }).fill(title)
  await page
    .getByLabel(said('classes', 'form.aimVi'), { exact: true })
    .fill('Ký, kiểm tra chữ ký và nhận ra chữ ký không hợp lệ.')
  const [year, month, day] = vietnamDay(new Date()).split('-')
  const session = (part: string) => page.locator(`[id="sessions[0].${part}"]`)
  await session('date').fill(`${day}/${month}/${year}`)
  await session('startsAt').fill('0:00')
  await session('endsAt').fill('0:01')
  await session('place').fill('Phòng họp xã')
  await page.locator('input[name=competencies][value="4.1"]').check()
  await page.getByRole('button', { name: said('classes', 'new.submit') }).click()
  await expect(page.locator('h1')).toContainText(title)
  const classPage = new URL(page.url()).pathname

  await page.goto(`${classPage}/people`)
  await page.getByLabel(said('classes', 'list.people.label')).fill(staffCode)
  await page.getByRole('button', { name: said('classes', 'list.submit') }).click()
  await page.getByRole('button', { name: said('classes', 'check.submit') }).click()
  await expect(page.getByRole('main')).toContainText(learner.fullName)

  await page.goto(classPage)
  await page.locator('a[href*="/sessions/"]').first().click()
  const held = new URL(page.url()).pathname
  await page.goto(`${held}/code`)
  const address = (await page.locator('svg[data-address]').getAttribute('data-address'))!

  const phone = await browser.newContext({ javaScriptEnabled: false })
  await useSession(phone, baseURL!, newSession(learner.accountId))
  const inHand = await phone.newPage()
  const asked = new URL(address)
  await inHand.goto(baseURL! + asked.pathname + asked.search)
  await inHand.getByRole('button', { name: said('classes', 'attend.do') }).click()
  await expect(inHand.getByRole('status')).toContainText(said('classes', 'attend.already'))

  await page.goto(held)
  await expect(page.getByLabel(learner.fullName)).toBeChecked()
  await page.goto(`${classPage}/certificates`)
  await page.getByRole('button', { name: said('classes', 'certificates.issue', { count: 1 }) }).click()
  await expect(page.getByRole('status')).toContainText(said('classes', 'certificates.issued', { count: 1 }))

  const { number } = database()
    .prepare('SELECT number FROM Certificate WHERE personId = ? ORDER BY issuedAt DESC LIMIT 1')
    .get(learner.personId) as { number: string }
  await inHand.goto(paths.verified(number))
  await expect(inHand.getByRole('main')).toContainText(title)
  const badge = (await (await request.get(baseURL! + paths.badge(number))).json()) as {
    proof: { verificationMethod: string; cryptosuite: string }
    credentialSubject: { achievement: { name: string } }
  }
  expect(badge.credentialSubject.achievement.name).toContain(title)
  const issuer = (await (await request.get(baseURL! + paths.badgeIssuer())).json()) as {
    verificationMethod: { id: string }[]
  }
  expect(badge.proof.cryptosuite).toBe('eddsa-rdfc-2022')
  expect(issuer.verificationMethod.map(({ id }) => id)).toContain(badge.proof.verificationMethod)
  await phone.close()
})
