import { reader } from '~/platform/db/db.server'
import type { Locale } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import type { Phase } from '../campaign'
import { titleOf } from '../survey-pages.server'
import type { BatchSummary, PaperProblem, PaperRow } from './batch'
import { findBatch, type BatchState } from './find-batch.server'
import { paperCampaign } from './paper-campaign.server'
import { unknowns } from './read-row'

export type SampleRow = Pick<PaperRow, 'sheet' | 'row' | 'code' | 'letter' | 'day' | 'answered' | 'asked'> & {
  unknown: number
}

export type BatchView = {
  campaign: { id: string; title: string; phase: Phase }
  id: string
  fileName: string
  state: BatchState
  createdAt: string
  confirmedAt: string | null
  summary: BatchSummary
  problems: PaperProblem[]
  problemCount: number
  page: number
  pages: number
  /** The first of the rows that are whole. */
  rows: SampleRow[]
}

const problemsPerPage = 100
const rowsShown = 8

/** An upload as it stands: its counts, one page of its problems, its first rows. */
export function viewBatch(
  actor: Actor,
  campaignId: string,
  id: string,
  wanted: number,
  locale: Locale,
): BatchView {
  const campaign = paperCampaign(actor, reader, campaignId)
  const { rows, problems, ...batch } = findBatch(reader, campaignId, id)
  const pages = Math.max(1, Math.ceil(problems.length / problemsPerPage))
  const page = Math.min(Math.max(1, wanted), pages)
  return {
    ...batch,
    campaign: { id: campaignId, title: titleOf(campaign, locale), phase: campaign.phase },
    problems: problems.slice((page - 1) * problemsPerPage, page * problemsPerPage),
    problemCount: problems.length,
    page,
    pages,
    rows: rows.slice(0, rowsShown).map(({ sheet, row, code, letter, day, answered, asked, answers }) => ({
      ...{ sheet, row, code, letter, day, answered, asked },
      unknown: unknowns(answers),
    })),
  }
}
