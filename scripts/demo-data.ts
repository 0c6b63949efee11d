// Fills an empty database with the demo province, through the product's own use cases. Fixed seed: always the same province.
import { itemVersion, formVersion } from '~/assessment/content.server'
import type { Entries } from '~/assessment/answer-entry'
import type { Step } from '~/assessment/plan'
import { randomFrom } from '~/assessment/shuffle'
import { closeCampaign } from '~/campaigns/close-campaign.server'
import { intakeSitting } from '~/campaigns/intake.server'
import { openCampaign } from '~/campaigns/open-campaign.server'
import { createDraft } from '~/campaigns/save-draft.server'
import { prepareApplication } from '~/composition.server'
import { now, setClock } from '~/platform/clock/now.server'
import { closeDatabase, inTransaction, openDatabase, reader } from '~/platform/db/db.server'
import { runJobs } from '~/platform/jobs/jobs.server'
import { vietnamDay } from '~/platform/i18n/format'
import type { Actor } from '~/platform/policy/actor'
import { startCalibration } from '~/assessment/calibration/start-calibration.server'
import { demoAccountsOf } from './demo/accounts'
import { makeApiTokens } from './demo/api-tokens'
import { makeClasses } from './demo/classes'
import { answerAdaptively } from './demo/adaptive'
import {
  communeAnswers,
  itemAnswer,
  provinceTraits,
  questionAnswer,
  respondent,
  selfAnswer,
  type CommuneTraits,
} from './demo/answers'
import { importRoster } from './demo/import-roster'
import { learnAll } from './demo/learning'
import { makeClusters } from './demo/clusters'
import { makeIndicators } from './demo/indicators'
import { carryOutPlan, type Learned } from './demo/plan-carried'
import { makeNextPlan, makeResources } from './demo/planning'
import { makeDocuments } from './demo/official'
import { demoRoster } from './demo/roster'
import { beginScorecards, continueScorecards } from './demo/scorecards'
import { makeTeams } from './demo/teams'
import { handleRequests } from './demo/requests'

const provinceCode = '04'
const seed = 'i-to-so'
const people = 2300
const day = 86_400_000
const today = now()
const daysAgo = (days: number) => new Date(today.getTime() - days * day)

const started = Date.now()
function said(what: string): void {
  console.log(`  ${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s  ${what}`)
}

await openDatabase()
await prepareApplication()
await inTransaction((tx) =>
  tx.installation.upsert({
    where: { key: 'sample' },
    update: { value: 'true' },
    create: { key: 'sample', value: 'true' },
  }),
)
said('places and content loaded, marked as sample data')

const communes = reader.sql.all<{ code: string; name: string }>(
  'SELECT code, name FROM Commune WHERE provinceCode = ? AND validTo IS NULL ORDER BY code',
  provinceCode,
)
const systems = reader.sql
  .all<{ code: string }>('SELECT code FROM WorkSystem WHERE active = 1 ORDER BY "order"')
  .map(({ code }) => code)

const { planner, trainer, finish } = await demoAccountsOf(provinceCode)
setClock(daysAgo(230))
const roster = demoRoster(randomFrom(`${seed}/roster`), communes, people)
await importRoster(planner, roster)
said(`${roster.length} people of ${communes.length} communes imported`)

const members = await makeTeams(
  planner,
  communes.map(({ code }) => code),
  seed,
)
said(`${members} members of community teams`)

const codes = communes.map(({ code }) => code)
const traits = provinceTraits(seed, codes, systems)

/** What people learned in classes before they answered again. */
let learned: Learned = new Map()
const adaptiveId = '0d1e0000-0000-4000-8000-000000000004'
const tried = await tryAdaptive()
said(`trial of the adaptive quiz: ${tried} submitted, closed`)
const before = await runCampaign({
  id: '0d1e0000-0000-4000-8000-000000000003',
  title: 'Khảo sát năng lực số đầu năm',
  titleEn: 'Digital competence survey, start of the year',
  opens: 215,
  closes: 190,
  share: 0.45,
  shift: -0.3,
  closeIt: true,
})
said(`earlier campaign: ${before.submitted} submitted, ${before.begun} begun, closed`)
setClock(daysAgo(185))
const clusters = await makeClusters(planner, provinceCode, codes)
const resources = await makeResources(planner, codes, today, seed)
said(`${clusters} clusters, ${resources.trainers} trainers and ${resources.venues} venues`)
const carried = await carryOutPlan(planner, {
  campaignId: '0d1e0000-0000-4000-8000-000000000003',
  communes: codes,
  apart: new Set(['01321-0001', '01321-0022', '01321-0043']),
  daysAgo,
  seed,
})
learned = carried.learned
said(`a plan of ${carried.classes} classes was carried out, ${learned.size} people learned`)
setClock(daysAgo(60))
await beginScorecards(planner, codes, seed)
said('the example of a scorecard is in force, one snapshot taken')
const first = await runCampaign({
  id: '0d1e0000-0000-4000-8000-000000000001',
  title: 'Khảo sát năng lực số, đợt 1',
  titleEn: 'Digital competence survey, round 1',
  opens: 52,
  closes: 24,
  share: 1,
  shift: 0,
  closeIt: true,
})
said(`first campaign: ${first.submitted} submitted, ${first.begun} begun, closed`)
const second = await runCampaign({
  id: '0d1e0000-0000-4000-8000-000000000002',
  title: 'Khảo sát năng lực số, đợt 2',
  titleEn: 'Digital competence survey, round 2',
  opens: 8,
  closes: -13,
  share: 0.45,
  shift: 0.15,
  closeIt: false,
})
said(`second campaign: ${second.submitted} submitted, ${second.begun} begun, open`)
setClock(daysAgo(6))
await startCalibration(trainer, { campaigns: ['0d1e0000-0000-4000-8000-000000000003'], shrinkage: true })
await runJobs()
said('a calibration waits for a decision')
const learning = await learnAll(today, seed)
const classes = await makeClasses(planner, today, seed)
said(`${classes} training classes`)
const planned = await makeNextPlan(planner, '0d1e0000-0000-4000-8000-000000000001', today)
said(`a training plan of ${planned} classes`)
const values = await makeIndicators(planner, { traits, today: vietnamDay(daysAgo(20)), seed })
said(`${values} values of indicators`)
setClock(daysAgo(3))
const entries = await continueScorecards(planner, codes, '01321', seed)
said(`${entries} entries in the scorecard`)
said(`${learning.people} people learned, ${learning.finished} modules finished`)
setClock(daysAgo(3))
const documents = await makeDocuments(planner, '0d1e0000-0000-4000-8000-000000000001', carried.planId)
said(`${documents} official documents`)
const handled = await handleRequests(planner, '0d1e0000-0000-4000-8000-000000000001', (ahead) =>
  vietnamDay(daysAgo(-ahead)),
)
said(`${handled} requests of communes handled`)
setClock(daysAgo(20))
said(`${await makeApiTokens(planner, provinceCode)} tokens of the API`)
setClock()
await finish()
said('demo accounts ready')
await closeDatabase()

type Round = {
  id: string
  title: string
  titleEn: string
  opens: number
  closes: number
  share: number
  shift: number
  closeIt: boolean
}

async function runCampaign(round: Round): Promise<{ submitted: number; begun: number }> {
  setClock(daysAgo(round.opens))
  await createDraft(planner, provinceCode, round.id, {
    title: round.title,
    titleEn: round.titleEn,
    personFormVersionId: 'commune-staff@2',
    communeFormVersionId: 'commune-conditions@1',
    communeCodes: communes.map(({ code }) => code),
    positionCodes: null,
    quizMode: 'fixed',
    opensOn: vietnamDay(daysAgo(round.opens)),
    closesOn: vietnamDay(daysAgo(round.closes)),
  })
  const obstacle = await openCampaign(planner, round.id)
  if (obstacle) throw new Error(`the campaign did not open: ${obstacle}`)
  const counts = await answerAll(planner, round)
  if (round.closeIt) {
    setClock(daysAgo(round.closes))
    await closeCampaign(planner, round.id)
    await runJobs()
  }
  return counts
}

/** A small campaign whose quiz chooses its questions, of people enough in the same position for its traces to be shown. */
async function tryAdaptive(): Promise<number> {
  setClock(daysAgo(229))
  await createDraft(planner, provinceCode, adaptiveId, {
    title: 'Thử bài trắc nghiệm thích ứng',
    titleEn: 'Trial of the adaptive quiz',
    personFormVersionId: 'commune-staff@2',
    communeFormVersionId: null,
    communeCodes: communes.slice(1, 13).map(({ code }) => code),
    positionCodes: ['office-statistics', 'one-stop-reception'],
    quizMode: 'adaptive',
    opensOn: vietnamDay(daysAgo(229)),
    closesOn: vietnamDay(daysAgo(217)),
  })
  const obstacle = await openCampaign(planner, adaptiveId)
  if (obstacle) throw new Error(`the campaign did not open: ${obstacle}`)
  const submitted = await answerAdaptively(adaptiveId, 24, daysAgo(228), traits, seed)
  setClock(daysAgo(217))
  await closeCampaign(planner, adaptiveId)
  await runJobs()
  return submitted
}

type Invited = { id: string; communeCode: string; positionCode: string; staffCode: string }

/** One person and one commune after another, a transaction each. */
async function answerAll(actor: Actor, round: Round): Promise<{ submitted: number; begun: number }> {
  const form = formVersion('commune-staff@2')
  const questions = new Map(
    form.sections
      .flatMap((section) => (section.kind === 'questions' ? section.questions : []))
      .map((each) => [each.code, each]),
  )
  const invited = reader.sql.all<Invited>(
    'SELECT i.id, i.communeCode, i.positionCode, p.staffCode FROM Invitee i JOIN Person p ON p.id = i.personId WHERE i.campaignId = ? ORDER BY p.staffCode',
    round.id,
  )
  const fewAnswer = new Set([communes[7]?.code, communes[31]?.code])
  const count = { submitted: 0, begun: 0 }
  for (const invitee of invited) {
    const dice = randomFrom(`${seed}/${round.id}/${invitee.staffCode}`)
    const own = traits.get(invitee.communeCode)!
    const rate = fewAnswer.has(invitee.communeCode) ? 0.09 : own.response
    const luck = dice()
    const isDemoLearner = invitee.staffCode === '01321-0022'
    const submits = isDemoLearner ? round.closeIt : luck < rate * round.share
    const begins = submits || isDemoLearner || luck < rate * round.share + 0.05
    if (!begins) continue
    const who = respondent(
      randomFrom(`${seed}/${invitee.staffCode}`),
      dice,
      { ...own, skill: own.skill + round.shift },
      invitee.positionCode,
      learned.get(invitee.staffCode),
    )
    const moment = daysAgo(round.opens - dice() * (round.opens - Math.max(round.closes, 0.5)))
    const answers = (steps: Step[]) =>
      new Map((submits ? steps : steps.slice(0, 18)).flatMap((step) => stepAnswer(step)))
    const stepAnswer = ({ kind, step, ref }: Step): [string, Entries][] => {
      const entries =
        kind === 'item'
          ? itemAnswer(who, itemVersion(ref))
          : kind === 'self'
            ? selfAnswer(who, ref)
            : questionAnswer(who, questions.get(ref)!, systems)
      return entries ? [[step, entries]] : []
    }
    const outcome = await intakeSitting(actor, round.id, {
      kind: 'person',
      respondent: invitee.id,
      locale: 'vi',
      startedAt: new Date(moment.getTime() - 25 * 60_000),
      submittedAt: submits ? moment : null,
      answers,
    })
    if (!outcome.ok) throw new Error(`${invitee.staffCode}, ${outcome.step}: ${outcome.fault}`)
    count[submits ? 'submitted' : 'begun'] += 1
  }
  await answerForCommunes(actor, round, traits)
  return count
}

async function answerForCommunes(actor: Actor, round: Round, all: Map<string, CommuneTraits>): Promise<void> {
  const form = formVersion('commune-conditions@1')
  for (const { code } of communes) {
    const dice = randomFrom(`${seed}/${round.id}/${code}`)
    if (dice() > (round.closeIt ? 0.9 : 0.5) || code === '01321') continue
    const moment = daysAgo(round.opens - 2)
    const outcome = await intakeSitting(actor, round.id, {
      kind: 'commune',
      respondent: code,
      locale: 'vi',
      startedAt: moment,
      submittedAt: moment,
      answers: (steps) => communeAnswers(dice, all.get(code)!, form, systems, steps),
    })
    if (!outcome.ok) throw new Error(`${code}, ${outcome.step}: ${outcome.fault}`)
  }
}
