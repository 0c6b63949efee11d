import { reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { allPositions } from './positions.server'
import { mayEditPositions, positionUses } from './save-position.server'

/** A position as its form holds it, and how many people are tied to it. */
export function viewPosition(actor: Actor, code: string): { stored: Record<string, string>; uses: number } {
  mayEditPositions(actor)
  const position = allPositions().find((each) => each.code === code)
  if (!position) throw refuse('notFound')
  const { name, department, aliases, order, active } = position
  return {
    stored: {
      nameVi: name.vi,
      nameEn: name.en,
      department: department.code,
      aliases: aliases.join('\n'),
      order: String(order),
      active: active ? 'yes' : 'no',
    },
    uses: positionUses(reader, code),
  }
}
