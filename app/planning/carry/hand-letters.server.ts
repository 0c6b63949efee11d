import { now } from '~/platform/clock/now.server'
import { inTransaction } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { audit } from '~/platform/log/audit.server'
import type { Actor } from '~/platform/policy/actor'
import { lettersOf } from './list-letters.server'
import { mailLetter } from './make-letters.server'
import { approvedPlan } from './plan-row.server'

/** Notes that letters on paper were handed over: those of one commune that wait, or all. Returns how many. */
export async function handLetters(actor: Actor, planId: string, commune: string | null): Promise<number> {
  approvedPlan(actor, planId)
  const waiting = lettersOf(planId).filter(
    (letter) => letter.waiting && (commune === null || letter.communeCode === commune),
  )
  if (waiting.length === 0) return 0
  return inTransaction(async (tx) => {
    let handed = 0
    // One that was put into the post meanwhile stays there.
    for (const { id } of waiting)
      handed += tx.sql.run(
        `UPDATE PlanLetter SET handedAt = ? WHERE id = ? AND handedAt IS NULL AND (mailId IS NULL
           OR EXISTS (SELECT 1 FROM MailMessage m WHERE m.id = mailId AND m.state = 'failed'))`,
        dbDate(now()),
        id,
      )
    await audit(tx, actor.accountId, 'plan.hand', planId, { letters: handed, commune })
    return handed
  })
}

/** Mails the letters that wait to the communes whose address is known; one that failed is sent anew. Returns how many. */
export async function mailLetters(actor: Actor, planId: string): Promise<number> {
  approvedPlan(actor, planId)
  const waiting = lettersOf(planId).filter((letter) => letter.waiting)
  if (waiting.length === 0) return 0
  return inTransaction(async (tx) => {
    let mailed = 0
    for (const { id, classId, communeCode, kind } of waiting) {
      const free = tx.sql.get(
        `SELECT 1 FROM PlanLetter l LEFT JOIN MailMessage m ON m.id = l.mailId
         WHERE l.id = ? AND l.handedAt IS NULL AND (l.mailId IS NULL OR m.state = 'failed')`,
        id,
      )
      if (free && mailLetter(tx, { planId, id, classId, communeCode, kind }, actor.accountId)) mailed += 1
    }
    await audit(tx, actor.accountId, 'plan.mail', planId, { letters: mailed })
    return mailed
  })
}
