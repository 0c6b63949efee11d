import { now } from '~/platform/clock/now.server'
import { inTransaction, reader, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { JobRefused, type Progress } from '~/platform/jobs/job'
import { handleJobs } from '~/platform/jobs/jobs.server'
import { defineTask } from '~/platform/jobs/thread.server'
import { itemParametersSchema, type ItemParameters } from '../irt/parameters'
import {
  calibrationOptionsSchema,
  peopleNeeded,
  type CalibrationOptions,
  type CalibrationReport,
} from './calibration-run'
import { gatherAnswers } from './gather-answers.server'
import { judgeBank, type BankTask, type JudgedBank } from './judge-bank'

/** There is one bank of items, so that one calibration runs at a time. */
export const calibrateJob = { kind: 'calibrate', subject: 'bank' }

const judgeInThread = defineTask<BankTask, JudgedBank>('assessment.calibrate', (task, progress) =>
  judgeBank(task, (done, of) => progress(done, of, 'job.iterating')),
)

handleJobs(calibrateJob.kind, async (job, progress) => {
  const options = calibrationOptionsSchema.parse(job.input)
  return { id: await storeCalibration(options, await calibrate(options, progress), job.createdBy) }
})

export type Calibrated = { items: Record<string, ItemParameters>; report: CalibrationReport }

/** Estimates the parameters of the items anew from answers. The same options give the same numbers. */
export async function calibrate(options: CalibrationOptions, progress: Progress): Promise<Calibrated> {
  const gathered = await gatherAnswers(options, (people) => progress(people, 0, 'job.reading'))
  const { measuring, input, groups, rapid } = gathered
  const needed = peopleNeeded(options.shrinkage)
  if (input.persons.length < needed)
    throw new JobRefused({ key: 'job.tooFew', values: { people: input.persons.length, needed } })
  const judged = await judgeInThread(
    { input, groups, shrinkage: options.shrinkage, seed: options.seed },
    progress,
  )
  const { population, ...calibration } = judged.calibration
  const means = measuring.competencies.flatMap((code, k) =>
    population.estimated.means[k] ? [[code, population.mean[k]!] as const] : [],
  )
  return {
    items: storedParameters(options, judged),
    report: {
      persons: calibration.persons,
      answers: calibration.answers,
      rapid,
      iterations: calibration.iterations,
      converged: calibration.converged,
      logLikelihood: calibration.logLikelihood,
      population: {
        components: population.components,
        estimated: { components: population.estimated.components, means: means.length },
        means: Object.fromEntries(means),
        mean: Object.fromEntries(measuring.competencies.map((code, k) => [code, population.mean[k]!])),
      },
      correlation: judged.correlation,
      items: judged.items,
      dif: judged.dif,
      judged: judged.judged,
      decisions: [],
    },
  }
}

/** Items that were answered, and what an earlier calibration knew of the others: the rest stay with the experts. */
function storedParameters(
  { parentId, shrinkage }: CalibrationOptions,
  { items }: JudgedBank,
): Record<string, ItemParameters> {
  const row = reader.sql.get<{ items: string }>('SELECT items FROM ParameterVersion WHERE id = ?', parentId)
  const before = JSON.parse(row?.items ?? '{}') as Record<string, ItemParameters>
  // Without shrinkage the scale may have moved, and items without answers have moved with it.
  const fresh = items.filter(
    ({ answered, id, parameters }) =>
      (answered > 0 || id in before || !shrinkage) && itemParametersSchema.safeParse(parameters).success,
  )
  return { ...before, ...Object.fromEntries(fresh.map(({ id, parameters }) => [id, parameters])) }
}

/** Keeps a calibration as a proposal: nothing measures by it until it is adopted. */
export async function storeCalibration(
  options: CalibrationOptions,
  { items, report }: Calibrated,
  createdBy: string | null,
): Promise<number> {
  return inTransaction(async (tx) => insertVersion(tx, options, { items, report }, createdBy))
}

function insertVersion(
  tx: Tx,
  options: CalibrationOptions,
  { items, report }: Calibrated,
  by: string | null,
) {
  tx.sql.run(
    `INSERT INTO ParameterVersion (state, parentId, options, items, report, createdAt, createdBy)
     VALUES ('proposed', ?, ?, ?, ?, ?, ?)`,
    options.parentId,
    JSON.stringify(options),
    JSON.stringify(items),
    JSON.stringify(report),
    dbDate(now()),
    by,
  )
  return tx.sql.get<{ id: number }>('SELECT max(id) AS id FROM ParameterVersion')!.id
}
