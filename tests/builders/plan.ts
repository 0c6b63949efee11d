import { randomUUID } from 'node:crypto'
import type { Basis } from '~/planning/basis'
import type { ScenarioResult } from '~/planning/scenario-result'
import type { PlanSettings } from '~/planning/settings'
import type { PlanSolution } from '~/planning/solution'
import {
  moduleCodes,
  planExpected,
  planPositions,
  planProblem,
  planSettings,
  planSolution,
  smallPlan,
  trainerId,
  venueId,
  type PlanSize,
} from './plan-problem'

/** Rows of a training plan in the database: the plan, its scenario, and the trainers and venues of the province. */

const venueNames = ['Trung tâm Chính trị', 'Nhà văn hóa', 'Hội trường Ủy ban', 'Trường nội trú']
const trainerNames = [
  'Nông Thị Mẫu',
  'Hoàng Văn Mẫu',
  'Lý Thị Thử',
  'Bế Văn Thử',
  'Đàm Thị Ví',
  'Triệu Văn Dụ',
]

/** What a plan of these communes rests on: a middling gap in four competencies that the modules teach. */
function planBasis(communes: string[]): Basis {
  const competencies = ['4.1', '4.2', '7.1', '7.3'].map((code) => ({ code, domain: code[0]! }))
  return {
    version: 1,
    campaign: {
      title: { vi: 'Đợt khảo sát thử', en: 'A trial survey' },
      closedAt: '2026-11-18T10:00:00.000Z',
    },
    method: 'test',
    sample: false,
    sd: 0.9,
    competencies,
    centre: competencies.map(() => [-0.1, 0.05]),
    communes: communes.map((code, i) => ({
      code,
      above: competencies.map(() => [((i % 5) - 2) / 10, 0.1]),
    })),
    positions: planPositions.map(({ code, unit }) => ({
      code,
      department: unit,
      needs: competencies.map((_, k) => k),
      above: competencies.map(() => [0, 0.08]),
    })),
    groups: communes.flatMap((_, c) =>
      planPositions.map(({ people }, p): [number, number, number] => [c, p, people]),
    ),
  }
}

type PlanParts = {
  provinceCode: string
  communes: string[]
  size?: Omit<PlanSize, 'communes'>
  settings?: Partial<PlanSettings>
  solution?: Partial<PlanSolution>
  solved?: boolean
  campaignId?: string | null
  title?: string
}

/** Rows of a draft plan with one scenario, solved unless it says otherwise. Import after `freshDatabase()`. */
export async function plan(
  parts: PlanParts,
): Promise<{ planId: string; scenarioId: string; result: ScenarioResult }> {
  const { provinceCode, communes, solved = true } = parts
  const { inTransaction } = await import('~/platform/db/db.server')
  const size = { ...(parts.size ?? smallPlan(communes)), communes }
  const settings = planSettings(size, parts.settings)
  const problem = planProblem(size, settings)
  const solve = { kind: 'plan' as const, plan: planSolution(problem, parts.solution) }
  const result: ScenarioResult = { solve, expected: planExpected(communes), settings }
  const [planId, scenarioId] = [randomUUID(), randomUUID()]
  const at = new Date('2026-11-20T03:00:00Z')
  await inTransaction(async (tx) => {
    await resources(tx, provinceCode, size)
    await tx.trainingPlan.create({
      data: {
        id: planId,
        provinceCode,
        campaignId: parts.campaignId ?? null,
        title: parts.title ?? 'Kế hoạch tập huấn quý 1',
        titleEn: parts.title ? null : 'Training plan of the first quarter',
        basis: JSON.stringify(planBasis(communes)),
        createdAt: at,
        createdBy: 'test',
        scenarios: {
          create: {
            id: scenarioId,
            number: 1,
            name: 'Phương án 1',
            settings: JSON.stringify(settings),
            editedAt: at,
            editedBy: 'test',
            ...(solved
              ? {
                  state: 'solved' as const,
                  solvedRevision: 1,
                  problem: JSON.stringify(problem),
                  result: JSON.stringify(result),
                  solvedAt: at,
                }
              : {}),
          },
        },
      },
    })
  })
  return { planId, scenarioId, result }
}

type Tx = Parameters<Parameters<typeof import('~/platform/db/db.server').inTransaction>[0]>[0]

/** Trainers, venues and travel of a plan's size; those that stand already stay. */
async function resources(tx: Tx, provinceCode: string, size: PlanSize): Promise<void> {
  for (let i = 0; i < size.trainers; i += 1) {
    const name = trainerNames[i % trainerNames.length]!
    const data = { provinceCode, name, skills: JSON.stringify(moduleCodes), days: 40, away: '[]' }
    await tx.planTrainer.upsert({
      where: { id: trainerId(i) },
      update: {},
      create: { id: trainerId(i), ...data },
    })
  }
  for (let i = 0; i < size.venues; i += 1) {
    const name = `${venueNames[i % venueNames.length]!} ${i + 1}`
    const data = {
      provinceCode,
      name,
      communeCode: size.communes[i] ?? null,
      seats: 30,
      rooms: 1,
      closed: '[]',
    }
    await tx.planVenue.upsert({
      where: { id: venueId(i) },
      update: {},
      create: {
        id: venueId(i),
        ...data,
        travel: {
          create: size.communes.map((communeCode, c) => ({ communeCode, hours: 0.5 + (c % 4) / 2 })),
        },
      },
    })
  }
}
