import { redirect } from '@remix-run/node'
import { z } from 'zod'
import type { DraftKindName } from '~/authoring/drafts/draft-kind'
import { editorPath } from '~/authoring/drafts/draft-path'
import { copyPublished, revise } from '~/authoring/drafts/revise.server'
import type { ContentNote } from '~/authoring/review/content-notes'
import { retire, rollBack } from '~/authoring/review/roll-back.server'
import { refuse } from '~/platform/http/errors'
import { parseForm } from '~/platform/http/parse-form.server'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'

const schema = z.object({
  intent: z.enum(['revise', 'copy', 'retire', 'restore', 'rollback']),
  to: z.string().default(''),
  seen: z.string().default(''),
})

type Published = {
  kind: DraftKindName
  code: string
  /** The page of the published versions, with what came of it. */
  pageWith: (note: ContentNote) => string
}

/** What the buttons of a published version's page do. */
export async function publishedAction(actor: Actor, form: FormData, { kind, code, pageWith }: Published) {
  authorise(actor, 'studio.write')
  const { value, reply } = parseForm(form, schema)
  if (reply) throw refuse('badRequest')
  const back = (note: ContentNote) => redirect(pageWith(note), 303)
  switch (value.intent) {
    case 'revise':
      return redirect(editorPath[kind](await revise(actor, kind, code)), 303)
    case 'copy':
      return redirect(editorPath[kind](await copyPublished(actor, kind, code)), 303)
    case 'retire':
    case 'restore':
      await retire(actor, kind, code, value.intent === 'retire')
      return back(value.intent === 'retire' ? 'retired' : 'restored')
    case 'rollback': {
      const version = await rollBack(actor, kind, { code, to: value.to, seen: value.seen })
      return back(version === null ? 'changed' : 'rolledBack')
    }
  }
}
