import type { Item } from '~/assessment/item'
import { rubricScore, type RubricLevels } from '~/assessment/scoring/rubric'

export type EssayItem = Extract<Item, { kind: 'essay' }>

/** A comment has at most so many characters; a mark can be changed for so many days after it was first given. */
export const markLimits = { comment: 1000, days: 7 }

/** The name of a criterion's field. */
export const levelField = (criterion: string) => `level.${criterion}`

/** A marking form as typed: place of a level by criterion, and the comment. */
export type TypedMark = { levels: RubricLevels; comment: string }

/** What is wrong with a form: criteria without a level, or a comment that is too long. */
export type MarkFault = { criteria: string[]; long: boolean }

export type ReadMark =
  { typed: TypedMark; score: number; fault?: never } | { typed: TypedMark; fault: MarkFault }

/** Reads a marking form; what was typed comes back also where something is wrong. */
export function readMark(item: EssayItem, fields: ReadonlyMap<string, string>): ReadMark {
  const levels: RubricLevels = {}
  for (const { id, levels: scale } of item.rubric) {
    const place = fields.get(levelField(id)) ?? ''
    if (/^\d{1,2}$/.test(place) && Number(place) < scale.length) levels[id] = Number(place)
  }
  const comment = (fields.get('comment') ?? '').replace(/\r\n?/g, '\n').normalize('NFC').trim()
  const typed = { levels, comment }
  const score = rubricScore(item, levels)
  const long = comment.length > markLimits.comment
  if (score !== null && !long) return { typed, score }
  const criteria = item.rubric.flatMap(({ id }) => (Object.hasOwn(levels, id) ? [] : [id]))
  return { typed, fault: { criteria, long } }
}
