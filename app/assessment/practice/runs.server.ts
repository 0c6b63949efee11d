import { randomUUID } from 'node:crypto'
import type { GroupTx, reader } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { doMove, replay, type MoveFault, type PracticeState } from './engine'
import type { Move, ScenarioVersion } from './scenario'
import { scoreOf, scoreSteps, type StepScore } from './scoring'
import { scenarioVersion } from './versions.server'

/** Whose try it is: of an account that practises, or of a sitting that is measured. */
export type Owner = { accountId: string } | { sittingId: string }

export type Run = {
  id: string
  number: number
  scenario: ScenarioVersion
  startedAt: string
  finishedAt: string | null
  score: number | null
  result: StepScore[] | null
}

type Sql = Pick<typeof reader.sql, 'get' | 'all'>
type Row = Omit<Run, 'scenario' | 'result'> & { versionId: string; result: string | null }

const columns = 'id, versionId, number, startedAt, finishedAt, score, result'

/** The tries of an owner at a task, newest first. */
export function runsOf(sql: Sql, owner: Owner, code: string): Run[] {
  const [column, id] = 'accountId' in owner ? ['accountId', owner.accountId] : ['sittingId', owner.sittingId]
  const where = `SELECT ${columns} FROM PracticeRun WHERE ${column} = ? AND code = ? ORDER BY number DESC`
  return sql.all<Row>(where, id, code).map(({ versionId, result, ...run }) => ({
    ...run,
    scenario: scenarioVersion(versionId),
    result: result === null ? null : (JSON.parse(result) as StepScore[]),
  }))
}

/** Begins a try; does nothing where the one of this number has begun already. */
export function beginRun(
  tx: GroupTx,
  owner: Owner,
  scenario: ScenarioVersion,
  number: number,
  at: Date,
): void {
  tx.sql.run(
    `INSERT INTO PracticeRun (id, versionId, code, accountId, sittingId, number, startedAt)
     VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    randomUUID(),
    scenario.id,
    scenario.code,
    'accountId' in owner ? owner.accountId : null,
    'sittingId' in owner ? owner.sittingId : null,
    number,
    dbDate(at),
  )
}

export type Progressed = { state: PracticeState; moves: number }

/** Where a try stands: the simulation is made again from the moves. */
export function progressOf(sql: Sql, run: Pick<Run, 'id' | 'scenario'>): Progressed {
  const moves = storedMoves(sql, run.id)
  return { state: replay(run.scenario, moves), moves: moves.length }
}

function storedMoves(sql: Sql, runId: string): Move[] {
  const rows = sql.all<{ action: string; fields: string }>(
    'SELECT action, fields FROM PracticeMove WHERE runId = ? ORDER BY number',
    runId,
  )
  return rows.map(({ action, fields }) => ({ action, fields: JSON.parse(fields) as Move['fields'] }))
}

/** A move as one page sends it. `at` is how many there were when the page was made. */
export type SentMove = Move & { at: number; answerId: string }

export type MoveOutcome =
  | { kind: 'done' }
  | { kind: 'fault'; faults: MoveFault[] }
  /** Another page went on with the same try meanwhile. */
  | { kind: 'stale' }

/** Appends a move to a try that has not ended; the same move of the same page again changes nothing. */
export function appendMove(
  tx: GroupTx,
  run: Run,
  { state, moves }: Progressed,
  sent: SentMove,
  at: Date,
): MoveOutcome {
  const known = tx.sql.get(
    'SELECT 1 FROM PracticeMove WHERE runId = ? AND answerId = ?',
    run.id,
    sent.answerId,
  )
  if (known) return { kind: 'done' }
  if (moves !== sent.at) return { kind: 'stale' }
  const { action, fields } = sent
  const after = doMove(run.scenario, state, { action, fields })
  if (!after.ok) return { kind: 'fault', faults: after.faults }
  const kept = after.state.filled[state.screen] ?? {}
  tx.sql.run(
    'INSERT INTO PracticeMove (runId, number, answerId, action, fields, at) VALUES (?, ?, ?, ?, ?, ?)',
    run.id,
    moves + 1,
    sent.answerId,
    action,
    JSON.stringify(kept),
    dbDate(at),
  )
  return { kind: 'done' }
}

export type Finished = { score: number; result: StepScore[] }

/** Ends a try and scores what was done; a second time changes nothing. */
export function finishRun(tx: GroupTx, run: Run, state: PracticeState, at: Date): Finished {
  const result = scoreSteps(run.scenario, state.values)
  const score = scoreOf(result)
  tx.sql.run(
    'UPDATE PracticeRun SET finishedAt = ?, score = ?, result = ? WHERE id = ? AND finishedAt IS NULL',
    dbDate(at),
    score,
    JSON.stringify(result),
    run.id,
  )
  return { score, result }
}
