import { reader } from '~/platform/db/db.server'
import { vietnamDay } from '~/platform/i18n/format'
import type { Actor } from '~/platform/policy/actor'
import type { DocumentRow } from './document-row.server'
import type { Draft } from './draft'
import { communeLetterhead, letterheadOf } from './letterhead.server'
import { participantsDraft } from './lists/participants-draft.server'
import { summonsDraft } from './lists/summons-draft.server'
import { planDraft } from './plan/plan-draft.server'
import { reportDraft } from './report/report-draft.server'

type Asked = Pick<
  DocumentRow,
  'kind' | 'language' | 'provinceCode' | 'communeCode' | 'campaignId' | 'planId' | 'classId'
> & { createdAt: Date }

const isThere = (table: 'Campaign' | 'TrainingPlan', id: string | null) =>
  id !== null && reader.sql.get(`SELECT 1 FROM ${table} WHERE id = ?`, id) !== undefined

/** What the data suggest for a document; null where what it is of is gone, or has nothing to tell yet. */
export function draftOf(actor: Actor, asked: Asked): Draft | null {
  const { kind, language, provinceCode, communeCode, campaignId, planId, createdAt } = asked
  if (!isThere(kind === 'report' ? 'Campaign' : 'TrainingPlan', kind === 'report' ? campaignId : planId))
    return null
  const letterhead = communeCode === null ? letterheadOf(provinceCode) : communeLetterhead(communeCode)
  const made = { language, letterhead, day: vietnamDay(createdAt) }
  switch (kind) {
    case 'report':
      return reportDraft(actor, campaignId!, made)
    case 'plan':
      return planDraft(actor, planId!, made)
    case 'participants':
      return participantsDraft(actor, asked, made)
    case 'summons':
      return summonsDraft(actor, asked, made)
  }
}
