import { itemVersion } from '~/assessment/content.server'
import { traceOf } from '~/assessment/item-analysis/kept-figures.server'
import type { Actor } from '~/platform/policy/actor'
import { can } from '~/platform/policy/policy'
import { viewContentVersions } from '../review/view-content-versions.server'
import { usageOf } from './usage.server'

/** The versions of an item, where it is used and was asked, and how the version `from` differs from the newest. */
export function viewVersions(actor: Actor, code: string, from: string | null) {
  const view = viewContentVersions(actor, 'item', code, from)
  const ids = view.versions.map(({ id }) => id)
  const trace = can(actor, 'analysis.view') ? traceOf(actor, code) : []
  return {
    ...view,
    purpose: ids[0] ? itemVersion(ids[0]).purpose : 'measure',
    usage: usageOf(ids, trace),
    trace,
  }
}

export type VersionsView = ReturnType<typeof viewVersions>
