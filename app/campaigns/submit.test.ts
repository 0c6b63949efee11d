import { afterEach, expect, it } from 'vitest'
import { campaign, invitee, person } from '../../tests/builders/campaign'
import { freshDatabase } from '../../tests/builders/database'
import { onFirstForm } from '../../tests/builders/survey'

await freshDatabase()
const { reader } = await import('~/platform/db/db.server')
const { setClock } = await import('~/platform/clock/now.server')
const { startSitting } = await import('./start-sitting.server')
const { answerStep } = await import('./answer.server')
const { submitSitting } = await import('./submit.server')
const { surveyStep } = await import('./survey-pages.server')
const { myResult } = await import('./my-result.server')

const communeCode = '01321'
const items = ['q-4.1-1a', 'q-4.1-2a', 'q-4.1-3a', 'q-7.3-1a', 'q-7.3-2a', 'q-7.3-3a']

afterEach(() => setClock())

/** A person who says “I do not know” to each of `steps` in turn, or rates oneself highest, so many seconds after the page before. */
async function answering(steps: string[], seconds: number[]) {
  let moment = Date.parse('2026-11-10T02:00:00Z')
  setClock(new Date(moment))
  const campaignId = await campaign({ provinceCode: '04', communeCodes: [communeCode] })
  const learner = await person({ provinceCode: '04', communeCode, positionCode: 'office-statistics' })
  await invitee({ campaignId, personId: learner.personId, communeCode })
  await startSitting(learner, campaignId, 'person', 'vi')
  await onFirstForm(learner.personId, campaignId)
  for (const [i, step] of steps.entries()) {
    const page = surveyStep(learner, campaignId, 'person', step, 'vi')!
    if (!('answerId' in page)) throw new Error(`${step} is not a page to answer`)
    moment += seconds[i % seconds.length]! * 1000
    setClock(new Date(moment))
    const { sittingId, answerId } = page
    await answerStep(learner, {
      campaignId,
      kind: 'person',
      step,
      sittingId,
      answerId,
      entries: { v: [step.startsWith('self-') ? '4' : '?'] },
    })
  }
  await submitSitting(learner, campaignId, 'person')
  const cells = reader.sql.get<{ n: number }>(
    "SELECT coalesce(sum(n), 0) AS n FROM GapCell WHERE campaignId = ? AND groupKind = 'all'",
    campaignId,
  )!
  return { ...myResult(learner, campaignId, 'vi'), cells: cells.n }
}

it('counts answers that were read, and keeps the posterior for the estimates', async () => {
  const { answers, rapid, results, domains, cells } = await answering(items, [15])
  expect({ answers, rapid, cells }).toEqual({ answers: 6, rapid: 0, cells: 4 })
  for (const { ability, below } of results) {
    expect(ability).toBeLessThan(-0.5)
    expect(below).toBeGreaterThan(0.8)
  }
  expect(domains.map(({ domain, informed }) => [domain, informed])).toEqual([
    ['4', true],
    ['7', true],
  ])
})

it('leaves out answers in two seconds, and says how many', async () => {
  const quick = await answering(items, [2])
  expect(quick).toMatchObject({ answers: 0, rapid: 6, cells: 0 })
  expect(quick.results.map(({ level, answered, ability }) => [level, answered, ability])).toEqual([
    [null, 0, 0],
    [null, 0, 0],
  ])
  expect(await answering(items, [2, 15])).toMatchObject({ answers: 3, rapid: 3 })
})

it('takes together the times that a question was looked at', async () => {
  const again = [...items, 'q-4.1-1a']
  expect(await answering(again, [8, 2, 2, 2, 2, 2, 2])).toMatchObject({ answers: 1, rapid: 5 })
})

it('measures nobody who answered nothing', async () => {
  const nothing = await answering([], [1])
  expect(nothing).toMatchObject({ answers: 0, rapid: 0, cells: 0 })
  expect(nothing.results.every(({ level, informed }) => level === null && !informed)).toBe(true)
})

it('tells how far a person overrates oneself, and nothing where there is nothing to compare', async () => {
  const { self } = await answering(['self-4.1', 'self-7.3', ...items], [15])
  expect(self).toMatchObject({ n: 2, self: 3, words: 'over' })
  expect(self!.low).toBeGreaterThan(1)
  expect(self!.high).toBeGreaterThan(self!.difference)
  expect((await answering(items, [15])).self).toBeNull()
  expect((await answering(['self-4.1', 'self-7.3'], [15])).self).toBeNull()
})
