import { itemVersion } from '~/assessment/content.server'
import { now } from '~/platform/clock/now.server'
import { reader } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import type { Locale } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import { authorise } from '~/platform/policy/require.server'
import { newestModule } from '../modules.server'
import { markable } from './answers.server'
import { markLimits } from './mark-form'

/** How many long answers wait for the actor to mark them; 0 for who marks none. */
export function waitingForMarks(actor: Actor): number {
  if (!can(actor, 'marking.mark')) return 0
  const { from, params } = markable(actor)
  return (
    reader.sql.get<{ n: number }>(`SELECT count(*) AS n FROM ${from} AND m.score IS NULL`, ...params)?.n ?? 0
  )
}

/** An item with answers that wait; `first` is where marking begins. */
export type WaitingItem = {
  itemId: string
  question: string
  module: string
  count: number
  since: string
  first: string
}
export type MarkedAnswer = { id: string; question: string; score: number; at: string }

/** What waits to be marked, by item, the longest wait first; and what the actor marked and may still change. */
export function viewMarking(
  actor: Actor,
  locale: Locale,
): { waiting: WaitingItem[]; count: number; marked: MarkedAnswer[] } {
  authorise(actor, 'marking.mark')
  const { from, params } = markable(actor)
  const rows = reader.sql.all<Omit<WaitingItem, 'question' | 'module'> & { moduleCode: string }>(
    `SELECT m.itemId, a.moduleCode, count(*) AS count, min(m.waitingSince) AS since, min(m.id) AS first FROM ${from}
       AND m.score IS NULL GROUP BY m.itemId, a.moduleCode ORDER BY since`,
    ...params,
  )
  const open = dbDate(new Date(now().getTime() - markLimits.days * 86_400_000))
  const marked = reader.sql.all<{ id: string; itemId: string; score: number; at: string }>(
    `SELECT m.id, m.itemId, m.score, m.markedAt AS at FROM ${from} AND m.markedBy = ? AND m.firstAt > ?
       ORDER BY m.markedAt DESC LIMIT 50`,
    ...[...params, actor.accountId, open],
  )
  const questionOf = (itemId: string) => itemVersion(itemId).stem[locale]
  return {
    count: rows.reduce((sum, { count }) => sum + count, 0),
    waiting: rows.map(({ moduleCode, ...row }) => ({
      ...row,
      question: questionOf(row.itemId),
      module: newestModule(moduleCode)?.title[locale] ?? moduleCode,
    })),
    marked: marked.map(({ itemId, ...row }) => ({ ...row, question: questionOf(itemId) })),
  }
}

export type MarkingView = ReturnType<typeof viewMarking>
