import { randomUUID } from 'node:crypto'
import { formVersion } from '~/assessment/content.server'
import { frameworkVersion } from '~/competency/frameworks.server'
import { planSitting, type ItemRef, type Step } from '~/assessment/plan'
import type { Targets } from '~/competency/framework'
import { now } from '~/platform/clock/now.server'
import { inTransaction, reader, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import type { Locale } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
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

type NewSitting = {
  kind: SittingKind
  campaignId: string
  inviteeId: string | null
  communeCode: string
  accountId: string | null
  formVersionId: string
  frameworkVersionId: string
  targets: Targets
  channel: 'web' | 'intake'
  locale: Locale
  startedAt: Date
}

/** Writes a new sitting with the plan of its pages; does nothing where it has begun already. Returns its id and plan. */
export function insertSitting(tx: Tx, sitting: NewSitting): { id: string; plan: Step[] } {
  const plan = planFor(sitting.formVersionId, sitting.frameworkVersionId, sitting.targets)
  const id = randomUUID()
  const communeKey = sitting.kind === 'commune' ? `${sitting.campaignId}:${sitting.communeCode}` : null
  tx.sql.run(
    `INSERT INTO Sitting (id, campaignId, kind, inviteeId, communeCode, communeKey, accountId, formVersionId, plan, channel, locale, startedAt)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    id,
    sitting.campaignId,
    sitting.kind,
    sitting.inviteeId,
    sitting.communeCode,
    communeKey,
    sitting.accountId,
    sitting.formVersionId,
    JSON.stringify(plan),
    sitting.channel,
    sitting.locale,
    dbDate(sitting.startedAt),
  )
  return { id, plan }
}

function planFor(formVersionId: string, frameworkVersionId: string, targets: Targets): Step[] {
  const { framework, self } = frameworkVersion(frameworkVersionId)
  const items = reader.sql.all<ItemRef>(
    "SELECT id, code, competency, level FROM ItemVersion WHERE purpose = 'measure' AND retired = 0 ORDER BY code, version DESC",
  )
  return planSitting(
    formVersion(formVersionId),
    framework,
    targets,
    new Set(self.map(({ competency }) => competency)),
    items,
  )
}
