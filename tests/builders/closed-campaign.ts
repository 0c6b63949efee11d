import type { Step } from '~/assessment/plan'
import type { Tx } from '~/platform/db/db.server'
import { campaign, invitee, person } from './campaign'
import { newestItem } from './survey'

type Person = Awaited<ReturnType<typeof person>>
type SubmittedParts = {
  campaignId: string
  provinceCode: string
  communeCode: string
  positionCode?: string
  departmentCode?: string
  /** The highest level whose item the person answers rightly, of each of the two competencies that are asked. */
  level: number
  computer?: string
}

const targets = { '4.1': 2, '7.3': 2, '7.4': 2 }
const asked = ['4.1', '7.3']

const planOf = (sql: Pick<Tx['sql'], 'get'>): Step[] => [
  { step: 'computer', section: 'work', kind: 'question', ref: 'computer' },
  ...Object.keys(targets).map((ref): Step => ({ step: `self-${ref}`, section: 'self', kind: 'self', ref })),
  ...asked.flatMap((competency) =>
    [1, 2, 3].map((level): Step => {
      const code = `${competency}-${level}a`
      return { step: `q-${code}`, section: 'quiz', kind: 'item', ref: newestItem(sql, code) }
    }),
  ),
]

/** A person answers and submits, through the submission that the pages use: 4.1 and 7.3, but nothing of 7.4. */
export async function submitted({
  campaignId,
  provinceCode,
  communeCode,
  positionCode = 'office-statistics',
  departmentCode = 'office',
  level,
  computer,
}: SubmittedParts): Promise<Person> {
  const { inTransaction, reader } = await import('~/platform/db/db.server')
  const { finishSitting } = await import('~/campaigns/submit.server')
  const who = await person({ provinceCode, communeCode, positionCode })
  const inviteeId = await invitee({
    campaignId,
    personId: who.personId,
    communeCode,
    positionCode,
    departmentCode,
    targets,
  })
  const plan = planOf(reader.sql)
  const answers = [
    ...(computer ? [{ step: 'computer', value: computer, score: null }] : []),
    ...asked.map((ref) => ({ step: `self-${ref}`, value: 2, score: null })),
    ...plan
      .filter(({ kind }) => kind === 'item')
      .map(({ step, ref }) => ({ step, value: null, score: Number(ref.split('-')[1]![0]) <= level ? 1 : 0 })),
  ]
  const at = new Date('2026-11-10T08:00:00Z')
  await inTransaction(async (tx) => {
    await tx.sitting.create({
      data: {
        id: inviteeId,
        kind: 'person',
        campaignId,
        inviteeId,
        communeCode,
        formVersionId: 'commune-staff@2',
        plan: JSON.stringify(plan),
        channel: 'intake',
        locale: 'vi',
        startedAt: at,
        responses: {
          create: answers.map(({ step, value, score }) => ({
            step,
            answerId: step,
            value: JSON.stringify(value),
            score,
            at,
          })),
        },
      },
    })
    finishSitting(tx, {
      sittingId: inviteeId,
      steps: plan,
      kind: 'person',
      campaignId,
      formVersionId: 'commune-staff@2',
      inviteeId,
      targets,
      at,
    })
  })
  return who
}

/** Closes a campaign at a moment of its own and releases its figures. */
export async function close(campaignId: string, closedAt: Date, sample = true): Promise<void> {
  const { inTransaction } = await import('~/platform/db/db.server')
  const { queueEstimate } = await import('~/gaps/estimate-campaign.server')
  const { runJobs } = await import('~/platform/jobs/jobs.server')
  await inTransaction(async (tx) => {
    const { id, provinceCode } = await tx.campaign.update({
      where: { id: campaignId },
      data: { state: 'closed', closedAt, sample },
    })
    queueEstimate(tx, { id, provinceCode }, null)
  })
  await runJobs()
}

/**
 * A closed and released campaign of four communes: 12 answered in the first, 30 in three departments of the second, 4 in
 * the third, nobody in the fourth. `people` are those of the first. `more` raises what everybody can do.
 */
export async function closedCampaign(
  provinceCode: string,
  [a, b, c, quiet]: [string, string, string, string],
  { closedAt = new Date('2026-11-20T10:00:00Z'), more = 0 } = {},
) {
  const campaignId = await campaign({ provinceCode, communeCodes: [a, b, c, quiet] })
  const at = { campaignId, provinceCode }
  const people: Person[] = []
  for (let i = 0; i < 12; i += 1) {
    people.push(
      await submitted({
        ...at,
        communeCode: a,
        level: more + (i < 7 ? 0 : 3),
        computer: i < 9 ? 'none' : 'own',
      }),
    )
  }
  for (let i = 0; i < 20; i += 1)
    await submitted({ ...at, communeCode: b, level: more + (i < 2 ? 0 : 2), computer: 'own' })
  // As many below target as not, so that a hidden group could be either.
  for (let i = 0; i < 4; i += 1) {
    await submitted({
      ...at,
      communeCode: b,
      level: more + (i % 2 ? 3 : 0),
      positionCode: 'finance',
      departmentCode: 'economy',
    })
  }
  for (let i = 0; i < 6; i += 1) {
    await submitted({
      ...at,
      communeCode: b,
      level: more + (i % 2 ? 3 : 0),
      positionCode: 'one-stop-reception',
      departmentCode: 'service-centre',
    })
  }
  for (let i = 0; i < 4; i += 1) await submitted({ ...at, communeCode: c, level: more + (i % 4) })
  await close(campaignId, closedAt)
  return { campaignId, people }
}
