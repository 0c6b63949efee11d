import { parseDateText } from '~/ui/date-text'
import { actors } from '~/gaps/recommendations'
import { requestStates, type Assigned, type RequestState, type Standing } from './request'

/** The fields of a standing that somebody writes; their names are those of the form. */
export const standingFields = ['state', 'who', 'inCharge', 'dueOn', 'answer', 'reason'] as const
export type StandingField = (typeof standingFields)[number]

/** What is to be written down of some communes; a field that is left out stays as it is for each of them. */
export type StandingChange = {
  communes: string[]
  state?: RequestState
  who?: Assigned
  inCharge?: string | null
  dueOn?: string | null
  answer?: string | null
  reason?: string | null
}

/** `fault`: keys of the namespace `requests` by field. */
export type ReadChange =
  { value: StandingChange; faults?: never } | { value?: never; faults: Record<string, string> }

export const mostLetters = { inCharge: 200, answer: 2000, reason: 1000 } as const
/** Said of a request that nobody has been given yet. */
export const nobody = 'nobody'

/**
 * Reads the form of a request. `differs` names the fields that stood empty because the communes differ in them: left empty,
 * they stay as they are; any other field that is emptied is emptied for all.
 */
export function readChange(typed: Record<string, string>, communes: readonly string[]): ReadChange {
  const faults: Record<string, string> = {}
  const differs = new Set((typed.differs ?? '').split(','))
  const text = (field: keyof typeof mostLetters): string | null | undefined => {
    const value = clean(typed[field])
    if (value.length > mostLetters[field]) faults[field] = `fault.long.${field}`
    return value === '' ? (differs.has(field) ? undefined : null) : value
  }
  const state = requestStates.find((each) => each === typed.state)
  if (!state && !differs.has('state')) faults.state = 'fault.state'
  const who = actors.find((each) => each === typed.who) ?? (typed.who === nobody ? null : undefined)
  if (who === undefined && !differs.has('who')) faults.who = 'fault.who'
  const [inCharge, answer, reason] = [text('inCharge'), text('answer'), text('reason')]
  const day = clean(typed.dueOn)
  const dueOn = day === '' ? (differs.has('dueOn') ? undefined : null) : parseDateText(day)
  if (day !== '' && dueOn === null) faults.dueOn = 'fault.dueOn'
  if (state === 'declined' && !reason) faults.reason = 'fault.reason'
  if (communes.length === 0) faults.commune = 'fault.communes'
  if (Object.keys(faults).length > 0) return { faults }
  return { value: { communes: [...communes], state, who, inCharge, dueOn, answer, reason } }
}

// eslint-disable-next-line no-control-regex
const unseen = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

function clean(text: string | undefined): string {
  return (text ?? '').replace(unseen, '').replace(/\r\n?/g, '\n').normalize('NFC').trim()
}

/** A standing after a change; a reason is that of declining, and goes with it. */
export function changed(before: Standing, change: Omit<StandingChange, 'communes'>): Omit<Standing, 'at'> {
  const state = change.state ?? before.state
  const kept = <T>(now: T | undefined, then: T): T => (now === undefined ? then : now)
  return {
    state,
    who: kept(change.who, before.who),
    inCharge: kept(change.inCharge, before.inCharge),
    dueOn: kept(change.dueOn, before.dueOn),
    answer: kept(change.answer, before.answer),
    reason: state === 'declined' ? kept(change.reason, before.reason) : null,
  }
}

/** Whether two standings say the same. */
export function sameStanding(a: Omit<Standing, 'at'>, b: Omit<Standing, 'at'>): boolean {
  return standingFields.every((field) => a[field] === b[field])
}

/** What all of some standings have in common, and the fields in which they differ. */
export function commonOf(standings: readonly Standing[]): {
  common: Partial<Omit<Standing, 'at'>>
  differs: StandingField[]
} {
  const [first, ...rest] = standings
  const differs = standingFields.filter((field) => rest.some((each) => each[field] !== first?.[field]))
  const shared = Object.entries(first ?? {}).filter(([field]) => !differs.some((each) => each === field))
  return { common: Object.fromEntries(shared), differs }
}
