import { latestFramework } from '~/competency/frameworks.server'
import { refuse } from '~/platform/http/errors'
import type { Actor } from '~/platform/policy/actor'
import { authorise } from '~/platform/policy/require.server'
import { draftById } from '../drafts/find-draft.server'
import { openEditor } from '../editor/open-editor.server'
import { partsAt, textAt, type Tree } from '../form/form-tree'
import type { DraftForm } from './draft-form'
import { bankCells, findInBank, linesOf, measuringTasks } from './form-bank.server'

/** What the editor of a survey form needs beside the form itself. */
export async function viewFormEditor(actor: Actor, id: string) {
  const { draft, others, comments } = await openEditor(actor, id, 'form')
  const data = draft.data as DraftForm
  const { domains, levels } = latestFramework(data.framework).framework
  return {
    draft: { ...draft, data },
    others,
    comments,
    domains,
    levels,
    tasks: measuringTasks(),
    cells: bankCells(),
  }
}

export type FormEditorView = Awaited<ReturnType<typeof viewFormEditor>>

/** Of the bank what a form as typed speaks of: the items in its quizzes by code, and what was found, by section. */
export function bankFor(tree: Tree) {
  const sections = partsAt(tree, 'sections')
  const codes = sections.flatMap((section) => partsAt(section, 'items').map((item) => textAt(item, 'id')))
  return {
    items: linesOf(codes),
    found: Object.fromEntries(
      sections.flatMap((section) => {
        const typed = textAt(section, 'find').trim()
        return typed === '' ? [] : [[textAt(section, 'id'), findInBank(typed)] as const]
      }),
    ),
  }
}

export type FormBank = ReturnType<typeof bankFor>

/** A draft of a survey form to be looked at as people will see it, one that is published too. */
export function viewFormPreview(actor: Actor, id: string) {
  authorise(actor, 'studio.write')
  const { kind, state, data } = draftById(id)
  if (kind !== 'form') throw refuse('notFound')
  return { id, state, data: data as DraftForm }
}
