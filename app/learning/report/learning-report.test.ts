import { expect, test } from 'vitest'
import { actor, leaderGrant, person, plannerGrant } from '../../../tests/builders/campaign'
import { freshDatabase } from '../../../tests/builders/database'
import { storedModule } from '../../../tests/builders/module'
import { refusal } from '../../../tests/builders/refusal'

await freshDatabase()
const { inTransaction } = await import('~/platform/db/db.server')
const { setClock } = await import('~/platform/clock/now.server')
const { learningReport } = await import('./learning-report.server')

const planner = actor({ grants: [plannerGrant('04')] })
const leader = actor({ grants: [leaderGrant('04', '01321')] })
const trial = await storedModule({ code: 'trial', lessons: ['one', 'two', 'three'] })
const yesterday = new Date('2026-11-19T08:00:00Z')
setClock(new Date('2026-11-20T03:00:00Z'))

type Parts = { commune: string; count: number; read?: number; finished?: boolean; at?: Date }

async function learners({ commune, count, read, finished, at = yesterday }: Parts): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    const { personId } = await person({
      provinceCode: '04',
      communeCode: commune,
      positionCode: 'office-statistics',
    })
    if (read === undefined) continue
    await inTransaction(async (tx) => {
      await tx.enrolment.create({
        data: {
          personId,
          moduleCode: trial.code,
          startedAt: at,
          lastAt: at,
          finishedAt: finished ? at : null,
        },
      })
      for (const lesson of trial.lessons.slice(0, read)) {
        await tx.learningRecord.create({
          data: {
            personId,
            moduleCode: trial.code,
            moduleVersionId: trial.id,
            lessonCode: lesson.code,
            verb: 'read',
            at,
          },
        })
      }
    })
  }
}

await learners({ commune: '01321', count: 6 })
await learners({ commune: '01321', count: 5, read: 1 })
await learners({ commune: '01321', count: 7, read: 2 })
await learners({ commune: '01321', count: 8, read: 3, finished: true })
await learners({ commune: '01304', count: 9 })
await learners({ commune: '01304', count: 5, read: 0 })
await learners({ commune: '01304', count: 6, read: 1, at: new Date('2026-11-20T01:00:00Z') })

test('counts each person once, up to the end of the day before', () => {
  const { until, chosen, modules } = learningReport(planner, 'trial')
  expect(until).toBe('2026-11-19')
  const row = (code: string) => chosen!.communes.find((each) => each.code === code)
  expect(chosen!.communes).toHaveLength(2)
  expect(row('01321')).toMatchObject({ people: 26, none: 6, learning: 12, finished: 8 })
  expect(row('01304')).toMatchObject({ people: 20, none: 15, learning: 5, finished: 0 })
  expect(chosen!.positions).toEqual([
    expect.objectContaining({
      code: 'office-statistics',
      people: 46,
      none: 21,
      learning: 17,
      finished: 8,
    }),
  ])
  expect(modules.find(({ code }) => code === 'trial')!.all).toMatchObject({
    people: 46,
    begun: 10,
    half: 7,
    finished: 8,
  })
})

test('a leader sees the own commune, with the same counts, and no positions', () => {
  const { chosen, modules, province } = learningReport(leader, 'trial')
  expect(province).toBe(false)
  expect(chosen!.communes.map(({ code }) => code)).toEqual(['01321'])
  expect(chosen!.positions).toEqual([])
  expect(modules.find(({ code }) => code === 'trial')!.all).toMatchObject({ people: 26, finished: 8 })
})

test('who may not see it does not', async () => {
  await expect(refusal(() => learningReport(actor(), null))).resolves.toBe('notAllowed')
  await expect(refusal(() => learningReport(planner, 'no-such-module'))).resolves.toBe('notFound')
})
