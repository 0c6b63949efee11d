// Signs in the people whom the bench plays: learners with an open survey, learners with a result, people who begin a
// module, the planner.
import { writeFileSync } from 'node:fs'
import { startSitting } from '~/campaigns/start-sitting.server'
import { prepareApplication } from '~/composition.server'
import { startSession } from '~/platform/auth/sessions.server'
import { closeDatabase, inTransaction, openDatabase, reader } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'

const open = '0d1e0000-0000-4000-8000-000000000002'
const closed = '0d1e0000-0000-4000-8000-000000000001'

await openDatabase()
await prepareApplication()
const cookieOf = async (accountId: string) =>
  (await inTransaction((tx) => startSession(tx, accountId, false)))[0]!.split(';')[0]!

type Row = { personId: string; accountId: string }
const people = (sql: string, campaignId: string, limit: number) =>
  reader.sql.all<Row>(
    `SELECT i.personId, a.id AS accountId FROM Invitee i JOIN Account a ON a.personId = i.personId LEFT JOIN Sitting s ON s.inviteeId = i.id WHERE i.campaignId = ? AND ${sql} ORDER BY i.communeCode, a.username LIMIT ${limit}`,
    campaignId,
  )

async function begin(quizMode: 'fixed' | 'adaptive'): Promise<string[]> {
  await inTransaction((tx) => tx.campaign.update({ where: { id: open }, data: { quizMode } }))
  const cookies: string[] = []
  for (const { personId, accountId } of people('s.id IS NULL', open, 60)) {
    const actor: Actor = {
      accountId,
      personId,
      displayName: '',
      grants: [{ role: 'learner', provinceCode: null, communeCode: null }],
    }
    await startSitting(actor, open, 'person', 'vi')
    cookies.push(await cookieOf(accountId))
  }
  return cookies
}

const adapting = await begin('adaptive')
const answering = await begin('fixed')
const finished = []
for (const { accountId } of people('s.submittedAt IS NOT NULL', closed, 10))
  finished.push(await cookieOf(accountId))
const beginners = reader.sql.all<{ accountId: string }>(
  `SELECT a.id AS accountId FROM Person p JOIN Account a ON a.personId = p.id
   WHERE p.kind = 'civil_servant' AND NOT EXISTS (SELECT 1 FROM Enrolment e WHERE e.personId = p.id)
   ORDER BY a.username LIMIT 60`,
)
const learning = []
for (const { accountId } of beginners) learning.push(await cookieOf(accountId))
const planner = await reader.account.findUniqueOrThrow({ where: { username: 'ke-hoach' } })
const planners = []
for (let i = 0; i < 10; i++) planners.push(await cookieOf(planner.id))
writeFileSync(
  process.argv[2]!,
  JSON.stringify({ open, closed, answering, adapting, finished, learning, planners }),
)
await closeDatabase()
