import type { FormReply } from '~/platform/http/form-reply'
import type { Decisions, Match } from './match-members'
import type { MemberFault, SkippedLine } from './read-members'

/** A list of members as it was sent: typed or pasted (`write`), or looked at and approved (`check`). */
export type SentList = { typed: string; chosen: Decisions; step: 'write' | 'check' }

/** The list as it comes back, at the step where it stands. */
export type ListReply = SentList & {
  problem: 'missing' | 'tooMany' | 'tooLong' | null
  faults: MemberFault[]
  /** At the step `check`: everybody who was read, and the headings that were left out. */
  matches: Match[]
  skipped: SkippedLine[]
  /** Whether what is missing in the decisions is to be said. */
  asked: boolean
}

/** The list as typed, with nothing said about it. */
export function writtenList({ typed, chosen }: Pick<SentList, 'typed' | 'chosen'>): ListReply {
  return { typed, chosen, step: 'write', problem: null, faults: [], matches: [], skipped: [], asked: false }
}

/** Who was taken out or put back; `gone` and `elsewhere` where that was not possible any more. */
export type Moved = { personId: string; how: 'out' | 'gone' | 'back' | 'elsewhere' }

/** What the page of a team comes back with when a form could not be taken, or when something can be undone. */
export type TeamReply = { rename?: FormReply; list?: ListReply; moved?: Moved }
