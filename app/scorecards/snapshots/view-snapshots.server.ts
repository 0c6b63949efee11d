import { now } from '~/platform/clock/now.server'
import { vietnamDay } from '~/platform/i18n/format'
import type { Actor } from '~/platform/policy/actor'
import { scorecardProvince } from '../catalogue.server'
import { inForceOn, versionsOf } from '../versions.server'
import { snapshotAt, snapshotsOf } from './snapshots.server'

/** The snapshots of a province, with the one to be removed or just removed. */
export function viewSnapshots(
  actor: Actor,
  query: { id: string | null; ask: string | null; note: string | null },
) {
  const provinceCode = scorecardProvince(actor)
  const today = vietnamDay(now())
  const chosen = query.id ? snapshotAt(provinceCode, query.id) : null
  const version = inForceOn(versionsOf(provinceCode), today)
  return {
    snapshots: snapshotsOf(provinceCode),
    version: version && { number: version.number, title: version.card.title },
    today,
    removal: query.ask === 'remove' && chosen?.removedAt === null ? chosen : null,
    removed: query.note === 'removed' && chosen?.removedAt != null ? chosen : null,
  }
}

export type SnapshotsView = ReturnType<typeof viewSnapshots>
