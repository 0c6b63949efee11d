import { randomUUID } from 'node:crypto'
import { reportCampaign, requireReleased } from '~/gaps/report-campaign.server'
import { placeOfCommune } from '~/people/places/places.server'
import { now } from '~/platform/clock/now.server'
import { inTransaction, reader } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { authoriseDocument } from './document-row.server'
import { draftOf } from './draft-of.server'
import type { DocumentKind, DocumentLanguage, Subject } from './kinds'
import { dataMark } from './wording'

export type NewDocument = { kind: DocumentKind; language: DocumentLanguage; subject: Subject }
export type MadeDocument =
  { id: string; fault?: never } | { id?: never; fault: 'notSolved' | 'notApproved' | 'noClasses' }

/** Where a document belongs; a subject that is not there is refused, one whose figures are not out too. */
function provinceOf(kind: DocumentKind, { campaignId, planId }: Subject): string {
  if (kind === 'report') return reportCampaign(campaignId ?? '').provinceCode
  const plan = reader.sql.get<{ provinceCode: string }>(
    'SELECT provinceCode FROM TrainingPlan WHERE id = ?',
    planId,
  )
  if (!plan) throw refuse('notFound')
  return plan.provinceCode
}

/** Begins a document: all its wording is what the data suggest. */
export async function makeDocument(
  actor: Actor,
  { kind, language, subject }: NewDocument,
): Promise<MadeDocument> {
  authorise(actor, subject.communeCode === null ? 'documents.make' : 'documents.participants')
  authoriseDocument(actor, {
    provinceCode: subject.communeCode
      ? placeOfCommune(subject.communeCode).provinceCode
      : provinceOf(kind, subject),
    communeCode: subject.communeCode,
  })
  const provinceCode = provinceOf(kind, subject)
  if (subject.communeCode !== null && kind !== 'participants') throw refuse('badRequest')
  if (kind === 'report') requireReleased(reportCampaign(subject.campaignId ?? ''))
  const at = now()
  const asked = { kind, language, provinceCode, ...subject }
  const draft = draftOf(actor, { ...asked, createdAt: at })
  if (!draft) return { fault: faultOf(kind, subject) }
  const id = randomUUID()
  await inTransaction(async (tx) => {
    tx.sql.run(
      `INSERT INTO OfficialDocument (id, provinceCode, communeCode, kind, language, campaignId, planId, classId, wording, dataMark,
         createdAt, createdBy, editedAt, editedBy) VALUES (?, ?, ?, ?, ?, ?, ?, ?, '{}', ?, ?, ?, ?, ?)`,
      ...[id, provinceCode, subject.communeCode, kind, language],
      ...[subject.campaignId, subject.planId, subject.classId, dataMark(draft)],
      ...[dbDate(at), actor.accountId, dbDate(at), actor.accountId],
    )
    await audit(tx, actor.accountId, 'document.make', id, { kind, language })
  })
  return { id }
}

function faultOf(kind: DocumentKind, { planId }: Subject): NonNullable<MadeDocument['fault']> {
  if (kind === 'plan') return 'notSolved'
  const plan = reader.sql.get<{ state: string }>('SELECT state FROM TrainingPlan WHERE id = ?', planId)
  return plan?.state === 'draft' ? 'notApproved' : 'noClasses'
}
