import { reader } from '~/platform/db/db.server'
import type { Locale } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import type { Phase } from '../campaign'
import { responseRates } from '../response-rates.server'
import { titleOf } from '../survey-pages.server'
import type { BatchSummary } from './batch'
import type { BatchState } from './find-batch.server'
import { paperCampaign, paperProfiles } from './paper-campaign.server'
import { inPositionOrder } from './position-names.server'

export type PaperFormRow = { code: string; position: string; people: number; left: number }
export type PaperPlace = { code: string; name: string; asked: number; left: number; begun: number }
export type BatchRow = {
  id: string
  fileName: string
  state: BatchState
  by: string
  createdAt: string
  summary: BatchSummary
}

export type PaperView = {
  campaign: { id: string; title: string; phase: Phase; opensOn: string; closesOn: string }
  forms: PaperFormRow[]
  /** Communes whose own form is neither in nor begun; null where the campaign has no such form. */
  communeForms: number | null
  places: PaperPlace[]
  batches: BatchRow[]
}

/** The page of a campaign's papers: what to print, who has not answered, what was uploaded. */
export function viewPaper(actor: Actor, id: string, locale: Locale): PaperView {
  const campaign = paperCampaign(actor, reader, id)
  const rates = campaign.state === 'draft' ? [] : responseRates(actor, campaign)
  const { phase, opensOn, closesOn } = campaign
  return {
    campaign: { id, title: titleOf(campaign, locale), phase, opensOn, closesOn },
    forms: inPositionOrder(paperProfiles(reader, campaign), locale).map(
      ({ code, position, people, left }) => ({ code, position, people, left }),
    ),
    communeForms: campaign.communeFormVersionId
      ? rates.filter(({ form }) => form === 'notStarted').length
      : null,
    places: rates.map(({ code, name, asked, notStarted, started }) => ({
      code,
      name,
      asked,
      left: notStarted,
      begun: started,
    })),
    batches: latestBatches(id),
  }
}

function latestBatches(campaignId: string): BatchRow[] {
  const rows = reader.sql.all<Omit<BatchRow, 'summary'> & { summary: string }>(
    `SELECT b.id, b.fileName, b.state, coalesce(a.displayName, '') AS by, b.createdAt, coalesce(b.summary, '{}') AS summary
     FROM PaperBatch b LEFT JOIN Account a ON a.id = b.accountId WHERE b.campaignId = ?
     ORDER BY b.createdAt DESC LIMIT 20`,
    campaignId,
  )
  return rows.map((row) => ({ ...row, summary: JSON.parse(row.summary) as BatchSummary }))
}
