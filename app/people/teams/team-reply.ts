import type { FormReply } from '~/platform/http/form-reply'
import type { Doubt, MemberFault } from './team-form'

/** What the page of a team comes back with when a form could not be taken, or when something can be undone. */
export type TeamReply = {
  rename?: FormReply
  add?: {
    typed: string
    faults: MemberFault[]
    problem?: { key: 'add.missing' | 'add.tooMany'; values?: Record<string, number> }
    doubts: Doubt[]
    /** What was chosen for each doubtful line, and the lines that lack an answer. */
    chosen: Record<number, string>
    undecided: number[]
  }
  takenOut?: { personId: string }
  asked?: 'delete'
}
