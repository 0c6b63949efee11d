import { latestFramework } from '~/competency/frameworks.server'
import { findCompetency } from '~/competency/framework'
import { profileFramework } from '~/competency/target-profile'
import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { itemVersion } from '../content.server'

/** The newest version of an item with its key, and what it is written for. */
export function viewItem(actor: Actor, code: string) {
  authorise(actor, 'items.view')
  const newest = reader.sql.get<{ id: string; retired: number }>(
    'SELECT id, retired FROM ItemVersion WHERE code = ? ORDER BY version DESC LIMIT 1',
    code,
  )
  if (!newest) throw refuse('notFound')
  const item = itemVersion(newest.id)
  const { framework } = latestFramework(profileFramework)
  return {
    item,
    retired: newest.retired === 1,
    competency: findCompetency(framework, item.competency)?.name ?? null,
    level: framework.levels.find(({ level }) => level === item.level)?.name ?? null,
  }
}
