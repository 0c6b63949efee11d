import { plannerOf } from './actors'
import { person } from './campaign'
import { plan } from './plan'

/** An approved plan of province 04 with four communes, and what tests of its carrying out ask of it. Import after `freshDatabase()`. */
export async function carriedPlans() {
  const { inTransaction, reader } = await import('~/platform/db/db.server')
  const { approvePlan } = await import('~/planning/carry/approve-plan.server')
  const province = '04'
  const planner = plannerOf(province)
  const communes = reader.sql
    .all<{ code: string }>(
      'SELECT code FROM Commune WHERE provinceCode = ? AND validTo IS NULL ORDER BY code LIMIT 4',
      province,
    )
    .map(({ code }) => code)
  const [first, second] = communes as [string, string]
  const seen = { number: 1, seen: 1, mail: false }
  return {
    ...{ province, planner, communes, first, second, seen },
    approved: async (mail = false, campaignId: string | null = null) => {
      const made = await plan({ provinceCode: province, communes, campaignId })
      const answer = await approvePlan(planner, made.planId, { ...seen, mail })
      if (!answer.made) throw new Error(answer.fault)
      return { ...made, ...answer.made }
    },
    /** The classes of a plan, by their keys. */
    classesOf: (planId: string) =>
      reader.sql.all<{ classId: string; delivery: string }>(
        'SELECT classId, delivery FROM PlannedClass WHERE planId = ? ORDER BY key',
        planId,
      ),
    /** A class at a venue in which the first commune has seats. */
    classHere: (planId: string) =>
      reader.sql.get<{ classId: string }>(
        `SELECT n.classId FROM PlannedClass n JOIN ClassQuota q ON q.classId = n.classId
         WHERE n.planId = ? AND n.delivery = 'class' AND q.communeCode = ?
         ORDER BY n.moduleCode <> 'infosec', n.key LIMIT 1`,
        planId,
        first,
      )!.classId,
    peopleHere: async (positionCode: string, count: number, communeCode = first) => {
      const made: string[] = []
      for (let i = 0; i < count; i += 1)
        made.push((await person({ provinceCode: province, communeCode, positionCode })).personId)
      return made
    },
    clear: () =>
      inTransaction(async (tx) => {
        for (const table of ['TrainingPlan', 'TrainingClass', 'PlanLetter', 'MailMessage', 'CommuneContact'])
          tx.sql.run(`DELETE FROM ${table}`)
      }),
  }
}
