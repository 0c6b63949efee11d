import type { CompetencyResult } from '~/assessment/results'
import { campaign, invitee, person } from './campaign'

type Person = Awaited<ReturnType<typeof person>>
type SubmittedParts = {
  campaignId: string
  provinceCode: string
  communeCode: string
  positionCode?: string
  departmentCode?: string
  level: number
  computer?: string
}

/** A person answers and submits: sitting, result and cells in one transaction, as the submission writes them. */
async function submitted({
  campaignId,
  provinceCode,
  communeCode,
  positionCode = 'office-statistics',
  departmentCode = 'office',
  level,
  computer,
}: SubmittedParts): Promise<Person> {
  const { inTransaction } = await import('~/platform/db/db.server')
  const { frameworkVersion } = await import('~/competency/frameworks.server')
  const { addToCells } = await import('~/gaps/add-to-cells.server')
  const who = await person({ provinceCode, communeCode, positionCode })
  const inviteeId = await invitee({
    campaignId,
    personId: who.personId,
    communeCode,
    positionCode,
    departmentCode,
  })
  const result = (competency: string, answered: number): CompetencyResult => {
    return {
      competency,
      points: level,
      answered,
      level: answered > 0 ? level : null,
      target: 2,
      selfLevel: 2,
    }
  }
  const results = [result('4.1', 3), result('7.3', 3), result('7.4', 0)]
  await inTransaction(async (tx) => {
    const sitting = {
      campaignId,
      communeCode,
      formVersionId: 'commune-staff@1',
      plan: '[]',
      channel: 'web',
      locale: 'vi',
      startedAt: new Date(),
      submittedAt: new Date(),
    }
    await tx.sitting.create({
      data: {
        id: inviteeId,
        kind: 'person',
        inviteeId,
        ...sitting,
        results: {
          create: results.map(({ competency, ...each }) => ({
            competency,
            ...each,
            maxPoints: each.answered,
          })),
        },
      },
    })
    const conditions = computer ? [{ question: 'computer', options: [computer] }] : []
    addToCells(tx, frameworkVersion('its@1').framework, {
      campaignId,
      communeCode,
      positionCode,
      departmentCode,
      results,
      conditions,
    })
  })
  return who
}

/**
 * A closed campaign of four communes: 12 answered in the first, 30 in three departments of the second, 4 in the third,
 * nobody in the fourth. `people` are those of the first.
 */
export async function closedCampaign(
  provinceCode: string,
  [a, b, c, quiet]: [string, string, string, string],
) {
  const { inTransaction } = await import('~/platform/db/db.server')
  const campaignId = await campaign({ provinceCode, communeCodes: [a, b, c, quiet] })
  const at = { campaignId, provinceCode }
  const people: Person[] = []
  for (let i = 0; i < 12; i += 1) {
    people.push(
      await submitted({ ...at, communeCode: a, level: i < 10 ? 1 : 3, computer: i < 9 ? 'none' : 'own' }),
    )
  }
  for (let i = 0; i < 20; i += 1)
    await submitted({ ...at, communeCode: b, level: i < 2 ? 0 : 2, computer: 'own' })
  for (let i = 0; i < 3; i += 1) {
    await submitted({ ...at, communeCode: b, level: 1, positionCode: 'finance', departmentCode: 'economy' })
  }
  for (let i = 0; i < 7; i += 1) {
    await submitted({
      ...at,
      communeCode: b,
      level: 1,
      positionCode: 'one-stop-reception',
      departmentCode: 'service-centre',
    })
  }
  for (let i = 0; i < 4; i += 1) await submitted({ ...at, communeCode: c, level: 1 })
  const data = { state: 'closed' as const, closedAt: new Date('2026-11-20T10:00:00Z'), sample: true }
  await inTransaction((tx) => tx.campaign.update({ where: { id: campaignId }, data }))
  return { campaignId, people }
}
