import { now } from '~/platform/clock/now.server'
import type { GroupTx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { refuse } from '~/platform/http/errors'

const stillOpenSql = `SELECT s.submittedAt, c.state FROM Sitting s JOIN Campaign c ON c.id = s.campaignId WHERE s.id = ?`

/** Checked again where the answer is written: a submission or a closing may have come in between. */
export function stillOpen(tx: GroupTx, sittingId: string): void {
  const row = tx.sql.get<{ submittedAt: string | null; state: string }>(stillOpenSql, sittingId)
  if (!row || row.submittedAt) throw refuse('alreadySubmitted')
  if (row.state !== 'open') throw refuse('campaignClosed', { date: '' })
}

type NewResponse = {
  sittingId: string
  step: string
  answerId: string
  value: unknown
  score: number | null
  at?: Date
}

/** Appends a response; the same answer of the same form again is not a new row. */
export function appendResponse(tx: GroupTx, response: NewResponse): void {
  tx.sql.run(
    'INSERT INTO Response (sittingId, step, answerId, value, score, at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    response.sittingId,
    response.step,
    response.answerId,
    JSON.stringify(response.value),
    response.score,
    dbDate(response.at ?? now()),
  )
}
