import { handleJobs } from '~/platform/jobs/jobs.server'
import { defineTask } from '~/platform/jobs/thread.server'
import { runMeasure, type MeasureRun, type MeasureTask } from './measure-run'

export const measureJob = 'measure'

/** The estimation of a table that somebody sent; it reads and writes nothing, and runs beside the pages. */
const measureInThread = defineTask<MeasureTask, MeasureRun>('gaps.measure', (task) => runMeasure(task))

handleJobs(measureJob, (job) => measureInThread(job.input as MeasureTask))
