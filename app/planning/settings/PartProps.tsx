import type { fieldProps, FormReply } from '~/platform/http/form-reply'
import type { ConflictReply } from './ConflictFields'
import type { SettingsView } from './view-settings.server'

/** A page of the settings as it comes back: with what is wrong, or with what another planner changed meanwhile. */
export type SettingsReply = FormReply & { conflict?: ConflictReply }

/** What the fields of one page are made from. */
export type PartProps = {
  view: SettingsView
  field: ReturnType<typeof fieldProps>
  /** As typed, where the page comes back; ticks that are not set are not in it. */
  reply?: SettingsReply | null
}
