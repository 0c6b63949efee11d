import { setImmediate } from 'node:timers/promises'
import { measuringOf, type MeasuringVersions } from '~/assessment/measuring.server'
import { now } from '~/platform/clock/now.server'
import { inTransaction, reader, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import type { Progress } from '~/platform/jobs/job'
import { handleJobs, queueJob, runJobs } from '~/platform/jobs/jobs.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { pooledInput, segmentInput } from './estimate-input'
import { askedPeople, type AskedPeople } from './estimate-people.server'
import { estimateInThread, type Estimated } from './estimate-task.server'
import { patternInput } from './hidden-keys'
import { allMeasures } from './measure'
import { measureWaiting } from './measure-waiting.server'
import { methodVersion } from './method'
import { recountCells } from './recount-cells.server'
import { answersByQuestion } from './released.server'
import type { ReleasedParts } from './released-parts.server'
import { estimateJob, reportCampaign } from './report-campaign.server'
import { segmentCounts } from './segment-counts'
import { ownSelf, populationPrior, selfFigures, type OwnSelf } from './self-figures'
import type { Segment } from './segments/segment-people'
import { snapshotOf } from './snapshot.server'
import { smallestGroup } from './suppression'
import { warmFigures } from './warm-figures.server'
import { clearEstimates, insertEstimates, insertPart } from './write-estimates.server'

handleJobs(estimateJob, (job, progress) => estimateCampaign(job.subject, progress))

/** Queues the estimates of a campaign in the transaction that closes it: they release its results. */
export function queueEstimate(
  tx: Tx,
  campaign: { id: string; provinceCode: string },
  createdBy: string | null,
): void {
  const { id, provinceCode } = campaign
  queueJob(tx, { kind: estimateJob, subject: id, provinceCode, createdBy })
}

/** Starts again estimates that failed. */
export async function retryEstimate(actor: Actor, campaignId: string): Promise<void> {
  const campaign = reportCampaign(campaignId)
  authorise(actor, 'campaign.manage', { provinceCode: campaign.provinceCode })
  if (campaign.state !== 'closed' || campaign.estimatedAt !== null) return
  await inTransaction(async (tx) => queueEstimate(tx, campaign, actor.accountId))
  void runJobs()
}

const missingSql = `SELECT c.id, c.provinceCode FROM Campaign c WHERE c.state = 'closed' AND c.estimatedAt IS NULL
  AND NOT EXISTS (SELECT 1 FROM Job j WHERE j.kind = ? AND j.subject = c.id AND j.state IN ('queued', 'running'))
  AND (SELECT count(*) FROM Job j WHERE j.kind = ? AND j.subject = c.id AND j.state = 'failed') < 2`

/** Queues what was closed without estimates, such as by an earlier version, and once more what failed. */
export async function queueMissingEstimates(): Promise<void> {
  if (!reader.sql.get(missingSql, estimateJob, estimateJob)) return
  await inTransaction(async (tx) => {
    const missing = tx.sql.all<{ id: string; provinceCode: string }>(missingSql, estimateJob, estimateJob)
    for (const campaign of missing) queueEstimate(tx, campaign, null)
  })
}

/** Released figures never change: a job that is begun anew after they came out leaves them alone. */
async function estimateCampaign(campaignId: string, progress: Progress): Promise<void> {
  const campaign = reportCampaign(campaignId)
  if (campaign.state !== 'closed' || campaign.estimatedAt !== null) return
  await keepStandard(campaign)
  await measureWaiting(campaignId)
  const asked = await askedPeople(campaignId)
  const { scale, communeCodes, people } = asked
  const { input, codes } = pooledInput({
    seed: `${campaignId}/${methodVersion}`,
    domainOf: scale.domainOf,
    prior: scale.population.components,
    communeCodes,
    people,
  })
  const grouped = segmentInput(
    people,
    scale.framework.domains.map(({ code }) => code),
  )
  const answers = answersByQuestion(campaignId).map(({ place, group, measure, n }) => ({
    place,
    group,
    measure,
    n,
  }))
  const pattern = patternInput(scale, people, answers)
  const measures = [
    ...scale.competencies,
    ...allMeasures(scale.framework).flatMap(({ isDomain, code }) => (isDomain ? [code] : [])),
  ]
  const names = { ...codes, measures }
  const made = await estimateInThread({ pooled: input, segments: grouped.input, pattern, names }, progress)
  const parts: Omit<ReleasedParts, 'snapshot'> = {
    ...poolParts(made, codes.positions),
    'segment-cells': {
      communes: countSegments('communeCode'),
      positions: countSegments('positionCode'),
    },
    self: selfFigures(scale, people, await ownSelves(asked, made)),
  }
  await recountCells(campaignId, people)
  await inTransaction(async (tx) => {
    clearEstimates(tx, campaignId)
    insertEstimates(tx, campaignId, made.pooled.cells, names, new Set(made.withheld))
    for (const [part, data] of Object.entries(parts)) if (data) insertPart(tx, campaignId, part, data)
    const moment = now()
    insertPart(tx, campaignId, 'snapshot', snapshotOf(tx.sql, reportCampaign(campaignId), moment))
    tx.sql.run('UPDATE Campaign SET estimatedAt = ? WHERE id = ?', dbDate(moment), campaignId)
  })
  warmFigures()

  function countSegments(by: 'communeCode' | 'positionCode') {
    const { of, segments } = made.segments
    return segmentCounts(grouped.people, of, segments.length, (person) => person[by])
  }
}

/** A campaign from before there were standards is measured by the one in force, and stays with it. */
async function keepStandard(campaign: MeasuringVersions & { id: string }): Promise<void> {
  if (campaign.standardId !== null) return
  const { standardId } = measuringOf(campaign)
  await inTransaction(async (tx) =>
    tx.sql.run(
      'UPDATE Campaign SET standardId = ? WHERE id = ? AND standardId IS NULL',
      standardId,
      campaign.id,
    ),
  )
}

const atOnce = 20

/** Each person's own part of selfFigures(), while others' requests are answered. */
async function ownSelves({ scale, people }: AskedPeople, { pooled }: Estimated): Promise<OwnSelf[][]> {
  const population = populationPrior(scale.domainOf, pooled.population)
  const made: OwnSelf[][] = []
  for (const person of people) {
    if (made.length % atOnce === atOnce - 1) await setImmediate()
    made.push(ownSelf(scale, person, population))
  }
  return made
}

/** A segment without its figures of domains that fewer than five of its people need. */
function withoutFew(segment: Segment): Segment {
  const domains = segment.domains.map((each) =>
    each.n < smallestGroup ? { ...each, n: 0, distance: null } : each,
  )
  return { ...segment, domains }
}

function poolParts({ pooled, segments, hidden }: Estimated, positions: string[]) {
  const { segments: groups, criterion } = segments
  const measured = pooled.response.reduce((sum, each) => sum + each.measured, 0)
  return {
    // Of a handful of people the model would tell what they know.
    population:
      measured < smallestGroup ? null : { ...pooled.population, draws: pooled.draws, method: methodVersion },
    response: pooled.response.map(({ position, asked, measured }) => ({
      position: positions[position]!,
      asked,
      measured,
    })),
    segments: { segments: groups.filter(({ n }) => n >= smallestGroup).map(withoutFew), criterion },
    hidden,
  }
}
