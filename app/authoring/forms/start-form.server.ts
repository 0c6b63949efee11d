import { formVersion } from '~/assessment/content.server'
import { profileFramework } from '~/competency/target-profile'
import { inTransaction, reader } from '~/platform/db/db.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { createDraft } from '../drafts/create-draft.server'
import { draftFormSchema, emptyForm } from './draft-form'

/** Begins a new survey form. @returns the id of its draft */
export async function startForm(actor: Actor): Promise<string> {
  authorise(actor, 'studio.write')
  return inTransaction((tx) =>
    Promise.resolve(createDraft(tx, actor, { kind: 'form', data: emptyForm(profileFramework) })),
  )
}

/** Begins the next version of a published form, or goes on with the one that is being written. @returns the id of the draft */
export async function reviseForm(actor: Actor, code: string): Promise<string> {
  authorise(actor, 'studio.write')
  const baseId = newestId(code)
  return inTransaction((tx) => {
    const open = tx.sql.get<{ id: string }>(
      `SELECT id FROM ContentDraft WHERE kind = 'form' AND code = ? AND baseId IS NOT NULL AND state <> 'published'
         AND deletedAt IS NULL ORDER BY updatedAt DESC LIMIT 1`,
      code,
    )
    if (open) return Promise.resolve(open.id)
    const data = draftFormSchema.parse(formVersion(baseId))
    return Promise.resolve(createDraft(tx, actor, { kind: 'form', data, baseId }))
  })
}

/** Begins another form from a published one: the same questions, a code of its own. @returns the id of the draft */
export async function copyForm(actor: Actor, code: string): Promise<string> {
  authorise(actor, 'studio.write')
  const data = { ...draftFormSchema.parse(formVersion(newestId(code))), code: '', version: 1 }
  return inTransaction((tx) => Promise.resolve(createDraft(tx, actor, { kind: 'form', data })))
}

function newestId(code: string): string {
  const row = reader.sql.get<{ id: string }>(
    'SELECT id FROM FormVersion WHERE code = ? ORDER BY version DESC LIMIT 1',
    code,
  )
  if (!row) throw refuse('notFound')
  return row.id
}
