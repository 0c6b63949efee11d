/** A text for people, by its key and what stands in it. */
export type JobFailure = { key: string; values?: Record<string, string | number> }

export type JobState = 'queued' | 'running' | 'done' | 'failed'

/** Long work done beside the pages. `done` of `total` says how far it is; `total` is 0 until that is known. */
export type Job = {
  id: string
  kind: string
  subject: string
  provinceCode: string | null
  state: JobState
  stage: string | null
  done: number
  total: number
  failure: JobFailure | null
  createdAt: string
  createdBy: string | null
  startedAt: string | null
  finishedAt: string | null
}

/** What a job tells while it runs; `stage` is a key of the texts of its kind. */
export type Progress = (done: number, total: number, stage?: string) => void

/** Thrown by a job to end with a reason that its starter can read; anything else is a fault of ours. */
export class JobRefused extends Error {
  constructor(readonly failure: JobFailure) {
    super(failure.key)
  }
}
