import { inTransaction } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { batchFor } from './batch-row.server'

type Choice = { shown: number[]; ticked: number[] } | 'all' | 'none'

/** Keeps which questions of a preview are to be taken: those ticked of one page, or all that can be, or none. */
export async function chooseQuestions(actor: Actor, id: string, choice: Choice): Promise<void> {
  await inTransaction((tx) => {
    if (batchFor(actor, id, tx.sql).state !== 'preview') return Promise.resolve()
    if (typeof choice === 'string') {
      const taken = choice === 'all' ? 1 : 0
      tx.sql.run('UPDATE ImportQuestion SET taken = ? WHERE batchId = ? AND item IS NOT NULL', taken, id)
      return Promise.resolve()
    }
    const ticked = new Set(choice.ticked)
    for (const number of choice.shown)
      tx.sql.run(
        'UPDATE ImportQuestion SET taken = ? WHERE batchId = ? AND number = ? AND item IS NOT NULL',
        ...[ticked.has(number) ? 1 : 0, id, number],
      )
    return Promise.resolve()
  })
}
