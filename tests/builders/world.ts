import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Actor, Role } from '~/platform/policy/actor'
import { campaign, invitee, person } from './campaign'
import { plan } from './plan'
import { trainingClass } from './training-class'

/** Addresses of one place: what each parameter of a route means there. */
export type PlaceSamples = {
  provinceCode: string
  communeCode: string
  personId: string
  accountId: string
  draft: string
  open: string
  closed: string
  importId: string
  certificate: string
  teamId: string
  /** A class in which the person has a seat, and its session. */
  classId: string
  classSession: string
  /** A draft plan whose one scenario is solved, and a class of it. */
  planId: string
  planClass: string
  /** Figures that a trainer had computed; here it is the trainer who is signed in. */
  measureJob: string
}

export type Signed = { accountId: string; cookie: string }
export type WorldRole = Role | 'provinceAdministrator'

export type World = {
  /** Province 04 with the first of its communes; the same province's second commune; a commune of province 08. */
  here: PlaceSamples
  beside: PlaceSamples
  elsewhere: PlaceSamples
  signedIn: Record<WorldRole, Signed>
}

const day = 86_400_000
const vietnamDay = (at: number) => new Date(at + 7 * 3_600_000).toISOString().slice(0, 10)

/** Two provinces that know nothing of each other, with somebody of every role in the first. Import after `freshDatabase()`. */
export async function world(): Promise<World> {
  const { reader } = await import('~/platform/db/db.server')
  const communesOf = (provinceCode: string) =>
    reader.sql
      .all<{ code: string }>(
        'SELECT code FROM Commune WHERE provinceCode = ? AND validTo IS NULL ORDER BY code LIMIT 2',
        provinceCode,
      )
      .map(({ code }) => code)
  const [first, second] = communesOf('04')
  const [far] = communesOf('08')
  if (!first || !second || !far) throw new Error('the places are not loaded')
  const shared = await campaignsOf('04', [first, second])
  const learner = await person({ provinceCode: '04', communeCode: first, positionCode: 'office-statistics' })
  const neighbour = await person({
    provinceCode: '04',
    communeCode: second,
    positionCode: 'office-statistics',
  })
  const stranger = await person({ provinceCode: '08', communeCode: far, positionCode: 'office-statistics' })
  const away = await campaignsOf('08', [far])
  await answered(learner, first, shared)
  await answered(neighbour, second, shared)
  await answered(stranger, far, away)
  await closeAll('04', shared.closed)
  await closeAll('08', away.closed)
  const importHere = await rosterImport('04')
  const importAway = await rosterImport('08')
  const samples = async (
    provinceCode: string,
    communeCode: string,
    who: Actor,
    campaigns: Campaigns,
    importId: string,
    measuredBy: string,
  ): Promise<PlaceSamples> => ({
    provinceCode,
    communeCode,
    personId: who.personId!,
    accountId: who.accountId,
    ...campaigns,
    importId,
    certificate: await certificateOf(who),
    teamId: await team(communeCode),
    ...(await trainingClass(provinceCode, [who.personId!])),
    ...(await planIn(provinceCode)),
    measureJob: await measureJob(measuredBy),
  })
  const trainer = await staff('trainer', '04', null)
  return {
    here: await samples('04', first, learner, shared, importHere, trainer.accountId),
    beside: await samples('04', second, neighbour, shared, importHere, trainer.accountId),
    elsewhere: await samples('08', far, stranger, away, importAway, 'somebody else'),
    signedIn: {
      learner: await signIn(learner.accountId),
      leader: await staff('leader', '04', first),
      trainer,
      planner: await staff('planner', '04', null),
      administrator: await staff('administrator', null, null),
      provinceAdministrator: await staff('administrator', '04', null),
    },
  }
}

/** One plan a province. */
const plans = new Map<string, Pick<PlaceSamples, 'planId' | 'planClass'>>()

async function planIn(provinceCode: string): Promise<Pick<PlaceSamples, 'planId' | 'planClass'>> {
  const { communesIn } = await import('~/people/places/places.server')
  const known = plans.get(provinceCode)
  if (known) return known
  const communes = communesIn(provinceCode).slice(0, 4)
  const { planId, result } = await plan({ provinceCode, communes: communes.map(({ code }) => code) })
  const made = { planId, planClass: result.solve.kind === 'plan' ? result.solve.plan.classes[0]!.key : '' }
  plans.set(provinceCode, made)
  return made
}

type Campaigns = Pick<PlaceSamples, 'draft' | 'open' | 'closed'>

async function campaignsOf(provinceCode: string, communeCodes: string[]): Promise<Campaigns> {
  const [opensOn, closesOn] = [vietnamDay(Date.now() - 20 * day), vietnamDay(Date.now() + 20 * day)]
  const parts = { provinceCode, communeCodes, opensOn, closesOn }
  return {
    draft: await campaign({ ...parts, state: 'draft' }),
    open: await campaign(parts),
    closed: await campaign(parts),
  }
}

/** Asked in both campaigns: begun in the open one, submitted with consent in the one that will be closed. */
async function answered(who: Actor, communeCode: string, { open, closed }: Campaigns): Promise<void> {
  const { startSitting } = await import('~/campaigns/start-sitting.server')
  const { submitSitting } = await import('~/campaigns/submit.server')
  const { setConsent } = await import('~/campaigns/my-result.server')
  for (const campaignId of [open, closed]) {
    await invitee({ campaignId, personId: who.personId!, communeCode })
    await startSitting(who, campaignId, 'person', 'vi')
  }
  const outcome = await submitSitting(who, closed, 'person')
  if (!outcome.ok) throw new Error(`required questions: ${outcome.missing.join(', ')}`)
  await setConsent(who, closed, true)
}

async function closeAll(provinceCode: string, campaignId: string): Promise<void> {
  const { closeCampaign } = await import('~/campaigns/close-campaign.server')
  const { runJobs } = await import('~/platform/jobs/jobs.server')
  await closeCampaign(
    {
      accountId: 'test',
      personId: null,
      displayName: '',
      grants: [{ role: 'planner', provinceCode, communeCode: null }],
    },
    campaignId,
  )
  await runJobs()
}

async function rosterImport(provinceCode: string): Promise<string> {
  const { inTransaction } = await import('~/platform/db/db.server')
  const id = randomUUID()
  await inTransaction((tx) =>
    tx.rosterImport.create({
      data: {
        id,
        provinceCode,
        accountId: 'test',
        fileName: 'danh_sach.xlsx',
        fileHash: id,
        options: JSON.stringify({ convertLegacy: false, decisions: {} }),
        state: 'discarded',
        createdAt: new Date(),
      },
    }),
  )
  return id
}

/** The module that everybody here has a certificate of. */
export const certified = 'infosec'

async function certificateOf(who: Actor): Promise<string> {
  const { inTransaction } = await import('~/platform/db/db.server')
  const { currentModule } = await import('~/learning/modules.server')
  const { issueCertificate } = await import('~/learning/certificates/issue.server')
  const module = currentModule(certified)
  if (!module) throw new Error(`the module ${certified} is not loaded`)
  return inTransaction(async (tx) =>
    issueCertificate(tx, { personId: who.personId!, module, score: 0.9, at: new Date() }),
  )
}

/** A small table of answers that somebody had worked on. */
async function measureJob(accountId: string): Promise<string> {
  const { startMeasure } = await import('~/gaps/measure-page/start-measure.server')
  const { runJobs } = await import('~/platform/jobs/jobs.server')
  const rows = Array.from({ length: 40 }, (_, i) => [i % 2, i % 3 === 0 ? 1 : 0, i % 5 < 3 ? 1 : 0].join(','))
  const file = new TextEncoder().encode(['A,B,C', ...rows].join('\n'))
  const grants = [{ role: 'trainer' as const, provinceCode: '04', communeCode: null }]
  const choices = {
    kind: 'responses' as const,
    model: '2pl' as const,
    prior: 'weak' as const,
    group: undefined,
  }
  const actor = { accountId, personId: null, displayName: '', grants }
  const started = await startMeasure(actor, choices, { fileName: 'thu.csv', file })
  if (!('id' in started)) throw new Error('the table was not taken')
  await runJobs()
  return started.id
}

async function team(communeCode: string): Promise<string> {
  const { inTransaction } = await import('~/platform/db/db.server')
  const data = { id: randomUUID(), communeCode, name: 'Tổ thử', createdAt: new Date() }
  return (await inTransaction((tx) => tx.communityTeam.create({ data }))).id
}

async function staff(role: Role, provinceCode: string | null, communeCode: string | null): Promise<Signed> {
  const { inTransaction } = await import('~/platform/db/db.server')
  const at = new Date()
  const username = `${role}-${provinceCode ?? 'all'}`
  const { id } = await inTransaction((tx) =>
    tx.account.create({
      data: {
        id: randomUUID(),
        username,
        displayName: `Thử ${role}`,
        createdAt: at,
        roles: { create: { role, provinceCode, communeCode, grantedAt: at } },
      },
    }),
  )
  return signIn(id)
}

async function signIn(accountId: string): Promise<Signed> {
  const { inTransaction } = await import('~/platform/db/db.server')
  const token = randomBytes(32).toString('base64url')
  const createdAt = new Date()
  const id = createHash('sha256').update(token).digest('hex')
  await inTransaction((tx) =>
    tx.session.create({
      data: { id, accountId, shared: false, createdAt, expiresAt: new Date(createdAt.getTime() + day) },
    }),
  )
  return { accountId, cookie: `its_session=${token}` }
}
