import { latestFramework } from '~/competency/frameworks.server'
import { allCompetencies } from '~/competency/framework'
import { profileFramework } from '~/competency/target-profile'
import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import { newestJob } from '~/platform/jobs/jobs.server'
import type { Job } from '~/platform/jobs/job'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { itemVersion } from '../content.server'
import { parametersInForce } from '../measuring.server'
import { calibrateJob } from './calibrate.server'
import { calibrationOptionsSchema, type CalibrationReport } from './calibration-run'
import { calibrationCampaigns, type CalibrationCampaign } from './start-calibration.server'

type Row = {
  id: number
  state: 'proposed' | 'adopted' | 'rejected'
  parentId: number | null
  options: string
  report: string
  createdAt: string
  by: string | null
}
const versionsSql = `SELECT v.id, v.state, v.parentId, v.options, v.report, v.createdAt, a.displayName AS by
  FROM ParameterVersion v LEFT JOIN Account a ON a.id = v.createdBy`

export type CalibrationEntry = {
  id: number
  state: Row['state']
  at: string
  by: string | null
  persons: number
  answers: number
  items: number
  shrinkage: boolean
  parentId: number | null
}

function entryOf({ id, state, parentId, options, report, createdAt, by }: Row): CalibrationEntry {
  const { persons, answers, items } = JSON.parse(report) as CalibrationReport
  const { shrinkage } = calibrationOptionsSchema.parse(JSON.parse(options))
  const placed = items.filter(({ answered }) => answered > 0).length
  return { id, state, at: createdAt, by, persons, answers, items: placed, shrinkage, parentId }
}

export type CalibrationsView = {
  inForce: number | null
  versions: CalibrationEntry[]
  job: Pick<Job, 'id' | 'state' | 'stage' | 'done' | 'total' | 'failure'> | null
  mayRun: boolean
  campaigns: CalibrationCampaign[]
}

/** What the items are measured by, the calibrations so far, and the one that runs. */
export function viewCalibrations(actor: Actor): CalibrationsView {
  authorise(actor, 'items.view')
  const job = newestJob(calibrateJob.kind, calibrateJob.subject)
  const mayRun = can(actor, 'calibration.run')
  return {
    inForce: parametersInForce(),
    versions: reader.sql.all<Row>(`${versionsSql} ORDER BY v.id DESC`).map(entryOf),
    job: job && {
      id: job.id,
      state: job.state,
      stage: job.stage,
      done: job.done,
      total: job.total,
      failure: job.failure,
    },
    mayRun,
    campaigns: mayRun ? calibrationCampaigns(actor) : [],
  }
}

/** One calibration: every item before and after, with what has to be known before it is adopted. */
export function viewCalibration(actor: Actor, id: number) {
  authorise(actor, 'items.view')
  const row = Number.isInteger(id) ? reader.sql.get<Row>(`${versionsSql} WHERE v.id = ?`, id) : undefined
  if (!row) throw refuse('notFound')
  const report = JSON.parse(row.report) as CalibrationReport
  const options = calibrationOptionsSchema.parse(JSON.parse(row.options))
  const { framework } = latestFramework(profileFramework)
  const order = new Map(allCompetencies(framework).map(({ code }, i) => [code, i]))
  const items = report.items
    .map((item) => {
      const { code, competency, level } = itemVersion(item.id)
      return { ...item, code, competency, level }
    })
    .sort(
      (a, b) =>
        (order.get(a.competency) ?? 99) - (order.get(b.competency) ?? 99) ||
        a.level - b.level ||
        a.code.localeCompare(b.code),
    )
  return {
    entry: entryOf(row),
    inForce: parametersInForce() === id,
    campaigns: options.campaigns.length,
    until: options.until,
    report: { ...report, items },
    decisions: report.decisions.map((each) => ({ ...each, by: nameOf(each.by) })),
    competencies: allCompetencies(framework).map(({ code, short }) => ({ code, short })),
    mayDecide: can(actor, 'calibration.run'),
  }
}

export type CalibrationView = ReturnType<typeof viewCalibration>

function nameOf(accountId: string | null): string | null {
  const sql = 'SELECT displayName FROM Account WHERE id = ?'
  return accountId ? (reader.sql.get<{ displayName: string }>(sql, accountId)?.displayName ?? null) : null
}
