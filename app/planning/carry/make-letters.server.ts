import { env } from '~/env.server'
import { newId, sessionsOf } from '~/classes/class-at.server'
import { paths } from '~/paths'
import { now } from '~/platform/clock/now.server'
import { inTransaction, reader, type Reader, type Tx } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import { getT } from '~/platform/i18n/translate'
import { audit } from '~/platform/log/audit.server'
import { mailIsConfigured, queueMail } from '~/platform/mail/outbox.server'
import { dueLetters, toldOf, type DueLetter, type LetterKind } from './letter'
import { letterFacts } from './letter-facts.server'
import { letterWords, mailText } from './letter-words'

type From = { sql: Pick<Reader['sql'], 'get' | 'all'> }
type NewLetter = { planId: string; classId: string; communeCode: string; kind: LetterKind }

/** Makes a letter inside a transaction, of what holds now; it waits to be printed until it is mailed. */
export function insertLetter(
  tx: Tx,
  { planId, classId, communeCode, kind }: NewLetter,
  madeBy: string,
): string {
  const id = newId()
  tx.sql.run(
    'INSERT INTO PlanLetter (id, planId, classId, communeCode, kind, told, madeAt, madeBy) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    ...[id, planId, classId, communeCode, kind, toldOf(sessionsOf(tx, classId)), dbDate(now()), madeBy],
  )
  return id
}

/**
 * Queues a letter as an e-mail to the commune's office, where mail is set up and the office's address is known; false where
 * it is not. Officials read Vietnamese.
 */
export function mailLetter(tx: Tx, letter: NewLetter & { id: string }, by: string | null): boolean {
  const contact = tx.sql.get<{ email: string }>(
    'SELECT email FROM CommuneContact WHERE communeCode = ?',
    letter.communeCode,
  )
  if (!contact || !mailIsConfigured()) return false
  const address = `${(env.APP_URL ?? '').replace(/\/$/, '')}${paths.communeSeats(letter.communeCode)}`
  const facts = letterFacts(letter, tx)
  const words = letterWords('vi', facts, address)
  const mailId = queueMail(tx, {
    kind: letter.kind,
    subject: letter.classId,
    to: contact.email,
    title: `${words.title}: ${facts.title.vi}`,
    text: mailText(words, getT('vi', 'carry')('letter.from', { province: facts.province })),
    createdBy: by,
  })
  tx.sql.run('UPDATE PlanLetter SET mailId = ? WHERE id = ?', mailId, letter.id)
  return true
}

type Row = { planId: string; told: string; classId: string; communeCode: string; kind: LetterKind }

/** Letters that have to follow because classes were cancelled or moved, of one plan or of all that are carried out. */
function due(from: From, planId: string | null): (DueLetter & { planId: string })[] {
  const letters = from.sql.all<Row>(
    `SELECT l.planId, l.told, l.classId, l.communeCode, l.kind FROM PlanLetter l JOIN TrainingPlan p ON p.id = l.planId
     WHERE p.state = 'approved' AND (? IS NULL OR p.id = ?) ORDER BY l.madeAt, l.rowid`,
    planId,
    planId,
  )
  if (letters.length === 0) return []
  const planOf = new Map(letters.map(({ classId, planId: plan }) => [classId, plan]))
  const live = new Set(
    from.sql
      .all<{ id: string }>(
        'SELECT id FROM TrainingClass WHERE cancelledAt IS NULL AND id IN (SELECT value FROM json_each(?))',
        JSON.stringify([...planOf.keys()]),
      )
      .map(({ id }) => id),
  )
  const standing = [...planOf.keys()].map((classId) => ({
    classId,
    told: live.has(classId) ? toldOf(sessionsOf(from, classId)) : null,
  }))
  return dueLetters(letters, standing).map((each) => ({ ...each, planId: planOf.get(each.classId)! }))
}

/**
 * Tells communes that had a letter about a class that it was cancelled or moved, wherever that was done: letters are made,
 * and mailed where that is possible. Returns how many. Runs before the follow-up is shown and every half minute; run again,
 * it makes none twice.
 */
export async function reconcileLetters(
  planId: string | null = null,
  by: string | null = null,
): Promise<number> {
  if (due(reader, planId).length === 0) return 0
  return inTransaction(async (tx) => {
    const letters = due(tx, planId)
    for (const letter of letters) {
      const id = insertLetter(tx, letter, by ?? '')
      mailLetter(tx, { ...letter, id }, by)
    }
    if (letters.length > 0) await audit(tx, by, 'plan.letters', planId, { letters: letters.length })
    return letters.length
  })
}

/** What the clock calls: every plan that is carried out. */
export function tellOfChangedClasses(): Promise<number> {
  return reconcileLetters()
}
