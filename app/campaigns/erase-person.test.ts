import { expect, it } from 'vitest'
import { actor, campaign, invitee, person, plannerGrant } from '../../tests/builders/campaign'
import { freshDatabase } from '../../tests/builders/database'
import { refusal } from '../../tests/builders/refusal'
import { onFirstForm } from '../../tests/builders/survey'

await freshDatabase()
const { reader } = await import('~/platform/db/db.server')
const { erasePerson } = await import('./erase-person.server')
const { startSitting } = await import('./start-sitting.server')
const { answerStep } = await import('./answer.server')
const { submitSitting } = await import('./submit.server')
const { surveyStep } = await import('./survey-pages.server')
const { setConsent } = await import('./my-result.server')
const { setClock } = await import('~/platform/clock/now.server')

const communeCode = '01321'
const count = (table: string) => reader.sql.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n

it('leaves nothing of a person but the sums of groups', async () => {
  const campaignId = await campaign({ provinceCode: '04', communeCodes: [communeCode] })
  const learner = await person({ provinceCode: '04', communeCode, positionCode: 'office-statistics' })
  await invitee({ campaignId, personId: learner.personId, communeCode })
  await startSitting(learner, campaignId, 'person', 'vi')
  await onFirstForm(learner.personId, campaignId)
  const step = 'q-4.1-1a'
  setClock(new Date(Date.now() + 20_000))
  const { sittingId, answerId } = surveyStep(learner, campaignId, 'person', step, 'vi')!
  await answerStep(learner, { campaignId, kind: 'person', step, sittingId, answerId, entries: { v: ['?'] } })
  setClock()
  await submitSitting(learner, campaignId, 'person')
  await setConsent(learner, campaignId, true)

  expect(await refusal(erasePerson(actor({ grants: [plannerGrant('01')] }), learner.personId))).toBe(
    'notAllowed',
  )
  const cells = count('GapCell')
  expect(cells).toBeGreaterThan(0)
  await erasePerson(actor({ grants: [plannerGrant('04')] }), learner.personId)
  for (const table of [
    'Person',
    'PersonCommune',
    'PersonPosition',
    'Invitee',
    'Sitting',
    'Response',
    'SittingResult',
    'SittingAbility',
    'SittingItem',
    'PracticeRun',
    'PracticeMove',
    'Consent',
    'Account',
    'RoleGrant',
  ]) {
    expect([table, count(table)]).toEqual([table, 0])
  }
  expect(count('GapCell')).toBe(cells)
})
