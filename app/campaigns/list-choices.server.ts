import type { QuizOverview } from '~/assessment/adaptive/explained'
import { settingsOf } from '~/assessment/adaptive/settings'
import { fewestForFigures } from '~/assessment/item-analysis/item-flags'
import { codeOfItem } from '~/assessment/item'
import { measuringOf } from '~/assessment/measuring.server'
import { needsOf } from '~/assessment/needs'
import { mean, median } from '~/assessment/numeric/statistics'
import { reader } from '~/platform/db/db.server'
import type { Locale } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import type { QuizMode } from './draft'
import { quizLengths, quizzes, submittedQuizzes, tracedCampaign } from './find-quizzes.server'
import { titleOf } from './survey-pages.server'

export type ChoicesView = {
  campaign: { id: string; title: string; quizMode: QuizMode }
  /** Submitted quizzes; `least` of people who need the same are shown together. */
  count: number
  least: number
  /** Null while there are too few quizzes to show any. */
  shown: {
    count: number
    median: number
    precise: number
    most: { code: string; share: number; limit: number } | null
    quizzes: QuizOverview[]
    page: number
    pages: number
  } | null
}

const perPage = 50

/** The submitted adaptive quizzes of a campaign that tell nobody apart, each by a number that tells nothing of its person. */
export function listChoices(actor: Actor, campaignId: string, locale: Locale, page: number): ChoicesView {
  const campaign = tracedCampaign(actor, campaignId)
  const lengths = quizLengths(campaignId)
  const count = lengths.length
  const submitted = submittedQuizzes(campaignId)
  const about = { id: campaignId, title: titleOf(campaign, locale), quizMode: campaign.quizMode }
  const view = { campaign: about, count: submitted, least: fewestForFigures }
  if (count === 0) return { ...view, shown: null }
  const measuring = measuringOf(campaign)
  const pages = Math.ceil(count / perPage)
  const current = Math.min(Math.max(1, Math.trunc(page) || 1), pages)
  const first = (current - 1) * perPage + 1
  return {
    ...view,
    shown: {
      count,
      median: median(lengths.map(({ asked }) => asked)),
      precise: lengths.filter(({ stopped }) => stopped === 'precision').length / count,
      most: mostShown(campaignId, settingsOf(measuring.standard).exposure),
      quizzes: quizzes(campaignId, first, perPage).map(({ targets, sd, stopped, asked }, i) => {
        const needs = needsOf(measuring, targets)
        return {
          number: first + i,
          asked,
          stopped: stopped ?? 'submitted',
          precision: needs.length > 0 ? mean(needs.map(({ dimension }) => sd[dimension]!)) : null,
        }
      }),
      page: current,
      pages,
    },
  }
}

function mostShown(campaignId: string, limit: number) {
  const row = reader.sql.get<{ id: string; share: number }>(
    `SELECT e.itemVersionId AS id, 1.0 * e.shown / all_.shown AS share FROM ItemExposure e
     JOIN ItemExposure all_ ON all_.campaignId = e.campaignId AND all_.itemVersionId = ''
     WHERE e.campaignId = ? AND e.itemVersionId <> '' ORDER BY e.shown DESC, e.itemVersionId LIMIT 1`,
    campaignId,
  )
  return row ? { code: codeOfItem(row.id), share: row.share, limit } : null
}
