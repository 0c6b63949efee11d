import { compareVi } from '~/formats/fold'
import { bareName } from '~/people/places/places.server'
import { now } from '~/platform/clock/now.server'
import { reader } from '~/platform/db/db.server'
import { vietnamDay } from '~/platform/i18n/format'
import type { Bilingual } from '~/platform/i18n/locale'
import { mailIsConfigured } from '~/platform/mail/outbox.server'
import type { Actor } from '~/platform/policy/actor'
import { isWaiting, letterState, type LetterKind, type LetterState } from './letter'
import { letterFacts } from './letter-facts.server'
import { reconcileLetters } from './make-letters.server'
import { approvedPlan } from './plan-row.server'
import { addressed } from './view-approval.server'

/** A letter with where it is. `last`: no later letter about the class went to this commune. */
export type ListedLetter = {
  id: string
  classId: string
  title: Bilingual
  communeCode: string
  commune: string
  kind: LetterKind
  madeAt: string
  state: LetterState
  failure: string | null
  readAt: string | null
  seats: number
  named: number
  last: boolean
  waiting: boolean
}

type Row = Omit<ListedLetter, 'title' | 'state' | 'last' | 'waiting'> & {
  titleVi: string
  titleEn: string
  mailId: string | null
  handedAt: string | null
  lastDay: string | null
  mailState: 'queued' | 'sent' | 'failed' | null
}

/** The letters of a plan, each commune's together, the newest last. */
export function lettersOf(planId: string): ListedLetter[] {
  const rows = reader.sql.all<Row>(
    `SELECT l.id, l.classId, l.communeCode, m.name AS commune, l.kind, l.madeAt, l.mailId, l.handedAt, l.readAt, e.state AS mailState,
       e.failure, coalesce(c.titleVi, n.moduleCode) AS titleVi, coalesce(nullif(c.titleEn, ''), c.titleVi, n.moduleCode) AS titleEn,
       (SELECT max(date) FROM ClassSession s WHERE s.classId = l.classId) AS lastDay,
       (SELECT sum(seats) FROM ClassQuota q WHERE q.classId = l.classId AND q.communeCode = l.communeCode) AS seats,
       (SELECT count(*) FROM ClassPlace p JOIN PersonCommune pc ON pc.personId = p.personId AND pc.until IS NULL
          WHERE p.classId = l.classId AND p.withdrawnAt IS NULL AND pc.communeCode = l.communeCode) AS named
     FROM PlanLetter l JOIN PlannedClass n ON n.classId = l.classId JOIN Commune m ON m.code = l.communeCode
     LEFT JOIN TrainingClass c ON c.id = l.classId LEFT JOIN MailMessage e ON e.id = l.mailId
     WHERE l.planId = ? ORDER BY l.madeAt, l.rowid`,
    planId,
  )
  const last = new Map(rows.map(({ id, classId, communeCode }) => [`${classId} ${communeCode}`, id]))
  const today = vietnamDay(now())
  return rows
    .map(({ titleVi, titleEn, mailId, handedAt, mailState, lastDay, ...row }): ListedLetter => {
      const state = letterState({ mailId, handedAt }, mailState)
      const isLast = last.get(`${row.classId} ${row.communeCode}`) === row.id
      return {
        ...row,
        seats: row.seats ?? 0,
        title: { vi: titleVi, en: titleEn },
        state,
        last: isLast,
        waiting:
          isLast &&
          isWaiting({
            state,
            readAt: row.readAt,
            kind: row.kind,
            over: lastDay !== null && lastDay < today,
            full: row.named >= (row.seats ?? 0),
          }),
      }
    })
    .sort((a, b) => compareVi(bareName(a.commune), bareName(b.commune)))
}

export type LettersView = Awaited<ReturnType<typeof viewLetters>>

/** The letters of a plan by commune, and one commune's each by itself. Classes changed meanwhile get their letters first. */
export async function viewLetters(actor: Actor, planId: string, commune: string | null) {
  const plan = approvedPlan(actor, planId)
  await reconcileLetters(planId, actor.accountId)
  const letters = lettersOf(planId)
  const communes = [...new Set(letters.map(({ communeCode }) => communeCode))].map((code) => {
    const own = letters.filter(({ communeCode }) => communeCode === code)
    const present = own.filter(({ last }) => last)
    const alive = present.filter(({ kind }) => kind !== 'cancellation')
    return {
      code,
      name: own[0]!.commune,
      letters: own.length,
      waiting: present.filter(({ waiting }) => waiting).length,
      gone: own.filter(({ state }) => state === 'sent' || state === 'handed').length,
      opened: own.filter(({ readAt }) => readAt !== null).length,
      seats: alive.reduce((sum, { seats }) => sum + seats, 0),
      named: alive.reduce((sum, { seats, named }) => sum + Math.min(seats, named), 0),
    }
  })
  const waiting = letters.filter((letter) => letter.waiting)
  const withAddress = addressed(waiting.map(({ communeCode }) => communeCode))
  return {
    plan: { id: plan.id, title: plan.title },
    communes,
    total: letters.length,
    waiting: waiting.length,
    changed: waiting.filter(({ kind }) => kind !== 'summons').length,
    mailable: mailIsConfigured() ? waiting.filter((letter) => withAddress.has(letter.communeCode)).length : 0,
    commune: communes.find(({ code }) => code === commune) ?? null,
    letters: commune === null ? [] : letters.filter(({ communeCode }) => communeCode === commune),
  }
}

/** The letters to print: those that wait, or all that hold of one commune, with what they tell. */
export async function printedLetters(actor: Actor, planId: string, commune: string | null) {
  const plan = approvedPlan(actor, planId)
  await reconcileLetters(planId, actor.accountId)
  const letters = lettersOf(planId)
    .filter(({ last, waiting, communeCode }) =>
      commune === null ? waiting : last && communeCode === commune,
    )
    .map((letter) => ({
      id: letter.id,
      communeCode: letter.communeCode,
      madeAt: letter.madeAt,
      facts: letterFacts(letter),
    }))
  return { plan: { id: plan.id, title: plan.title, sample: plan.sample }, letters, commune }
}
