import { now } from '~/platform/clock/now.server'
import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import { vietnamDay } from '~/platform/i18n/format'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import type { AskedRequest, Assigned, RequestState, Standing } from './request'
import { askedBy, namedCommunes, requestCampaign, type RequestCampaign } from './requests-of.server'

/** What was written down together of some communes, or taken back (`undoes`); `undone`: it was taken back later. */
export type HistoryLine = Omit<Standing, 'at'> & {
  change: string
  at: string
  by: string
  communes: string[]
  undoes: boolean
  undone: boolean
}

export type RequestView = {
  campaign: RequestCampaign
  request: AskedRequest
  history: HistoryLine[]
  /** A change that can be taken back: it is in force wherever it was written. */
  undoable: string | null
  today: string
}

/** One request with every commune that asks for it and all that was written down, newest first; for a planner. */
export function viewRequest(
  actor: Actor,
  campaignId: string,
  key: string,
  change: string | null,
): RequestView {
  const campaign = requestCampaign(campaignId)
  authorise(actor, 'requests.handle', { provinceCode: campaign.provinceCode })
  const request = askedBy(campaignId, namedCommunes(campaign.communeCodes)).find((each) => each.key === key)
  if (!request) throw refuse('notFound')
  const history = historyOf(campaignId, request)
  const newest = history[0]
  const undoable = newest && newest.change === change && !newest.undoes ? newest.change : null
  return { campaign, request, history, undoable, today: vietnamDay(now()) }
}

type Row = Omit<Standing, 'at' | 'state' | 'who'> & {
  communeCode: string
  state: string
  who: string | null
  change: string
  undoes: string | null
  at: string
  by: string | null
}

function historyOf(campaignId: string, { key, communes }: AskedRequest): HistoryLine[] {
  const names = new Map(communes.map(({ code, name }) => [code, name]))
  const rows = reader.sql.all<Row>(
    `SELECT s.communeCode, s.state, s.who, s.inCharge, s.dueOn, s.answer, s.reason, s.change, s.undoes, s.at,
       a.displayName AS by
     FROM RequestStanding s LEFT JOIN Account a ON a.id = s.by
     WHERE s.campaignId = ? AND s.request = ? ORDER BY s.id DESC`,
    campaignId,
    key,
  )
  const undone = new Set(rows.flatMap(({ undoes }) => undoes ?? []))
  const lines = new Map<string, HistoryLine>()
  for (const { communeCode, undoes, state, who, by, ...row } of rows) {
    // What was written together of communes that differed stands in one line for each thing that came of it.
    const id = JSON.stringify([row.change, state, who, row.inCharge, row.dueOn, row.answer, row.reason])
    const line = lines.get(id) ?? {
      ...row,
      state: state as RequestState,
      who: who as Assigned,
      by: by ?? '',
      communes: [],
      undoes: undoes !== null,
      undone: undone.has(row.change),
    }
    line.communes.unshift(names.get(communeCode) ?? communeCode)
    lines.set(id, line)
  }
  return [...lines.values()]
}
