import type { ZodType } from 'zod'
import type { Message } from '~/formats/message'
import type { Bilingual } from '~/platform/i18n/locale'
import type { FieldErrors, Tree } from '../form/form-tree'
import type { PartLists } from '../form/parts'

/** What can be written in the studio. */
export const draftKinds = ['item', 'module', 'form', 'practice'] as const
export type DraftKindName = (typeof draftKinds)[number]

export const draftStates = ['writing', 'review', 'returned', 'approved', 'published'] as const
export type DraftState = (typeof draftStates)[number]

/** A text of a draft in both languages; `path` names it for as long as its part is there, wherever that moves. */
export type DraftText = { path: string; text: Bilingual }

/** What is wrong with a draft; `path` is the text or part that it speaks of. The key is of the namespace `studio`, or `content`. */
export type DraftFault = Message & { path?: string }

/** What the studio has to know of a kind of content. */
export type DraftKind<D> = {
  /** Of a draft: texts may be empty, parts may lack. */
  schema: ZodType<D>
  /** What a list shows and searches. `code` may be empty until the draft is sent to review. */
  summaryOf: (data: D) => { code: string; title: string; competency: string | null; level: number | null }
  textsOf: (data: D) => DraftText[]
  /** What has to be mended before it can be sent to review. */
  faultsOf: (data: D) => DraftFault[]
  /** A draft as its editor's form shows it. */
  treeOf: (data: D) => Tree
  /** What a form says, or what cannot be kept; `before` gives what the form does not show. */
  read: (tree: Tree, before: D) => { data: D } | { errors: FieldErrors }
  /** The lists whose parts its editor adds, moves and takes out. */
  lists: PartLists
  /** Of the whole form the part that a form shows, where an editor has several pages; without it, all. */
  shown?: (form: Tree, whole: Tree) => Tree
  /** A copy without what belongs to the original alone, besides its code and version. */
  copied?: (data: D) => D
  /** The form in order again once its parts have changed. */
  settle?: (tree: Tree) => Tree
}
