import { frameworkVersion } from '~/competency/frameworks.server'
import { reader } from '~/platform/db/db.server'
import type { Answers, Released, Sums } from './figures'
import { allMeasures, domainMeasure } from './measure'
import { cellKey, everybody, hiddenCells, withProvince, type Structure } from './pattern'
import { Recent } from './recent'
import { requireReleased, type ReportCampaign } from './report-campaign.server'

const cache = new Recent<Released>(6)

/** The figures of a closed campaign; they no longer change, so they are computed once. */
export function releasedFigures(campaign: ReportCampaign): Released {
  requireReleased(campaign)
  return cache.get(keyOf(campaign), () => compute(campaign))
}

export function isReleasedKept(campaign: ReportCampaign): boolean {
  return cache.has(keyOf(campaign))
}

function keyOf({ id, closedAt }: ReportCampaign): string {
  return `${id} ${closedAt}`
}

const groupName = "CASE groupKind WHEN 'all' THEN '' ELSE groupKind || ':' || groupCode END"

function compute(campaign: ReportCampaign): Released {
  const structure = structureOf(campaign)
  const cells = reader.sql.all<Sums>(
    `SELECT communeCode AS place, ${groupName} AS "group", measure, n, below, selfN, selfSum, levelSum FROM GapCell
     WHERE campaignId = ? ORDER BY communeCode, groupKind, groupCode, measure`,
    campaign.id,
  )
  const sums = withProvince(cells, addSums)
  const answers = answersByQuestion(campaign.id)
  return {
    sums: byKey(sums),
    hidden: hiddenCells(sums, structure),
    answers: byKey(answers),
    hiddenAnswers: hiddenCells(answers, { ...structure, familyOf: (question) => question }),
  }
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

function addSums(total: Sums, cell: Sums): Sums {
  return {
    ...total,
    n: total.n + cell.n,
    below: total.below + cell.below,
    selfN: total.selfN + cell.selfN,
    selfSum: total.selfSum + cell.selfSum,
    levelSum: total.levelSum + cell.levelSum,
  }
}

function addAnswers(total: Answers, cell: Answers): Answers {
  const options = new Map(total.options)
  for (const [option, n] of cell.options) options.set(option, (options.get(option) ?? 0) + n)
  return { ...total, n: total.n + cell.n, options }
}

function byKey<C extends { place: string; group: string; measure: string }>(cells: C[]): Map<string, C> {
  return new Map(cells.map((cell) => [cellKey(cell.place, cell.group, cell.measure), cell]))
}
