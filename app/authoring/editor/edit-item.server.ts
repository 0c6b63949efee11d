import type { DraftItem } from '~/assessment/item'
import type { Actor } from '~/platform/policy/actor'
import { merged } from '../diff/compare'
import type { DraftFault } from '../drafts/draft-kind'
import { draftById, revisionOf, type DraftRow } from '../drafts/find-draft.server'
import { saveDraft } from '../drafts/save-draft.server'
import { treeFrom, type Tree } from '../items/form-tree'
import { itemFrom, treeOf, type FieldErrors } from '../items/item-form'
import { changeParts, partIntent, settleGaps } from '../items/item-parts'
import { sendToReview } from '../review/send-to-review.server'
import { accountName } from './account-name.server'
import type { Conflict } from './ConflictPage'

export type EditOutcome =
  | { kind: 'saved' }
  | { kind: 'sent' }
  /** Nothing saved; the form goes on as it is typed. */
  | { kind: 'typed'; tree: Tree; seen: number; errors: FieldErrors; faults: DraftFault[] }
  | { kind: 'conflict'; conflict: Conflict }

/** What a button of the editor does with its form: save, send to review, settle a conflict, or change the parts. */
export async function editItem(actor: Actor, id: string, form: FormData): Promise<EditOutcome> {
  const intent = String(form.get('intent') ?? 'save')
  const seen = Number(form.get('seen')) || 0
  const draft = draftById(id)
  const before = draft.data as DraftItem
  const fields = [...form].filter((field): field is [string, string] => typeof field[1] === 'string')
  let tree = settleGaps(treeFrom(fields.filter(([name]) => name !== 'intent' && name !== 'seen')))
  const typed = (errors: FieldErrors = {}, faults: DraftFault[] = [], at = seen): EditOutcome => ({
    kind: 'typed',
    ...{ tree, seen: at, errors, faults },
  })
  if (form.has('switchLocale')) return typed()
  if (partIntent.test(intent)) {
    tree = settleGaps(changeParts(tree, intent))
    return typed()
  }
  if (intent === 'again') return typed()
  if (intent === 'merge') {
    const takes = fields.filter(([name, value]) => name.startsWith('take:') && value === 'theirs')
    tree = merged(tree, treeOf(before), new Set(takes.map(([name]) => name.slice('take:'.length))))
  }
  const read = itemFrom(tree, before)
  if ('errors' in read) return typed(read.errors)
  const confirm = intent.startsWith('confirm.') ? intent.slice('confirm.'.length) : undefined
  const saved = await saveDraft(actor, { id, seen, data: read.item, confirm })
  if (saved.kind === 'conflict')
    return { kind: 'conflict', conflict: conflictOf(saved.current, seen, treeOf(read.item)) }
  if (intent !== 'send') return { kind: 'saved' }
  const sent = await sendToReview(actor, id, saved.revision)
  if (sent.kind === 'faults') return typed({}, sent.faults, saved.revision)
  return sent.kind === 'sent' ? { kind: 'sent' } : typed({}, [], saved.revision)
}

function conflictOf(current: DraftRow, seen: number, mine: Tree): Conflict {
  const base = revisionOf(current, seen)
  return {
    revision: current.revision,
    by: accountName(current.updatedBy) ?? '—',
    at: current.updatedAt,
    theirs: treeOf(current.data as DraftItem),
    mine,
    base: base === null ? null : treeOf(base as DraftItem),
  }
}
