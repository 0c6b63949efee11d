import { frameworkVersion } from '~/competency/frameworks.server'
import { reader } from '~/platform/db/db.server'
import type { Answers, Estimate, Released } from './figures'
import { allMeasures, domainMeasure } from './measure'
import { cellKey, everybody, hiddenCells, withProvince, type Cell, type Structure } from './pattern'
import { Recent } from './recent'
import { releasedPart } from './released-parts.server'
import { requireReleased, type ReportCampaign } from './report-campaign.server'
import { smallestGroup } from './suppression'

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

const groupName = "CASE groupKind WHEN 'all' THEN '' ELSE groupKind || ':' || groupCode END"

function compute(campaign: ReportCampaign): Released {
  const structure = structureOf(campaign)
  const cells = reader.sql.all<Cell>(
    `SELECT communeCode AS place, ${groupName} AS "group", measure, n FROM GapCell
     WHERE campaignId = ? ORDER BY communeCode, groupKind, groupCode, measure`,
    campaign.id,
  )
  const counts = withProvince(cells, (total, { n }) => ({ ...total, n: total.n + n }))
  const answers = answersByQuestion(campaign.id)
  const self = (releasedPart(campaign.id, 'self') ?? []).filter(({ n }) => n >= smallestGroup)
  return {
    counts: new Map(counts.map(({ place, group, measure, n }) => [cellKey(place, group, measure), n])),
    hidden: hiddenCells(counts, structure),
    estimates: estimatesOf(campaign.id),
    self: new Map(self.map((each) => [cellKey(each.place, everybody, each.measure), each])),
    answers: byKey(answers),
    hiddenAnswers: hiddenCells(answers, { ...structure, familyOf: (question) => question }),
    response: releasedPart(campaign.id, 'response') ?? [],
  }
}

type EstimateRow = Omit<Estimate, 'informed'> & {
  place: string
  group: string
  measure: string
  informed: number
}

function estimatesOf(campaignId: string): Map<string, Estimate> {
  const rows = reader.sql.all<EstimateRow>('SELECT * FROM Estimate WHERE campaignId = ?', campaignId)
  return new Map(
    rows.map(({ place, group, measure, informed, ...estimate }) => [
      cellKey(place, group, measure),
      { ...estimate, informed: informed === 1 },
    ]),
  )
}

function structureOf({ id, frameworkVersionId }: ReportCampaign): Structure {
  const rows = reader.sql.all<{ positionCode: string; departmentCode: string }>(
    'SELECT DISTINCT positionCode, departmentCode FROM Invitee WHERE campaignId = ?',
    id,
  )
  const measures = allMeasures(frameworkVersion(frameworkVersionId).framework)
  const families = new Map(measures.map(({ code, domain }) => [code, domainMeasure(domain)]))
  return {
    departmentOf: new Map(
      rows.map((row) => [`position:${row.positionCode}`, `department:${row.departmentCode}`]),
    ),
    familyOf: (measure) => families.get(measure) ?? measure,
  }
}

function answersByQuestion(campaignId: string): Answers[] {
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
  return withProvince<Answers>([...answers.values()], addAnswers)
}

function addAnswers(total: Answers, cell: Answers): Answers {
  const options = new Map(total.options)
  for (const [option, n] of cell.options) options.set(option, (options.get(option) ?? 0) + n)
  return { ...total, n: total.n + cell.n, options }
}

function byKey<C extends { place: string; group: string; measure: string }>(cells: C[]): Map<string, C> {
  return new Map(cells.map((cell) => [cellKey(cell.place, cell.group, cell.measure), cell]))
}
