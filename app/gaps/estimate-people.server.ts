import { setImmediate } from 'node:timers/promises'
import { fromSites } from '~/assessment/irt/posterior'
import { measuringOf, type Measuring, type MeasuringVersions } from '~/assessment/measuring.server'
import { needsOf } from '~/assessment/needs'
import { domainResults, type CompetencyResult } from '~/assessment/results'
import { storedSites } from '~/assessment/stored-ability.server'
import { observationOf, readAnswers } from '~/assessment/measured-answers'
import type { PlannedStep } from '~/assessment/plan'
import { scoredAnswers, stepsOfPlan } from '~/assessment/stored-answers.server'
import type { Targets } from '~/competency/framework'
import { reader } from '~/platform/db/db.server'
import type { AskedPerson, Told } from './asked-person'
import { cellAddends } from './cell-addends'

export type AskedPeople = { scale: Measuring; communeCodes: string[]; people: AskedPerson[] }

type CampaignRow = MeasuringVersions & { communeCodes: string }
type Row = Pick<AskedPerson, 'communeCode' | 'positionCode' | 'departmentCode'> & {
  targets: string
  sittingId: string | null
  plan: string | null
  sites: string | null
}
type ResultRow = { sittingId: string; competency: string; answered: number; selfLevel: number | null } & Pick<
  CompetencyResult,
  'points' | 'level' | 'target' | 'ability' | 'sd' | 'below'
> & { informed: number }

const peopleSql = `SELECT i.communeCode, i.positionCode, i.departmentCode, i.targets, s.id AS sittingId, s.plan, a.sites
  FROM Invitee i LEFT JOIN Sitting s ON s.inviteeId = i.id AND s.submittedAt IS NOT NULL
  LEFT JOIN SittingAbility a ON a.sittingId = s.id WHERE i.campaignId = ? ORDER BY i.id`

const resultsSql = `SELECT r.sittingId, r.competency, r.points, r.answered, r.level, r.target, r.selfLevel, r.ability, r.sd, r.below, r.informed
  FROM SittingResult r JOIN Sitting s ON s.id = r.sittingId
  WHERE s.campaignId = ? AND r.ability IS NOT NULL ORDER BY r.sittingId, r.competency`

const atOnce = 20

/**
 * Everybody whom a campaign asked, as they were when it opened, with what those who submitted have shown. Others' requests
 * are answered in between.
 */
export async function askedPeople(campaignId: string): Promise<AskedPeople> {
  const campaign = reader.sql.get<CampaignRow>(
    'SELECT frameworkVersionId, standardId, parameterVersionId, communeCodes FROM Campaign WHERE id = ?',
    campaignId,
  )
  if (!campaign) throw new Error(`no campaign ${campaignId}`)
  const scale = measuringOf(campaign)
  const results = resultsBySitting(campaignId)
  const people: AskedPerson[] = []
  for (const row of reader.sql.all<Row>(peopleSql, campaignId)) {
    if (people.length % atOnce === atOnce - 1) await setImmediate()
    const { communeCode, positionCode, departmentCode, sittingId } = row
    people.push({
      communeCode,
      positionCode,
      departmentCode,
      needs: needsOf(scale, JSON.parse(row.targets) as Targets),
      told: sittingId ? toldOf(scale, { ...row, sittingId }, results.get(sittingId) ?? []) : null,
    })
  }
  return { scale, communeCodes: JSON.parse(campaign.communeCodes) as string[], people }
}

function toldOf(
  scale: Measuring,
  { sittingId, plan, sites }: Pick<Row, 'plan' | 'sites'> & { sittingId: string },
  results: CompetencyResult[],
): Told {
  const known = storedSites(sites ?? '[]', scale.dimensionOf)
  const domains = domainResults(scale, results, fromSites(scale.prior, known))
  const steps = stepsOfPlan(reader.sql, sittingId, JSON.parse(plan ?? '[]') as PlannedStep[])
  const { read } = readAnswers(scale, scoredAnswers(reader.sql, { sittingId, steps }))
  return {
    sites: known,
    answers: read.map((answer) => ({ ...observationOf(scale, answer), itemId: answer.itemId })),
    results,
    domains,
    addends: cellAddends(scale, results, domains),
  }
}

function resultsBySitting(campaignId: string): Map<string, CompetencyResult[]> {
  const results = new Map<string, CompetencyResult[]>()
  for (const { sittingId, informed, ...row } of reader.sql.all<ResultRow>(resultsSql, campaignId)) {
    const own = results.get(sittingId) ?? []
    own.push({ ...row, informed: informed === 1 })
    results.set(sittingId, own)
  }
  return results
}
