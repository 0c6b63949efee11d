import { expect, test } from 'vitest'
import { freshDatabase } from '../../tests/builders/database'
import { learner, leaderOf, plannerOf } from '../../tests/builders/actors'

await freshDatabase()
const { planProgress } = await import('./plan-progress.server')
const { inTransaction } = await import('~/platform/db/db.server')

const at = new Date()
const day = (offset: number) => new Date(at.getTime() + offset * 86_400_000).toISOString().slice(0, 10)

async function plan(provinceCode: string, state: 'approved' | 'draft'): Promise<string> {
  const id = `plan-${provinceCode}-${state}`
  await inTransaction(async (tx) => {
    await tx.trainingPlan.create({
      data: {
        id,
        provinceCode,
        title: 'Kế hoạch thử',
        titleEn: 'A plan',
        state,
        basis: '{}',
        createdAt: at,
        createdBy: 'test',
        approvedAt: state === 'approved' ? at : null,
        scenarios: {
          create: {
            id: `${id}-1`,
            number: 1,
            name: 'Một',
            settings: JSON.stringify({ budget: 100_000_000 }),
            chosen: true,
            editedAt: at,
            editedBy: 'test',
          },
        },
      },
    })
    for (const [key, date, cancelled] of [
      ['held', day(-5), false],
      ['planned', day(5), false],
      ['cancelled', day(-5), true],
    ] as const) {
      const classId = `${id}-${key}`
      await tx.trainingClass.create({
        data: {
          id: classId,
          provinceCode,
          titleVi: 'Lớp',
          titleEn: 'Class',
          aimVi: '',
          aimEn: '',
          competencies: '[]',
          modules: '[]',
          minShare: 80,
          createdAt: at,
          createdBy: 'test',
          cancelledAt: cancelled ? at : null,
          sessions: {
            create: {
              id: `${classId}-s`,
              date,
              startsAt: '08:00',
              endsAt: '11:00',
              place: 'P1',
              trainer: 'A',
            },
          },
        },
      })
      await tx.plannedClass.create({
        data: {
          classId,
          planId: id,
          scenarioId: `${id}-1`,
          key,
          moduleCode: 'infosec',
          delivery: 'class',
          expected: 1,
          cost: 20_000_000,
        },
      })
    }
  })
  return id
}

test('the approved plan of the province counts what is held and spent; a draft and other provinces count nothing', async () => {
  await plan('08', 'draft')
  expect(planProgress(plannerOf('08'), 'vi')).toBeNull()
  const planId = await plan('04', 'approved')
  const progress = {
    planId,
    title: 'Kế hoạch thử',
    held: 1,
    classes: 2,
    spent: 20_000_000,
    budget: 100_000_000,
  }
  expect(planProgress(plannerOf('04'), 'vi')).toEqual(progress)
  expect(planProgress(plannerOf('04'), 'en')!.title).toBe('A plan')
  expect(planProgress(learner, 'vi')).toBeNull()
  expect(planProgress(leaderOf('04', '01321'), 'vi')).toBeNull()
})
