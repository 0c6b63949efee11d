import type { Entries, Entry } from '~/assessment/answer-entry'

/** An answer as one page sends it. */
export type AnswerInput = {
  campaignId: string
  kind: 'person' | 'commune'
  step: string
  /** The sitting that the form was made for; another one means that somebody else signed in meanwhile. */
  sittingId: string
  /** Minted in the rendered form: the same answer sent twice changes nothing. */
  answerId: string
  entries: Entries
}

export type AnswerOutcome =
  /** `next` is the page to go on to, null at the end of a section. */
  | { ok: true; next: { step: string } | null }
  | {
      ok: false
      fault: Extract<Entry, { kind: 'fault' }> | { kind: 'fault'; fault: 'chooseOrUnknown' | 'required' }
    }
