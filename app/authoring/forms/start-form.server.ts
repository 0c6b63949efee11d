import { profileFramework } from '~/competency/target-profile'
import { inTransaction } from '~/platform/db/db.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { createDraft } from '../drafts/create-draft.server'
import { emptyForm } from './draft-form'

/** Begins a new survey form. @returns the id of its draft */
export async function startForm(actor: Actor): Promise<string> {
  authorise(actor, 'studio.write')
  return inTransaction((tx) =>
    Promise.resolve(createDraft(tx, actor, { kind: 'form', data: emptyForm(profileFramework) })),
  )
}
