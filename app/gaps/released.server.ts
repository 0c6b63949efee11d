import { reader } from '~/platform/db/db.server'
import type { Answers, Estimate, Released } from './figures'
import { cellKey, everybody, partsOfKey, splitOf, withProvince } from './pattern'
import { Recent } from './recent'
import { releasedPart } from './released-parts.server'
import { requireReleased, type ReportCampaign } from './report-campaign.server'

const cache = new Recent<Released>(6)

/** The figures of a released campaign; they no longer change, so they are put together once. */
export function releasedFigures(campaign: ReportCampaign): Released {
  requireReleased(campaign)
  return cache.get(keyOf(campaign), () => compute(campaign))
}

export function isReleasedKept(campaign: ReportCampaign): boolean {
  return cache.has(keyOf(campaign))
}

function keyOf({ id, estimatedAt }: ReportCampaign): string {
  return `${id} ${estimatedAt}`
}

function compute({ id }: ReportCampaign): Released {
  const hidden = releasedPart(id, 'hidden')
  if (!hidden) throw new Error(`the campaign ${id} was released without its pattern`)
  const rated = new Set(hidden.selves)
  const estimates = estimatesOf(id)
  return {
    hidden: new Set(hidden.figures),
    estimates,
    splits: new Set(
      [...estimates.keys()].map((key) => {
        const [place, group] = partsOfKey(key)
        return splitOf({ place, group })
      }),
    ),
    self: new Map(
      (releasedPart(id, 'self') ?? [])
        .map((each) => [cellKey(each.place, everybody, each.measure), each] as const)
        .filter(([key]) => !rated.has(key)),
    ),
    answers: byKey(withProvince(answersByQuestion(id), addAnswers)),
    hiddenAnswers: new Set(hidden.answers),
  }
}

type EstimateRow = Omit<Estimate, 'informed'> & {
  place: string
  group: string
  measure: string
  informed: number
}

function estimatesOf(campaignId: string): Map<string, Estimate> {
  return byCell(reader.sql.all<EstimateRow>('SELECT * FROM Estimate WHERE campaignId = ?', campaignId))
}

/** The estimates of everybody at one place; the caller has seen to it that they are released. */
export function estimatesAt(campaignId: string, place: string): Map<string, Estimate> {
  return byCell(
    reader.sql.all<EstimateRow>(
      `SELECT * FROM Estimate WHERE campaignId = ? AND place = ? AND "group" = ''`,
      campaignId,
      place,
    ),
  )
}

function byCell(rows: EstimateRow[]): Map<string, Estimate> {
  return new Map(
    rows.map(({ place, group, measure, informed, ...estimate }) => [
      cellKey(place, group, measure),
      { ...estimate, informed: informed === 1 },
    ]),
  )
}

/** How many people of each commune gave which answers to each question. */
export function answersByQuestion(campaignId: string): Answers[] {
  const rows = reader.sql.all<{ place: string; question: string; option: string; n: number }>(
    `SELECT communeCode AS place, question, option, n FROM ConditionCell
     WHERE campaignId = ? AND groupKind = 'all' ORDER BY communeCode, question, option`,
    campaignId,
  )
  const answers = new Map<
    string,
    { place: string; group: string; measure: string; n: number; options: Map<string, number> }
  >()
  for (const { place, question, option, n } of rows) {
    const key = cellKey(place, everybody, question)
    const known = answers.get(key) ?? { place, group: everybody, measure: question, n: 0, options: new Map() }
    answers.set(key, known)
    if (option === '') known.n = n
    else known.options.set(option, n)
  }
  return [...answers.values()]
}

function addAnswers(total: Answers, cell: Answers): Answers {
  const options = new Map(total.options)
  for (const [option, n] of cell.options) options.set(option, (options.get(option) ?? 0) + n)
  return { ...total, n: total.n + cell.n, options }
}

function byKey<C extends { place: string; group: string; measure: string }>(cells: C[]): Map<string, C> {
  return new Map(cells.map((cell) => [cellKey(cell.place, cell.group, cell.measure), cell]))
}
