import { now } from '~/platform/clock/now.server'
import { reader } from '~/platform/db/db.server'
import { dbDate } from '~/platform/db/sqlite.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import type { DraftKindName, DraftState } from './draft-kind'

export type DraftLine = {
  id: string
  kind: DraftKindName
  code: string
  title: string
  state: DraftState
  competency: string | null
  level: number | null
  updatedAt: string
  author: string | null
}

const most = 100
/** How long a draft lies in the bin's list. */
const binDays = 30

const lines = (
  where: string,
) => `SELECT d.id, d.kind, d.code, d.title, d.state, d.competency, d.level, d.updatedAt,
  a.displayName AS author FROM ContentDraft d LEFT JOIN Account a ON a.id = d.createdBy WHERE ${where} ORDER BY d.updatedAt DESC LIMIT ${most}`

/** The studio's desk: one's own drafts, those of colleagues, those that wait for one's review, and the bin. */
export function viewStudio(actor: Actor) {
  authorise(actor, 'studio.write')
  const { accountId } = actor
  const list = (where: string, ...params: string[]) => reader.sql.all<DraftLine>(lines(where), ...params)
  const open = "d.deletedAt IS NULL AND d.state <> 'published'"
  return {
    mine: list(`${open} AND d.createdBy = ?`, accountId),
    others: list(
      `${open} AND d.createdBy <> ? AND NOT (d.state = 'review' AND d.updatedBy <> ?)`,
      accountId,
      accountId,
    ),
    waiting: list(`${open} AND d.state = 'review' AND d.updatedBy <> ?`, accountId),
    bin: list('d.deletedAt > ?', dbDate(new Date(now().getTime() - binDays * 86_400_000))),
  }
}

export type StudioView = ReturnType<typeof viewStudio>
