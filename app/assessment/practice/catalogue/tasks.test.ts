import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { actorWith, leaderOf, learner, plannerOf } from '../../../../tests/builders/actors'
import { freshDatabase } from '../../../../tests/builders/database'

await freshDatabase()
const { inTransaction } = await import('~/platform/db/db.server')
const { presentScenarios } = await import('../versions.server')
const { mistakeScore } = await import('./mistake-score')
const { stepShares } = await import('./step-shares')
const { listTasks, viewTask } = await import('./view-tasks.server')

const trainer = actorWith({ role: 'trainer', provinceCode: null, communeCode: null })
const scenario = presentScenarios('teach')[0]!
const full = scenario.scoring.map(({ id, points }) => ({ id, points, of: points }))
const nothing = full.map((each) => ({ ...each, points: 0 }))

async function tries(results: (typeof full)[], accountId?: string): Promise<void> {
  await inTransaction(async (tx) => {
    for (const [i, result] of results.entries()) {
      const id = accountId ?? randomUUID()
      await tx.account.upsert({
        where: { id },
        update: {},
        create: { id, username: id, displayName: 'Thử', createdAt: new Date() },
      })
      await tx.practiceRun.create({
        data: {
          id: randomUUID(),
          versionId: scenario.id,
          code: scenario.code,
          accountId: id,
          number: i + 1,
          startedAt: new Date(),
          finishedAt: new Date(),
          score: 1,
          result: JSON.stringify(result),
        },
      })
    }
  })
}

test('the list has every task in use, each with what it shows', () => {
  const rows = listTasks(trainer)
  const codes = [...presentScenarios('teach'), ...presentScenarios('measure')].map(({ code }) => code)
  expect(rows.map(({ code }) => code)).toEqual(codes)
  for (const { shows, steps } of rows) {
    expect(shows.length).toBeGreaterThan(0)
    expect(steps).toBeGreaterThan(0)
  }
})

test('a mistake has the points that it states, and the steps at which it loses some', () => {
  const scoring = [
    { id: 'a', points: 2 },
    { id: 'b', points: 1 },
  ] as Parameters<typeof mistakeScore>[0]['scoring']
  expect(mistakeScore({ scoring }, { scores: { a: 1 } })).toEqual({ points: 2, of: 3, lost: ['a'] })
})

test('the mean share of each step is that of all tries', () => {
  const of = stepShares(scenario, [full, nothing])
  expect(of).toMatchObject({ count: 2, mean: 0.5 })
  expect(of.steps.map(({ share }) => share)).toEqual(scenario.scoring.map(() => 0.5))
})

test('nothing is said of tries before five people have ended one', async () => {
  await tries([full, full, nothing])
  await tries([nothing, nothing, nothing], 'the-same-person')
  expect(viewTask(trainer, scenario.code).tries).toBeNull()
  await tries([full])
  expect(viewTask(trainer, scenario.code).tries).toMatchObject({
    count: 7,
    mean: expect.closeTo(3 / 7) as number,
  })
})

test('an unknown task is not found; learners and leaders see no keys', () => {
  expect(() => viewTask(trainer, 'no-such-task')).toThrow(expect.objectContaining({ status: 404 }))
  expect(viewTask(plannerOf('04'), scenario.code).scenario.model.length).toBeGreaterThan(0)
  for (const actor of [learner, leaderOf('04', '01321')]) {
    expect(() => listTasks(actor)).toThrow(expect.objectContaining({ status: 403 }))
    expect(() => viewTask(actor, scenario.code)).toThrow(expect.objectContaining({ status: 403 }))
  }
})
