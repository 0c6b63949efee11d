import type { FormReply } from '~/platform/http/form-reply'
import type { Actor } from '~/platform/policy/actor'
import { catalogueOf, knownIn, scorecardProvince } from '../catalogue.server'
import { viewCriterion, viewSettings } from '../views/view-criteria.server'
import { readCriterion } from './criterion-form'
import { changeDraft } from './draft.server'
import { withCriterion } from './edit-card'
import { readSettings } from './settings-form'

type Typed = Record<string, string>

/** Puts a criterion as typed into the draft, a new one where `code` is null; the form to send back where it cannot be taken. */
export async function saveCriterion(
  actor: Actor,
  code: string | null,
  typed: Typed,
): Promise<FormReply | null> {
  const provinceCode = scorecardProvince(actor)
  const { revision, groups } = viewCriterion(actor, code)
  const { value, faults } = readCriterion(typed, code, { groups }, knownIn(catalogueOf(provinceCode)))
  if (faults) return { typed, ...faults }
  const answer = await changeDraft(actor, Number(typed.revision), 'criterion', (card) =>
    withCriterion(card, code, value),
  )
  if (answer.fault === 'taken') return { typed, errors: { code: 'typed.taken' } }
  return answer.fault ? changedSince(typed, revision) : null
}

/** Changes what the draft says of itself; the form to send back where it cannot be taken. */
export async function saveSettings(actor: Actor, typed: Typed): Promise<FormReply | null> {
  const { card, revision } = viewSettings(actor)
  const { value, faults } = readSettings(typed, card)
  if (faults) return { typed, ...faults }
  const answer = await changeDraft(actor, Number(typed.revision), 'settings', (of) => ({ ...of, ...value }))
  return answer.fault ? changedSince(typed, revision) : null
}

/** Somebody else changed the draft: the form comes back as typed and may be sent again, knowing of it. */
function changedSince(typed: Typed, revision: number): FormReply {
  return { typed: { ...typed, revision: String(revision) }, errors: { form: 'typed.changed' } }
}
