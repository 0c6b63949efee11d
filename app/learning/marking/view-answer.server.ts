import { itemVersion } from '~/assessment/content.server'
import { pictureOf, type PictureView } from '~/assessment/present'
import type { RubricLevels } from '~/assessment/scoring/rubric'
import { now } from '~/platform/clock/now.server'
import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Locale } from '~/platform/i18n/locale'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { findAnswer, nextWaiting, type AnswerRow } from './answers.server'
import { markLimits, readMark, type EssayItem, type TypedMark } from './mark-form'

/** An answer as its marker sees it: nothing in it says whose it is. */
export type AnswerView = {
  id: string
  question: string
  picture?: PictureView
  explanation: string
  text: string
  criteria: { id: string; name: string; levels: { points: number; words: string }[] }[]
  revision: number
  mark: TypedMark | null
  /** Null before it is marked. */
  score: number | null
  markedAt: string | null
  /** The days in which a mark can be changed are over. */
  closed: boolean
  /** Another answer to the same item that waits. */
  next: string | null
}

/** A long answer to be marked, or one that was marked. */
export function viewAnswer(actor: Actor, id: string, locale: Locale): AnswerView {
  authorise(actor, 'marking.mark')
  const row = findAnswer(actor, id, reader.sql)
  if (!row) throw refuse('notFound')
  const item = essayOf(row)
  return {
    id,
    question: item.stem[locale],
    ...pictureOf(item, locale),
    explanation: item.explanation[locale],
    text: JSON.parse(row.value) as string,
    criteria: item.rubric.map(({ id: criterion, name, levels }) => ({
      id: criterion,
      name: name[locale],
      levels: levels.map((level) => ({ points: level.points, words: level[locale] })),
    })),
    revision: row.revision,
    mark: markOf(row),
    score: row.score,
    markedAt: row.markedAt,
    closed: isClosed(row, now()),
    next: nextWaiting(actor, row, reader.sql),
  }
}

/** What a marking form says so far, for showing it again. */
export function typedMark(actor: Actor, id: string, fields: ReadonlyMap<string, string>): TypedMark {
  authorise(actor, 'marking.mark')
  const row = findAnswer(actor, id, reader.sql)
  if (!row) throw refuse('notFound')
  return readMark(essayOf(row), fields).typed
}

/** The item that an answer belongs to. */
export function essayOf({ itemId }: Pick<AnswerRow, 'itemId'>): EssayItem {
  const item = itemVersion(itemId)
  if (item.kind !== 'essay') throw new Error(`${itemId} is no long answer`)
  return item
}

export function markOf({ levels, comment }: Pick<AnswerRow, 'levels' | 'comment'>): TypedMark | null {
  return levels === null ? null : { levels: JSON.parse(levels) as RubricLevels, comment: comment ?? '' }
}

/** Whether a mark stays as it is by now. */
export function isClosed({ firstAt }: Pick<AnswerRow, 'firstAt'>, at: Date): boolean {
  return firstAt !== null && at.getTime() - new Date(firstAt).getTime() > markLimits.days * 86_400_000
}
