import { sameData } from '~/formats/same-data'
import type { Actor } from '~/platform/policy/actor'
import { merged } from '../diff/compare'
import type { DraftFault } from '../drafts/draft-kind'
import { draftById, revisionOf, type DraftRow } from '../drafts/find-draft.server'
import { kindOf } from '../drafts/kinds'
import { saveDraft } from '../drafts/save-draft.server'
import { treeFrom, type FieldErrors, type Tree } from '../form/form-tree'
import { changeParts, partIntent, removedBy, withRemoved, type Removed } from '../form/parts'
import { sendToReview } from '../review/send-to-review.server'
import { accountName } from './account-name.server'
import type { Conflict } from './ConflictPage'

/** A form that came back: as typed, against the revision that it began from; nothing is saved. */
export type Typed = {
  kind: 'typed'
  tree: Tree
  seen: number
  errors: FieldErrors
  faults: DraftFault[]
  /** What the button took out, to be put back. */
  removed: Removed | null
}

export type EditOutcome =
  { kind: 'saved' } | { kind: 'sent' } | Typed | { kind: 'conflict'; conflict: Conflict }

const notOfTheDraft = new Set(['intent', 'seen', 'removed'])

/** What a button of an editor does with its form: save, send to review, settle a conflict, or change the parts. */
export async function editDraft(actor: Actor, id: string, form: FormData): Promise<EditOutcome> {
  const intent = String(form.get('intent') ?? 'save')
  const seen = Number(form.get('seen')) || 0
  const draft = draftById(id)
  const { treeOf, read, lists, settle = (same: Tree) => same } = kindOf(draft.kind)
  const fields = [...form].filter((field): field is [string, string] => typeof field[1] === 'string')
  let tree = settle(treeFrom(fields.filter(([name]) => !notOfTheDraft.has(name))))
  const typed = (back: Partial<Typed> = {}): EditOutcome => ({
    kind: 'typed',
    ...{ tree, seen, errors: {}, faults: [], removed: null },
    ...back,
  })
  if (form.has('switchLocale') || intent === 'again') return typed()
  if (intent === 'undo')
    return typed({ tree: settle(withRemoved(tree, String(form.get('removed') ?? ''), lists)) })
  if (partIntent.test(intent))
    return typed({
      tree: settle(changeParts(tree, intent, lists)),
      removed: removedBy(tree, intent, lists),
    })
  if (intent === 'merge') {
    const takes = fields.filter(([name, value]) => name.startsWith('take:') && value === 'theirs')
    tree = merged(tree, treeOf(draft.data), new Set(takes.map(([name]) => name.slice('take:'.length))))
  }
  const said = read(tree, draft.data)
  if ('errors' in said) return typed({ errors: said.errors })
  const confirm = intent.startsWith('confirm.') ? intent.slice('confirm.'.length) : undefined
  const saved = await saveDraft(actor, { id, seen: stillSeen(draft, seen, tree), data: said.data, confirm })
  if (saved.kind === 'conflict')
    return { kind: 'conflict', conflict: conflictOf(saved.current, seen, treeOf(said.data)) }
  if (intent !== 'send') return { kind: 'saved' }
  const sent = await sendToReview(actor, id, saved.revision)
  if (sent.kind === 'sent') return { kind: 'sent' }
  return typed({ faults: sent.kind === 'faults' ? sent.faults : [], seen: saved.revision })
}

/** The newest revision where nothing that the form shows has changed since the one that it began from, which is `seen`. */
function stillSeen(draft: DraftRow, seen: number, form: Tree): number {
  const { shown, treeOf } = kindOf(draft.kind)
  const base = shown && draft.revision !== seen ? revisionOf(draft, seen) : null
  return shown && base && sameData(shown(form, treeOf(base)), shown(form, treeOf(draft.data)))
    ? draft.revision
    : seen
}

function conflictOf(current: DraftRow, seen: number, mine: Tree): Conflict {
  const { treeOf } = kindOf(current.kind)
  const base = revisionOf(current, seen)
  return {
    revision: current.revision,
    by: accountName(current.updatedBy) ?? '—',
    at: current.updatedAt,
    theirs: treeOf(current.data),
    mine,
    base: base === null ? null : treeOf(base),
  }
}
