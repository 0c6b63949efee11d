import { randomUUID } from 'node:crypto'
import { formVersion } from '~/assessment/content.server'
import { frameworkVersion } from '~/competency/frameworks.server'
import { measuringOf, type MeasuringVersions } from '~/assessment/measuring.server'
import {
  parallelForms,
  planSitting,
  type ItemRef,
  type PlannedStep,
  type PracticeRef,
  type QuizPlan,
  type Step,
} from '~/assessment/plan'
import { presentScenarios } from '~/assessment/practice/versions.server'
import { randomFrom } from '~/assessment/shuffle'
import type { Targets } from '~/competency/framework'
import { now } from '~/platform/clock/now.server'
import { inTransaction, reader, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import type { Locale } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import type { QuizMode } from './draft'
import { ownSurvey, requireOpen, targetsOf, type SittingKind } from './sitting.server'

/** Begins the sitting of a survey, or finds the one that began; returns its first unanswered step is the caller's matter. */
export async function startSitting(
  actor: Actor,
  campaignId: string,
  kind: SittingKind,
  locale: Locale,
): Promise<void> {
  const survey = ownSurvey(actor, campaignId, kind)
  if (survey.submittedAt) throw refuse('alreadySubmitted')
  requireOpen(survey)
  if (survey.sittingId) return
  await inTransaction(async (tx) => {
    insertSitting(tx, {
      ...survey,
      targets: targetsOf(survey),
      accountId: actor.accountId,
      channel: 'web',
      locale,
      startedAt: now(),
    })
  })
}

type NewSitting = MeasuringVersions & {
  kind: SittingKind
  campaignId: string
  inviteeId: string | null
  communeCode: string
  accountId: string | null
  formVersionId: string
  quizMode: QuizMode
  targets: Targets
  channel: 'web' | 'intake'
  /** Which of the parallel fixed forms a paper carried, 0 for the first; a page takes one by chance. */
  parallel?: number
  locale: Locale
  startedAt: Date
}

/** Writes a new sitting with the plan of its pages; does nothing where it has begun already. Returns its id and plan. */
export function insertSitting(tx: Tx, sitting: NewSitting): { id: string; plan: PlannedStep[] } {
  const id = randomUUID()
  const quiz = quizOf(id, sitting)
  const plan = planFor(sitting, quiz)
  const communeKey = sitting.kind === 'commune' ? `${sitting.campaignId}:${sitting.communeCode}` : null
  tx.sql.run(
    `INSERT INTO Sitting (id, campaignId, kind, inviteeId, communeCode, communeKey, accountId, formVersionId, plan, parallel, channel, locale, startedAt)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    id,
    sitting.campaignId,
    sitting.kind,
    sitting.inviteeId,
    sitting.communeCode,
    communeKey,
    sitting.accountId,
    sitting.formVersionId,
    JSON.stringify(plan),
    quiz.parallel,
    sitting.channel,
    sitting.locale,
    dbDate(sitting.startedAt),
  )
  return { id, plan }
}

/** Paper carries a fixed form without items on trial, however the campaign asks the others. */
function quizOf(id: string, { kind, channel, quizMode, parallel, ...versions }: NewSitting): QuizPlan {
  if (channel === 'intake') return { adaptive: false, parallel: parallel ?? 0, pilots: 0, seed: id }
  if (kind === 'person' && quizMode === 'adaptive')
    return { adaptive: true, parallel: 0, pilots: 0, seed: id, shuffle: true }
  const { adaptive } = measuringOf(versions).standard
  const chance = Math.floor(randomFrom(`${id}/form`)() * parallelForms)
  return { adaptive: false, parallel: chance, pilots: adaptive.pilots, seed: id, shuffle: true }
}

type StoredRef = Omit<ItemRef, 'pilot'> & { pilot: number | null }

/** The steps of the fixed form that a paper carries: what taking it in will plan again. */
export function paperPlan(
  paper: Pick<NewSitting, 'formVersionId' | 'frameworkVersionId' | 'targets'>,
  parallel: number,
): Step[] {
  const quiz = { adaptive: false, parallel, pilots: 0, seed: '' }
  return planFor({ ...paper, channel: 'intake' }, quiz).filter(
    (each): each is Step => each.kind !== 'adaptive',
  )
}

type Planned = Pick<NewSitting, 'formVersionId' | 'frameworkVersionId' | 'targets' | 'channel'>

function planFor(
  { formVersionId, frameworkVersionId, targets, channel }: Planned,
  quiz: QuizPlan,
): PlannedStep[] {
  const { framework, self } = frameworkVersion(frameworkVersionId)
  const items = reader.sql.all<StoredRef>(
    `SELECT id, code, competency, level, json_extract(data, '$.pilot') AS pilot,
     json_extract(data, '$.family') AS family FROM ItemVersion
     WHERE purpose = 'measure' AND retired = 0 ORDER BY code, version DESC`,
  )
  return planSitting(
    formVersion(formVersionId),
    framework,
    targets,
    new Set(self.map(({ competency }) => competency)),
    items.map((item) => ({ ...item, pilot: item.pilot === 1 })),
    quiz,
    // A simulation cannot be put on paper.
    channel === 'intake' ? [] : practiceRefs(),
  )
}

function practiceRefs(): PracticeRef[] {
  return presentScenarios('measure').map(({ id, code, evidence }) => ({
    id,
    code,
    competencies: evidence.map(({ competency }) => competency),
  }))
}
