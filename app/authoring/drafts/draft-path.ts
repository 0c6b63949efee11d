import { paths } from '~/paths'
import type { DraftKindName } from './draft-kind'

/** The editor of a draft. */
export const editorPath: Record<DraftKindName, (id: string) => string> = {
  item: paths.studioItem,
  module: (id) => paths.studioModule(id),
  form: paths.studioForm,
  practice: paths.studioTask,
}

/** Where the published versions of a code are looked at. */
export const publishedPath: Record<DraftKindName, (code: string) => string> = {
  item: (code) => paths.item(code),
  module: (code) => paths.publishedModule(code),
  form: (code) => paths.form(code),
  practice: paths.practiceTaskOf,
}
