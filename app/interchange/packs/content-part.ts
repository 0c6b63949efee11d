import type { DraftKindName } from '~/authoring/drafts/draft-kind'
import type { Message } from '~/formats/message'

/** A module, a form or a practice task as it was found in a content pack; items are found as questions. */
export type FoundPart = {
  kind: Exclude<DraftKindName, 'item'>
  code: string
  version: number
  /** As published, or as a draft of its kind; null where nothing of it can be taken. */
  data: unknown
  /** What could not be taken over, and why: keys of the namespaces `interchange` and `content`. */
  losses: Message[]
  /** Pictures that it shows, by their paths in the module's folder. */
  pictures: { src: string; bytes: Uint8Array }[]
}

/** What a row of an import of a content pack holds. */
export type StoredPart = { kind: DraftKindName; code: string; version: number; data: unknown }

/** What stands in a content pack besides items. */
export const partPaths = {
  form: /^(?:content\/)?forms\/[^/]+\.ya?ml$/,
  practice: /^(?:content\/)?practice\/[^/]+\.ya?ml$/,
  module: /^(?:content\/)?modules\/([a-z0-9]+(?:-[a-z0-9]+)*)\/(.+)$/,
} as const

/** Whether a ZIP has more than items of a content pack, by the paths in it. */
export function isContentPack(paths: readonly string[]): boolean {
  return paths.some(
    (path) =>
      partPaths.form.test(path) ||
      partPaths.practice.test(path) ||
      partPaths.module.exec(path)?.[2] === 'module.yaml',
  )
}
