import { frameworkVersion } from '~/competency/frameworks.server'
import { sittingOutcome, type SittingOutcome } from '~/assessment/sitting-outcome.server'
import type { Framework } from '~/competency/framework'
import { now } from '~/platform/clock/now.server'
import { inTransaction, reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Locale } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { positionNames } from './my-surveys.server'
import { titleOf } from './survey-pages.server'

export type MyResult = SittingOutcome & {
  campaignId: string
  title: string
  submittedAt: string
  positions: string[]
  framework: Framework
  /** When the person agreed that the leader sees this result; null where that does not hold. */
  consentedAt: string | null
}

const ownSql = `SELECT s.id AS sittingId, s.submittedAt, c.title, c.titleEn, c.frameworkVersionId, i.positionCodes
  FROM Invitee i JOIN Campaign c ON c.id = i.campaignId JOIN Sitting s ON s.inviteeId = i.id
  WHERE i.campaignId = ? AND i.personId = ? AND s.submittedAt IS NOT NULL`

type OwnRow = {
  sittingId: string
  submittedAt: string
  title: string
  titleEn: string | null
  frameworkVersionId: string
  positionCodes: string
}

/** A person's own result of a campaign, as soon as it is submitted. */
export function myResult(actor: Actor, campaignId: string, locale: Locale): MyResult {
  authorise(actor, 'result.own', { personId: actor.personId })
  const row = reader.sql.get<OwnRow>(ownSql, campaignId, actor.personId)
  if (!row) throw refuse('notFound')
  return {
    campaignId,
    title: titleOf(row, locale),
    submittedAt: row.submittedAt,
    positions: positionNames(JSON.parse(row.positionCodes) as string[], locale),
    framework: frameworkVersion(row.frameworkVersionId).framework,
    ...sittingOutcome(row.sittingId),
    consentedAt: consentedAt(actor.personId!, campaignId),
  }
}

function consentedAt(personId: string, campaignId: string): string | null {
  const row = reader.sql.get<{ given: number; at: string }>(
    "SELECT given, at FROM Consent WHERE personId = ? AND campaignId = ? AND purpose = 'leader_sees_result' ORDER BY id DESC LIMIT 1",
    personId,
    campaignId,
  )
  return row?.given ? row.at : null
}

/** Gives or withdraws the consent that the leader of one's commune sees one's result. The log keeps both. */
export async function setConsent(actor: Actor, campaignId: string, given: boolean): Promise<void> {
  authorise(actor, 'consent.own', { personId: actor.personId })
  const { personId } = actor
  const asked = reader.sql.get(
    'SELECT 1 FROM Invitee WHERE campaignId = ? AND personId = ?',
    campaignId,
    personId,
  )
  if (!asked || !personId) throw refuse('notFound')
  if ((consentedAt(personId, campaignId) !== null) === given) return
  await inTransaction((tx) =>
    tx.consent.create({ data: { personId, campaignId, purpose: 'leader_sees_result', given, at: now() } }),
  )
}
